import type { Candidate, Claim, Member, Roster } from '../../model/roster.ts';
import { type CountCriterion, type Criterion, criteriaThatCount } from '../../model/rule.ts';
import type { Time } from '../../model/time.ts';
import { type Storied, statementsOfClaims } from '../evidence/claims.ts';
import { asOfDate, isBy } from '../evidence/dates.ts';

/** Members as they were told before and are told after, and the date on which it matters. */
interface Retelling {
  readonly before: readonly Storied[];
  readonly after: readonly Storied[];
  readonly asOf: Time;
}

/**
 * The claims that stay: these lists, the latest counts, and those of the others that come to the same when they are held
 * against the members as they are told after. No count stays that could be true before and not after, or the reverse.
 *
 * @param lists the claims whose lists stay; of others that list holdouts, nothing does
 */
export function claimsThatMatter(
  claims: readonly Claim[],
  lists: ReadonlySet<Claim>,
  { before, after, asOf }: Retelling,
): Claim[] {
  const candidates = claims.filter((claim) => claim.holdouts === undefined || lists.has(claim));
  const said = new Map(
    statementsOfClaims(candidates, before, asOf).map(({ claim, statements }) => [claim, statements] as const),
  );
  const told = statementsOfClaims(candidates, after, asOf);
  const latest = new Map(
    told.flatMap(({ claim, statements }) => statements.map(({ about }) => [about, claim] as const)),
  );
  return told.flatMap(({ claim, statements }) => {
    const stay = statements.filter((statement) => {
      const was = said.get(claim)?.find(({ about }) => about === statement.about);
      if (latest.get(statement.about) === claim) return was?.agrees === statement.agrees;
      return JSON.stringify(was) === JSON.stringify(statement);
    });
    const abouts = new Set(stay.map(({ about }) => about));
    const { supporting, holdingOut, ...rest } = claim;
    if (rest.holdouts === undefined && abouts.size === 0) return [];
    const counts = {
      ...(supporting && abouts.has('supporting') && { supporting }),
      ...(holdingOut && abouts.has('holding-out') && { holdingOut }),
    };
    return [{ ...rest, ...counts }];
  });
}

/** The codes that a rule, a list of holdouts or a candidate names, whoever is in the roster. */
export function codesThatMatter(roster: Roster, lists: Iterable<Claim>, asOf: Time): ReadonlySet<string> {
  const codes = new Set(candidatesOn(roster, asOf).flatMap(({ member }) => member ?? []));
  for (const { holdouts = [] } of lists) for (const code of holdouts) codes.add(code);
  for (const code of criteriaThatCount(roster.rule.criterion).flatMap(codesIn)) codes.add(code);
  return codes;
}

/** The members that a criterion names one by one. */
function codesIn({ among, group }: CountCriterion): readonly string[] {
  if (among === undefined || group !== undefined) return [];
  return 'except' in among ? among.except : among.only;
}

/** Those in the running, each with its latest word alone. */
function candidatesOn({ candidates }: Roster, asOf: Time): Candidate[] {
  return candidates.flatMap((candidate) => {
    const latest = candidate.history.findLast(({ date }) => isBy(date, asOf));
    if (latest !== undefined) return [{ ...candidate, history: [latest] }];
    return candidate.history.length === 0 ? [candidate] : [];
  });
}

/** What of a roster has been settled before its other sections are. */
interface Settled {
  readonly members: readonly Member[];
  readonly claims: readonly Claim[];
  readonly asOf: Time;
  /** Who is in the roster on the date. */
  readonly present: ReadonlySet<string>;
  /** Nothing is assumed and nothing left out on purpose: what the roster expects of itself still holds. */
  readonly whole: boolean;
}

/** The roster with these members and claims, and what matters of everything else. */
export function sectionsThatMatter(roster: Roster, { members, claims, asOf, present, whole }: Settled): Roster {
  const { title, body, rule, decision, note } = roster;
  const groups = Object.fromEntries(
    Object.entries(roster.groups).map(([name, codes]) => [name, codes.filter((code) => present.has(code))]),
  );
  const codes = new Set(members.map(({ code }) => code));
  const decided = decision && isBy(decision.date, asOf) ? decision : undefined;
  const candidates = candidatesOn(roster, asOf);
  const milestones = roster.milestones.filter(({ date, deadline }) => deadline || date.day >= asOf.day);
  const expect = roster.expect.filter(
    ({ asOf: date, holdouts = [] }) =>
      whole && asOfDate(date).text === asOf.text && holdouts.every((code) => codes.has(code)),
  );
  const used = new Set(
    [
      ...members.flatMap(({ positions }) => positions),
      ...claims,
      ...candidates.flatMap(({ history }) => history),
      ...milestones,
      ...(decided ? [decided] : []),
    ].flatMap(({ sources }) => sources),
  );
  return {
    title,
    ...(body !== undefined && { body }),
    asOf,
    rule: { ...rule, criterion: criterionOn(rule.criterion, present) },
    groups,
    members,
    claims,
    candidates,
    milestones,
    ...(decided && { decision: decided }),
    expect,
    sources: Object.fromEntries(Object.entries(roster.sources).filter(([key]) => used.has(key))),
    ...(note !== undefined && { note }),
  };
}

/** The criterion with its groups as they were then. */
function criterionOn(criterion: Criterion, present: ReadonlySet<string>): Criterion {
  if (criterion.kind !== 'count') return { ...criterion, of: criterion.of.map((part) => criterionOn(part, present)) };
  const { among, group } = criterion;
  if (group === undefined || among === undefined || 'except' in among) return criterion;
  return { ...criterion, among: { only: among.only.filter((code) => present.has(code)) } };
}
