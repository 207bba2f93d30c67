import type {
  Changed,
  DemandDiff,
  Diff,
  ListChange,
  MemberDiff,
  Move,
  NamedChange,
  NewDenial,
  Side,
  WeightChange,
} from '../model/diff.ts';
import type { DemandStanding, MilestoneAhead, ReconciledClaim, Snapshot, Standing } from '../model/snapshot.ts';
import { endOf } from '../model/time.ts';
import { compareText } from '../text/compare.ts';
import { saidIn } from './evidence/claims.ts';
import { isDone } from './evidence/demand-statuses.ts';
import { directionsUnder, type PairAt } from './rule/move-direction.ts';
import { ruleKey } from './rule/rule-key.ts';
import { runningTotals } from './rule/running-totals.ts';
import { tally } from './tally.ts';

/** The differences between two snapshots, of one roster or of two. @see docs/diff.md */
export function diff(before: Snapshot, after: Snapshot): Diff {
  const sides = { before: { snapshot: before, tally: tally(before) }, after: { snapshot: after, tally: tally(after) } };
  const stayed = membersOfBoth(before.members, after.members);
  const sameStance = stayed.filter(([then, now]) => then.stance === now.stance);
  const [steady, reasoned] = split(sameStance, haveSameReasons);
  const known = {
    ...sides,
    outcomeChanged: sides.before.tally.outcome !== sides.after.tally.outcome,
    sameMatter: before.title === after.title && before.body === after.body,
    moved: movesBetween(stayed, before, sides.after),
    joined: membersMissingFrom(before.members, after.members),
    left: membersMissingFrom(after.members, before.members),
    reasons: reasoned.map(memberDiffOf),
    evidence: steady.filter(([then, now]) => !same(evidenceKey(then), evidenceKey(now))).map(memberDiffOf),
    denied: stayed.flatMap(newDenialsOf),
    demands: demandChanges(before, after),
    names: stayed.filter(([then, now]) => then.name !== now.name).map(nameDiffOf),
    ...(!same(ruleKey(before.rule), ruleKey(after.rule)) && { rule: { before: before.rule, after: after.rule } }),
    weights: stayed.flatMap(weightChangesOf),
    groups: namedChanges(sortedGroups(before), sortedGroups(after)),
    claims: listChange(before.claims, after.claims, claimKey),
    candidates: namedChanges(byName(before.candidates), byName(after.candidates)),
    milestones: listChange(before.milestones, after.milestones, milestoneKey),
    ...passedBetween(before, sides.after),
    ...(!same(before.round, after.round) && { round: changed(before.round, after.round) }),
    ...(!same(before.decision, after.decision) && { decision: changed(before.decision, after.decision) }),
  };
  return { ...known, changed: isChanged(known) };
}

type Pair = readonly [then: Standing, now: Standing];

/** The members that are in both snapshots. */
function membersOfBoth(before: readonly Standing[], after: readonly Standing[]): Pair[] {
  const known = new Map(before.map((standing) => [standing.code, standing]));
  return after.flatMap((now): Pair[] => {
    const then = known.get(now.code);
    return then === undefined ? [] : [[then, now]];
  });
}

function membersMissingFrom(others: readonly Standing[], members: readonly Standing[]): Standing[] {
  const codes = new Set(others.map(({ code }) => code));
  return members.filter(({ code }) => !codes.has(code));
}

function split<T>(values: readonly T[], test: (value: T) => boolean): [passed: T[], failed: T[]] {
  return [values.filter(test), values.filter((value) => !test(value))];
}

/** Whether two values of the model are equal. Their keys always come in the same order. */
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Whether reasons and demands are the same. What has become of demands in between is told by itself. */
function haveSameReasons([then, now]: Pair): boolean {
  const done = new Set([...then.answered, ...now.answered].flatMap((one) => (isDone(one) ? [one.text] : [])));
  const keyOf = ({ leaning, follows, why, wants }: Standing) => [
    leaning,
    follows,
    why,
    wants.filter((text) => !done.has(text)),
  ];
  return same(keyOf(then), keyOf(now));
}
const evidenceKey = ({ since, circa, basis, by, sources, assumed }: Standing) => [
  since?.text,
  circa,
  basis,
  by,
  sources,
  assumed,
];

/** The groups with their members sorted. */
function sortedGroups({ groups }: Snapshot): Snapshot['groups'] {
  return Object.fromEntries(Object.entries(groups).map(([name, codes]) => [name, [...codes].sort(compareText)]));
}

/** The moves, each with what undoing it alone would change, also at the closings that came after the earlier snapshot. */
function movesBetween(stayed: readonly Pair[], before: Snapshot, { snapshot, tally: { outcome } }: Side): Move[] {
  const { rule, members, closings } = snapshot;
  const sums = runningTotals(rule, [members, ...closings.values()].flat());
  for (const standing of members) sums.add(standing);
  for (const [closing, then] of closings) for (const standing of then) sums.add(standing, closing);
  const later = [...closings].filter(([closing]) => closing > endOf(before.asOf));
  const standingAt = new Map(
    later.map(([closing, then]) => [closing, new Map(then.map((standing) => [standing.code, standing]))]),
  );
  const directionOf = directionsUnder(snapshot);
  const moves = stayed.filter(([then, now]) => then.stance !== now.stance);
  return moves.map(([then, now]): Move => {
    const { code, name } = now;
    const pairAt: PairAt = (closing) => {
      const standing = closing === undefined ? now : standingAt.get(closing)?.get(code);
      return standing && [{ ...then, weights: standing.weights }, standing];
    };
    const change = (from: 0 | 1): void => {
      for (const closing of [undefined, ...standingAt.keys()]) {
        const pair = pairAt(closing);
        if (pair === undefined) continue;
        sums.remove(pair[from], closing);
        sums.add(pair[1 - from] as Standing, closing);
      }
    };
    change(1);
    const decisive = sums.status(snapshot.asOf) !== outcome;
    change(0);
    const direction = directionOf(code, pairAt);
    return { code, name, from: then.stance, to: now.stance, direction, decisive, before: then, after: now };
  });
}

function memberDiffOf([before, after]: Pair): MemberDiff<Standing> {
  return { code: after.code, name: after.name, before, after };
}

function newDenialsOf([then, now]: Pair): NewDenial[] {
  const known = new Set(then.denied.map((report) => JSON.stringify(report)));
  const { code, name, denied } = now;
  return denied.filter((report) => !known.has(JSON.stringify(report))).map((report) => ({ code, name, ...report }));
}

/** The demands of which something else has become; one that is missing counts as asked. */
function demandChanges(before: Snapshot, after: Snapshot): DemandDiff[] {
  const byId = ({ demands }: Snapshot): Readonly<Record<string, DemandStanding>> =>
    Object.fromEntries(demands.map((demand) => [demand.id, demand]));
  return namedChanges(byId(before), byId(after)).flatMap(({ before: then, after: now }): DemandDiff[] => {
    if (same(then?.answer, now?.answer)) return [];
    const { id, text, members } = (now ?? then) as DemandStanding;
    return [{ id, ...(text !== undefined && { text }), members, ...changed(then?.answer, now?.answer) }];
  });
}

function nameDiffOf([then, now]: Pair): MemberDiff<string> {
  return { code: now.code, name: now.name, before: then.name, after: now.name };
}

function weightChangesOf([then, now]: Pair): WeightChange[] {
  const { code, name } = now;
  return namedChanges(then.weights, now.weights).map(({ name: weight, ...change }) => ({
    code,
    name,
    weight,
    ...change,
  }));
}

/** The entries that differ between two records, sorted by name. */
function namedChanges<T>(before: Readonly<Record<string, T>>, after: Readonly<Record<string, T>>): NamedChange<T>[] {
  const valueIn = (values: Readonly<Record<string, T>>, name: string): T | undefined =>
    Object.hasOwn(values, name) ? values[name] : undefined;
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort(compareText);
  return names.flatMap((name): NamedChange<T>[] => {
    const [then, now] = [valueIn(before, name), valueIn(after, name)];
    return same(then, now) ? [] : [{ name, ...changed(then, now) }];
  });
}

function changed<T>(before: T | undefined, after: T | undefined): Changed<T> {
  return { ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
}

const byName = <T extends { readonly name: string }>(values: readonly T[]): Readonly<Record<string, T>> =>
  Object.fromEntries(values.map((value) => [value.name, value]));

function listChange<T>(before: readonly T[], after: readonly T[], keyOf: (value: T) => string): ListChange<T> {
  const missingFrom = (others: readonly T[], values: readonly T[]): T[] => {
    const keys = new Set(others.map(keyOf));
    return values.filter((value) => !keys.has(keyOf(value)));
  };
  return { added: missingFrom(before, after), removed: missingFrom(after, before) };
}

/** A claim as a comparable text: what it says, without how it compares with the stances. */
function claimKey(claim: ReconciledClaim): string {
  const { date, circa, by, about, sources } = claim;
  return JSON.stringify([date.text, circa, by, about, saidIn(claim), sources]);
}

function milestoneKey({ date, circa, name, deadline }: MilestoneAhead): string {
  return JSON.stringify([date.text, circa, name, deadline]);
}

function passedBetween(before: Snapshot, { snapshot, tally: { outcome } }: Side): Pick<Diff, 'passed' | 'missed'> {
  const passed = snapshot.milestones.filter(
    ({ date }) => date.day > before.asOf.day && date.day <= snapshot.asOf.day && before.asOf.day < snapshot.asOf.day,
  );
  const undecided = outcome !== 'reached' && snapshot.decision === undefined;
  return { passed, missed: undecided ? passed.filter(({ deadline, days }) => deadline && days < 0) : [] };
}

function isChanged(known: Omit<Diff, 'changed'>): boolean {
  const { moved, joined, left, reasons, evidence, denied, names, weights, groups, candidates, passed } = known;
  const { claims, milestones, demands } = known;
  const all = [
    demands,
    ...[moved, joined, left, reasons, evidence, denied, names, weights, groups, candidates, passed],
    ...[claims.added, claims.removed, milestones.added, milestones.removed],
  ];
  return (
    known.outcomeChanged ||
    !known.sameMatter ||
    known.rule !== undefined ||
    known.round !== undefined ||
    known.decision !== undefined ||
    all.some(({ length }) => length > 0)
  );
}
