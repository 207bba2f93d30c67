import type { Candidate, Claim, Demand, Member, NamedMembers, Report, Roster, SourceRefs } from '../../model/roster.ts';
import { type CountCriterion, type Criterion, criteriaThatCount } from '../../model/rule.ts';
import type { Time } from '../../model/time.ts';
import { compareText } from '../../text/compare.ts';
import { baseKey, type MemberSteps, statementsOfClaims } from '../evidence/claims.ts';
import { answerBy, demandsIn, idsByText } from '../evidence/demand-statuses.ts';
import { toPosition } from '../evidence/reports.ts';
import { asOfDate, isBy } from '../time/dates.ts';

/** The members before and after pruning, and the as-of date. */
interface Pruning {
  readonly before: readonly MemberSteps[];
  readonly after: readonly MemberSteps[];
  readonly asOf: Time;
  /** Codes of the members in the roster on the date: those that the groups still have. */
  readonly present: ReadonlySet<string>;
}

/**
 * The claims that stay, in the order of reconciled claims: those with lists that stay, the latest counts of all members
 * and of each group, and every older count that comes out the same against the pruned members. The latest count may come
 * out differently, but must not change between true and false.
 *
 * @param lists the claims whose lists stay; other claims with lists are dropped, counts included
 */
export function relevantClaims(
  claims: readonly Claim[],
  lists: ReadonlySet<Claim>,
  { before, after, asOf, present }: Pruning,
): Claim[] {
  const candidates = claims.filter((claim) => claim.holdouts === undefined || lists.has(claim));
  const statementsBefore = new Map(
    statementsOfClaims(candidates, before, asOf).map(({ claim, statements }) => [claim, statements] as const),
  );
  const statementsAfter = statementsOfClaims(candidates, after, asOf);
  const keyOf = (claim: Claim, about: string): string => `${about} ${baseKey(claim)}`;
  const latest = new Map(
    statementsAfter.flatMap(({ claim, statements }) =>
      statements.map(({ about }) => [keyOf(claim, about), claim] as const),
    ),
  );
  return statementsAfter.flatMap(({ claim, statements }) => {
    const stay = statements.filter((statement) => {
      const was = statementsBefore.get(claim)?.find(({ about }) => about === statement.about);
      if (latest.get(keyOf(claim, statement.about)) === claim) return was?.agrees === statement.agrees;
      return JSON.stringify(was) === JSON.stringify(statement);
    });
    const abouts = new Set(stay.map(({ about }) => about));
    const { supporting, holdingOut, among, ...rest } = claim;
    if (rest.holdouts === undefined && abouts.size === 0) return [];
    const counts = {
      ...(supporting && abouts.has('supporting') && { supporting }),
      ...(holdingOut && abouts.has('holding-out') && { holdingOut }),
    };
    return [{ ...rest, ...counts, ...(among && { among: amongPresent(among, present) }) }];
  });
}

/** The members of a count, by the name of their group only if that still has all of them. */
const amongPresent = (among: NamedMembers, present: ReadonlySet<string>): NamedMembers =>
  among.codes.every((code) => present.has(code)) ? among : { codes: [...among.codes].sort(compareText) };

/**
 * The codes that the rule, one of these claims or a candidate names, whether or not they are in the roster on the date.
 */
export function referencedCodes(roster: Roster, claims: Iterable<Claim>, asOf: Time): ReadonlySet<string> {
  const codes = new Set(latestOfCandidates(roster, asOf).flatMap(({ member }) => member ?? []));
  for (const { holdouts = [], among } of claims)
    for (const code of [...holdouts, ...(among?.codes ?? [])]) codes.add(code);
  for (const code of criteriaThatCount(roster.rule.criterion).flatMap(codesIn)) codes.add(code);
  return codes;
}

/** The codes that a criterion names itself, not by way of a group. */
function codesIn({ among, group }: CountCriterion): readonly string[] {
  if (among === undefined || group !== undefined) return [];
  return 'except' in among ? among.except : among.only;
}

/** The candidates in the running, each with its latest event only. */
function latestOfCandidates({ candidates }: Roster, asOf: Time): Candidate[] {
  return candidates.flatMap((candidate) => {
    const latest = candidate.history.findLast(({ date }) => isBy(date, asOf));
    if (latest !== undefined) return [{ ...candidate, history: [latest] }];
    return candidate.history.length === 0 ? [candidate] : [];
  });
}

/** The demands that the members and reports that stay name, each with what has become of it as one event. */
function relevantDemands(
  { demands }: Roster,
  { members, reports, asOf }: Pick<Kept, 'members' | 'reports' | 'asOf'>,
): Demand[] {
  if (demands.length === 0) return [];
  const positions = [...members.flatMap((member) => member.positions), ...reports.map(toPosition)];
  const named = demandsIn(positions, idsByText(demands));
  return demands.flatMap((demand) => {
    if (!named.has(demand.id)) return [];
    const answer = answerBy(demand, asOf);
    const latest = demand.history.findLast(({ date }) => isBy(date, asOf));
    if (answer === undefined || latest === undefined) return [{ ...demand, history: [] }];
    const { since, ...rest } = answer;
    return [{ ...demand, history: [{ ...latest, ...rest, date: since }] }];
  });
}

/** The parts of the pruned roster that are known already. */
interface Kept {
  readonly members: readonly Member[];
  readonly rounds: Roster['rounds'];
  readonly claims: readonly Claim[];
  readonly reports: readonly Report[];
  readonly asOf: Time;
  /** Codes of the members in the roster on the date. */
  readonly present: ReadonlySet<string>;
  /** Nothing is assumed, and reports are not ignored: the roster's `expect` entries still apply. */
  readonly whole: boolean;
}

/** A statement with its sources, and perhaps with a denial that has others. */
interface Sourced {
  readonly sources: SourceRefs;
  readonly denied?: Sourced;
}

/** The pruned roster: these members and claims, and what is still relevant of every other section. */
export function relevantSections(roster: Roster, kept: Kept): Roster {
  const { members, rounds, claims, reports, asOf, present, whole } = kept;
  const { title, body, rule, decision, note } = roster;
  const groups = Object.fromEntries(
    Object.entries(roster.groups).map(([name, codes]) => [name, codes.filter((code) => present.has(code))]),
  );
  const codes = new Set(members.map(({ code }) => code));
  const decided = decision && isBy(decision.date, asOf) ? decision : undefined;
  const demands = relevantDemands(roster, kept);
  const candidates = latestOfCandidates(roster, asOf);
  const milestones = roster.milestones.filter(({ date, deadline }) => deadline || date.day >= asOf.day);
  const expect = roster.expect.filter(
    ({ asOf: date, holdouts = [] }) =>
      whole && asOfDate(date).text === asOf.text && holdouts.every((code) => codes.has(code)),
  );
  const used = new Set<string>();
  const use = ({ sources, denied }: Sourced): void => {
    for (const source of sources) used.add(source);
    if (denied !== undefined) use(denied);
  };
  for (const { positions } of members) positions.forEach(use);
  for (const { history } of [...demands, ...candidates]) history.forEach(use);
  for (const statements of [claims, reports, milestones, decided ? [decided] : []]) statements.forEach(use);
  return {
    title,
    ...(body !== undefined && { body }),
    asOf,
    rule: { ...rule, criterion: criterionOn(rule.criterion, present) },
    groups,
    members,
    rounds,
    demands,
    claims,
    reports,
    candidates,
    milestones,
    ...(decided && { decision: decided }),
    expect,
    sources: Object.fromEntries(Object.entries(roster.sources).filter(([key]) => used.has(key))),
    ...(note !== undefined && { note }),
  };
}

/** The criterion with its groups reduced to the members present. */
function criterionOn(criterion: Criterion, present: ReadonlySet<string>): Criterion {
  if (criterion.kind !== 'count') return { ...criterion, of: criterion.of.map((part) => criterionOn(part, present)) };
  const { among, group } = criterion;
  if (group === undefined || among === undefined || 'except' in among) return criterion;
  return { ...criterion, among: { only: among.only.filter((code) => present.has(code)) } };
}
