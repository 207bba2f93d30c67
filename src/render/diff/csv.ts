import type { Move } from '../../model/diff.ts';
import type { Standing } from '../../model/snapshot.ts';
import type { DiffView } from '../../model/view.ts';
import { type Cell, csvOf, yesNo } from '../format/csv.ts';

const head = [
  'change',
  'member',
  'name',
  'from',
  'to',
  'direction',
  'decisive',
  'date',
  'by',
  'why',
  'asked for',
  'wants',
  'leaning',
  'follows',
  'followed',
  'assumed',
] as const;

type Row = Readonly<Partial<Record<(typeof head)[number], Cell>>>;

/** `diff` as CSV: a row for each member that moved, joined, left, or changed its reason or evidence. */
export function renderDiffCsv({ diff }: DiffView): string {
  const row = (change: string, before: Standing | undefined, after: Standing | undefined, move?: Move): Row => {
    const known = after ?? before;
    return {
      change,
      member: known?.code,
      name: known?.name,
      from: before?.stance,
      to: after?.stance,
      direction: move?.direction,
      decisive: move && yesNo(move.decisive),
      date: after?.since?.text,
      by: after?.by,
      why: after?.why,
      'asked for': before?.wants.join('; '),
      wants: after?.wants.join('; '),
      leaning: after?.leaning,
      follows: after?.follows?.join('; '),
      followed: after && yesNo(after.followed !== undefined),
      assumed: after && yesNo(after.assumed),
    };
  };
  return csvOf(head, [
    ...diff.moved.map((move) => row('moved', move.before, move.after, move)),
    ...diff.joined.map((standing) => row('joined', undefined, standing)),
    ...diff.left.map((standing) => row('left', standing, undefined)),
    ...diff.reasons.map(({ before, after }) => row('reasons', before, after)),
    ...diff.evidence.map(({ before, after }) => row('evidence', before, after)),
    ...diff.demands.map(({ id, text = id, members, before, after }): Row => {
      const [from, to] = [before?.status ?? 'asked', after?.status ?? 'asked'];
      const member = members.join('; ');
      return { change: 'demand', member, from, to, date: after?.since.text, by: after?.by, wants: text };
    }),
    ...diff.denied.map(({ code, name, stance, denied }): Row => {
      return { change: 'denied', member: code, name, from: stance, date: denied.date.text, by: denied.by };
    }),
  ]);
}
