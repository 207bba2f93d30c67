import type { Claim, CountEnd, ReportedCount, Roster } from '../../model/roster.ts';
import type { CountStatement, ReconciledClaim } from '../../model/snapshot.ts';
import { type Stance, type StanceTraits, stances, traitsOf } from '../../model/stance.ts';
import { type StanceCounts, takingPart } from '../../model/tally.ts';
import { endOf, type Time } from '../../model/time.ts';
import { compareText } from '../../text/compare.ts';
import { groupedBy } from '../../text/grouped.ts';
import { isBy } from '../time/dates.ts';
import type { KnownMember } from '../time/epochs.ts';
import { contradictions } from './conflicts.ts';
import { firmMembersBy } from './firm-members.ts';
import { compareClaims, isMemberOn, type Listing, listingsOf } from './listings.ts';
import { countsAt } from './stance-counts.ts';
import { type Step, stepOn } from './steps.ts';

/** A member with its steps: what claims are checked against. */
export interface MemberSteps {
  readonly member: KnownMember;
  readonly steps: readonly [Step, ...Step[]];
}

type Tallied = Readonly<Record<'members' | StanceTraits['claimed'], number>>;

/** The number of members in each category that claims count. Recused members are in none. */
function talliedOf(counts: StanceCounts): Tallied {
  const tallied = { members: takingPart(counts), supporting: 0, 'holding-out': 0, pool: 0, none: 0 };
  for (const stance of stances) tallied[traitsOf[stance].claimed] += counts[stance];
  return tallied;
}

/**
 * The claims up to a date, each statement checked against the members' stances at the claim's own time; the latest
 * last.
 *
 * @see docs/evidence.md#counts
 */
export function reconcile(roster: Roster, histories: readonly MemberSteps[], asOf: Time): ReconciledClaim[] {
  return statementsOfClaims(roster.claims, histories, asOf).flatMap(({ statements }) => statements);
}

/** The same by claim, in the same order. */
export function statementsOfClaims(
  claims: readonly Claim[],
  histories: readonly MemberSteps[],
  asOf: Time,
): { readonly claim: Claim; readonly statements: readonly ReconciledClaim[] }[] {
  const known = claims.filter((claim) => isBy(claim.date, asOf)).sort(compareClaims);
  if (known.length === 0) return [];
  const byCode = new Map(histories.map((history) => [history.member.code, history]));
  const countedBy = ({ among }: Claim): readonly MemberSteps[] =>
    among === undefined ? histories : among.codes.flatMap((code) => byCode.get(code) ?? []);
  const counts = countsOf(known, countedBy);
  const firmOn = firmMembersBy(histories.map(({ member }) => member));
  const listings = new Map(
    listingsOf({ claims: known }).flatMap((listing) => listing.lists.map(({ claim }) => [claim, listing])),
  );
  return known.map((claim) => {
    const contradicts = (member: KnownMember): boolean => contradictsClaim(member, claim, listings.get(claim));
    const named = (claim.holdouts ?? []).flatMap((code) => byCode.get(code)?.member ?? []);
    const agrees = (): boolean => {
      if (named.some(contradicts)) return false;
      for (const { member } of firmOn(claim.date.day)) if (contradicts(member)) return false;
      return true;
    };
    const pool = (): readonly string[] => poolAt(countedBy(claim), endOf(claim.date));
    return { claim, statements: statementsOf(claim, { counts: counts.get(claim) as StanceCounts, pool, agrees }) };
  });
}

/** What claims of all members, or of the same ones, have in common: a text to look their counts up by. */
export const baseKey = ({ among }: Pick<Claim, 'among'>): string => (among === undefined ? '*' : among.codes.join(' '));

/** For each claim the stances of those that it counts, at its own time. */
function countsOf(
  claims: readonly Claim[],
  countedBy: (claim: Claim) => readonly MemberSteps[],
): ReadonlyMap<Claim, StanceCounts> {
  return new Map(
    [...groupedBy(claims, baseKey).values()].flatMap((ofBase) => {
      const counts = countsAt(countedBy(ofBase[0]), new Set(ofBase.map(({ date }) => endOf(date))));
      return ofBase.map((claim) => [claim, counts.get(endOf(claim.date)) as StanceCounts] as const);
    }),
  );
}

/** The codes of those that may be on either side at a moment. */
const poolAt = (histories: readonly MemberSteps[], moment: string): readonly string[] =>
  histories
    .filter(({ member, steps }) => isMemberOn(member, moment) && isInPool(stepOn(steps, moment).stance))
    .map(({ member }) => member.code);

/** Whether a member of this stance may be on either side of a count. */
export const isInPool = (stance: Stance): boolean => traitsOf[stance].claimed === 'pool';

/** Whether a member's own word at the time contradicts a claim's list, given all lists of that time. */
export function contradictsClaim(member: KnownMember, claim: Claim, listing: Listing | undefined): boolean {
  return listing !== undefined && contradictions(member, listing).some(({ list }) => list.claim === claim);
}

/** What a statement says, without when, by whom and how it compares with the stances. */
export function saidIn(claim: ReconciledClaim): unknown {
  switch (claim.about) {
    case 'holdouts':
      return claim.holdouts;
    case 'stance':
      return [claim.of, claim.stance, claim.why, claim.wants];
    case 'supporting':
    case 'holding-out':
      return claim.among === undefined ? claim.text : [claim.text, [...claim.among.codes].sort(compareText)];
  }
}

/** What a claim is held against. */
interface Ground {
  /** The stances of those that it counts, at its own time. */
  readonly counts: StanceCounts;
  /** The codes of those among them that may be on either side. */
  readonly pool: () => readonly string[];
  /** Whether no member's own word contradicts its list. */
  readonly agrees: () => boolean;
}

/**
 * The statements of one claim, checked: about supporters, about holdouts by number, about holdouts by name, in this
 * order.
 */
export function statementsOf(claim: Claim, { counts, pool, agrees }: Ground): ReconciledClaim[] {
  const { date, circa, by, supporting, holdingOut, among, holdouts, sources } = claim;
  const origin = { date, circa, ...(by !== undefined && { by }), sources };
  const statements: ReconciledClaim[] = [];
  const tallied = talliedOf(counts);
  const count = (about: CountStatement['about'], reported: ReportedCount): void => {
    const held = holdAgainst(about, reported, tallied);
    // A list beside it says it by name.
    const implied = holdouts === undefined ? impliedBy(held, tallied, pool) : undefined;
    statements.push({ ...origin, ...held, ...(among && { among }), ...(implied && { implied }) });
  };
  if (supporting) count('supporting', supporting);
  if (holdingOut) count('holding-out', holdingOut);
  if (holdouts) statements.push({ ...origin, about: 'holdouts', holdouts, agrees: agrees() });
  return statements;
}

type Held = Omit<CountStatement, 'date' | 'circa' | 'by' | 'sources' | 'among' | 'implied'>;

/** The members without a known side, where all or none of them must be among those counted. */
function impliedBy({ unnamed, agrees }: Held, { pool: size }: Tallied, pool: () => readonly string[]) {
  const counted = unnamed.min === size;
  if (!agrees || size === 0 || !(counted || unnamed.max === 0)) return undefined;
  return { codes: [...pool()].sort(compareText), counted };
}

/** Whether it can be true is judged by the count as printed; what is shown is kept within the members. */
function holdAgainst(about: CountStatement['about'], count: ReportedCount, counts: Tallied): Held {
  const { text, about: approximately, total } = count;
  const { members, pool, [about]: named } = counts;
  const [min, max] = [membersAt(count.min, members, Math.floor), membersAt(count.max, members, Math.ceil)];
  const unnamed = { min: Math.max(0, min - named), max: Math.min(max - named, pool) };
  const otherTotal = total === members ? undefined : total;
  const agrees = unnamed.min <= unnamed.max && otherTotal === undefined;
  const contradiction = {
    printed: { min, max },
    could: { min: named, max: named + pool },
    members,
    ...(otherTotal !== undefined && { total: otherTotal }),
  };
  return {
    about,
    text,
    min: Math.min(min, members),
    max: Math.min(max, members),
    ...(approximately !== undefined && { approximately }),
    named,
    unnamed,
    agrees,
    ...(!agrees && { contradiction }),
  };
}

/** One end of a count in whole members. */
function membersAt(end: CountEnd, members: number, round: (value: number) => number): number {
  if (end === 'all') return members;
  if (typeof end === 'number') return end;
  if ('allBut' in end) return Math.max(0, members - end.allBut);
  // The product is exact below 2^53, so a whole share is not rounded.
  return round((end.numerator * members) / end.denominator);
}
