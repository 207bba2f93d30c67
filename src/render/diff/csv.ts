import type { Move } from '../../model/diff.ts';
import type { Standing } from '../../model/snapshot.ts';
import type { DiffView } from '../../model/view.ts';
import { type Cell, csv, yesNo } from '../format/csv.ts';

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
];

/** `diff` as CSV: a row for each member that moved, joined, left, or changed its reason or evidence. */
export function renderDiffCsv({ diff }: DiffView): string {
  const row = (change: string, before: Standing | undefined, after: Standing | undefined, move?: Move): Cell[] => {
    const known = after ?? before;
    return [
      change,
      known?.code,
      known?.name,
      before?.stance,
      after?.stance,
      move?.direction,
      move && yesNo(move.decisive),
      after?.since?.text,
      after?.by,
      after?.why,
      before?.wants.join('; '),
      after?.wants.join('; '),
      after?.leaning,
      after?.follows?.join('; '),
      after && yesNo(after.followed !== undefined),
      after && yesNo(after.assumed),
    ];
  };
  return csv([
    head,
    ...diff.moved.map((move) => row('moved', move.before, move.after, move)),
    ...diff.joined.map((standing) => row('joined', undefined, standing)),
    ...diff.left.map((standing) => row('left', standing, undefined)),
    ...diff.reasons.map(({ before, after }) => row('reasons', before, after)),
    ...diff.evidence.map(({ before, after }) => row('evidence', before, after)),
    ...diff.demands.map(({ id, text = id, members, before, after }): Cell[] => [
      ...['demand', members.join('; '), undefined, before?.status ?? 'asked', after?.status ?? 'asked'],
      ...[undefined, undefined, after?.since.text, after?.by, undefined, undefined, text, undefined, undefined],
    ]),
    ...diff.denied.map(({ code, name, stance, denied }): Cell[] => [
      ...['denied', code, name, stance, undefined, undefined, undefined, denied.date.text, denied.by],
      ...head.slice(9).map(() => undefined),
    ]),
  ]);
}
