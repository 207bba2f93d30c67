import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { Member, Position, Roster } from '../../../model/roster.ts';
import type { Rule } from '../../../model/rule.ts';
import { momentOf } from '../../../model/time.ts';
import { compareText } from '../../../text/compare.ts';
import { groupedBy } from '../../../text/grouped.ts';
import { quote } from '../../../text/suggest.ts';
import { saysNothing } from '../../sheet/cell-position.ts';
import { madeRemark, memberOf, membersOfBody, membersOfFile } from './members.ts';
import type { Imported, ImportedMember, ImportedPosition, LeftOut } from './readers/imported.ts';

/** What a roster is begun with. */
export interface Beginning {
  readonly title: string;
  readonly rule: Rule;
  /** The roster of a body, whose members, weights and groups are taken. */
  readonly body: Roster | undefined;
}

/** A roster that was made of a file. */
export type Built =
  | { readonly roster: Roster; readonly leftOut: readonly LeftOut[] }
  | { readonly problems: readonly Diagnostic[] };

/** The roster of what a file has. */
export function buildRoster(imported: Imported, { title, rule, body }: Beginning): Built {
  const { members, sources, rounds, asOf } = imported;
  const resolved = body === undefined ? membersOfFile(members, imported.handles) : membersOfBody(members, body);
  const byCode = groupedBy(members, (member) => resolved.codeOf(member));
  const histories = new Map([...byCode].map(([code, parts]) => [code, historyOf(code, parts, resolved.find)]));
  const problems = [...resolved.problems, ...[...histories.values()].flatMap((history) => history.problems)];
  if (problems.length > 0) return { problems: problems.sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0)) };
  const codes = [...(body?.members.map(({ code }) => code) ?? byCode.keys())].sort(compareText);
  const known = new Map(body?.members.map((member) => [member.code, member]));
  const built = codes.map((code): Member => {
    const parts = byCode.get(code) ?? [];
    const base = known.get(code) ?? memberOf(code, resolved.nameOf(code));
    const weights = Object.fromEntries(
      parts.flatMap((part) => Object.entries(part.weights)).map(([name, value]) => [name, [{ value }]]),
    );
    return { ...base, weights: { ...weights, ...base.weights }, positions: histories.get(code)?.positions ?? [] };
  });
  return {
    roster: {
      title,
      ...(body?.body !== undefined && { body: body.body }),
      ...(resolved.names !== undefined && { names: resolved.names }),
      ...(asOf !== undefined && { asOf }),
      rule,
      groups: body?.groups ?? groupsOf(members, resolved.codeOf),
      members: built,
      rounds,
      demands: [],
      claims: [],
      reports: [],
      candidates: [],
      milestones: [],
      expect: [],
      sources,
    },
    leftOut: [
      ...resolved.made.map((made) => ({ line: undefined, message: madeRemark(made) })),
      ...[...histories.values()].flatMap(({ leftOut }) => leftOut),
    ],
  };
}

interface History {
  readonly positions: readonly Position[];
  readonly problems: readonly Diagnostic[];
  readonly leftOut: readonly LeftOut[];
}

/** The positions of a member, oldest first; the same twice is one, and two of one time are a mistake. */
function historyOf(
  code: string,
  parts: readonly ImportedMember[],
  find: (word: string) => string | undefined,
): History {
  const positions: Position[] = [];
  const problems: Diagnostic[] = [];
  const leftOut: LeftOut[] = [];
  const byTime = new Map<string, ImportedPosition>();
  const inOrder = parts
    .flatMap((part) => part.positions)
    .sort((a, b) => compareText(momentOf(a.position.date), momentOf(b.position.date)));
  for (const entry of inOrder) {
    const { position, span, line } = entry;
    const before = byTime.get(momentOf(position.date));
    if (before === undefined) {
      byTime.set(momentOf(position.date), entry);
      // Before anything else was said, it says no more than that nothing is known.
      if (positions.length === 0 && saysNothing(position)) continue;
      const followed = followedBy(code, position, find);
      positions.push(followed.position);
      leftOut.push(
        ...followed.nobody.map((word) => ({
          line,
          message: `${quote(code)} follows ${quote(word)}, which is not another member: left out`,
        })),
      );
    } else if (before.position.stance === position.stance) {
      leftOut.push({ line, message: `${quote(code)} already has this position, in line ${before.line}: left out` });
    } else {
      const when = position.date === undefined ? 'without a date' : `on ${position.date.text}`;
      const message = `${quote(code)} has two positions ${when}: "${before.position.stance}" and "${position.stance}"`;
      const related = { message: 'first here', span: before.span };
      problems.push({
        code: 'same-date',
        severity: 'error',
        message,
        span,
        related,
        hint: 'keep one of them, or date them',
      });
    }
  }
  return { positions, problems, leftOut };
}

/** A position that follows others by their codes, and the words for those that are nobody, or the member itself. */
function followedBy(
  code: string,
  position: Position,
  find: (word: string) => string | undefined,
): { readonly position: Position; readonly nobody: readonly string[] } {
  const { follows, ...rest } = position;
  if (follows === undefined) return { position, nobody: [] };
  const meant = follows.map((word) => ({ word, code: find(word) }));
  const codes = meant.flatMap((one) => (one.code === undefined || one.code === code ? [] : [one.code]));
  const nobody = meant.flatMap((one) => (one.code === undefined || one.code === code ? [one.word] : []));
  const known = [...new Set(codes)].sort(compareText);
  return { position: known.length === 0 ? rest : { ...rest, follows: known }, nobody };
}

function groupsOf(
  members: readonly ImportedMember[],
  codeOf: (member: ImportedMember) => string,
): Readonly<Record<string, readonly string[]>> {
  const groups = new Map<string, Set<string>>();
  for (const member of members)
    for (const name of member.groups) groups.set(name, (groups.get(name) ?? new Set()).add(codeOf(member)));
  return Object.fromEntries([...groups].map(([name, codes]) => [name, [...codes].sort(compareText)]));
}
