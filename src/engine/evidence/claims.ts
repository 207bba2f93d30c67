import type { Claim, CountEnd, Member, Position, ReportedCount, Roster } from '../../model/roster.ts';
import type { Conflict, ConflictKind, CountStatement, ReconciledClaim } from '../../model/snapshot.ts';
import { isPending, type StanceTraits, stances, traitsOf } from '../../model/stance.ts';
import { type StanceCounts, takingPart } from '../../model/tally.ts';
import type { Time } from '../../model/time.ts';
import { compareText } from '../../text/compare.ts';
import { isBy } from './dates.ts';
import { countsByDay } from './stance-counts.ts';
import { compareClaims, isMemberOn, type Listing, ownWordOn, type Step } from './steps.ts';

/** A member with its steps: what claims are checked against. */
export interface MemberSteps {
  readonly member: Member;
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
 * The claims up to a date, each statement checked against the members' stances on the claim's own day; the latest last.
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
  const counts = countsByDay(histories, new Set(known.map(({ date }) => date.day)));
  const byCode = new Map(histories.map(({ member }) => [member.code, member]));
  const firm = histories.map(({ member }) => member).filter(({ positions }) => positions.some(isFirm));
  return known.map((claim) => {
    const { day } = claim.date;
    const contradicted = (listed: ReadonlySet<string>): boolean => {
      const contradicts = (member: Member): boolean =>
        contradiction(member, listed, day, ownWordOn(member, day)) !== undefined;
      return [...listed].flatMap((code) => byCode.get(code) ?? []).some(contradicts) || firm.some(contradicts);
    };
    return { claim, statements: statementsOf(claim, counts.get(day) as StanceCounts, contradicted) };
  });
}

/**
 * The statements of one claim, checked: about supporters, about holdouts by number, about holdouts by name, in this
 * order.
 *
 * @param counts the stances on the claim's own day
 * @param contradicted whether a member's own position contradicts a complete list of these codes
 */
export function statementsOf(
  claim: Claim,
  counts: StanceCounts,
  contradicted: (listed: ReadonlySet<string>) => boolean,
): ReconciledClaim[] {
  const { date, circa, by, supporting, holdingOut, holdouts, sources } = claim;
  const origin = { date, circa, ...(by !== undefined && { by }), sources };
  const statements: ReconciledClaim[] = [];
  const tallied = talliedOf(counts);
  if (supporting) statements.push({ ...origin, ...holdAgainst('supporting', supporting, tallied) });
  if (holdingOut) statements.push({ ...origin, ...holdAgainst('holding-out', holdingOut, tallied) });
  if (holdouts) statements.push({ ...origin, about: 'holdouts', holdouts, agrees: !contradicted(new Set(holdouts)) });
  return statements;
}

type Held = Omit<CountStatement, 'date' | 'circa' | 'by' | 'sources'>;

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

/** Whether a position contradicts a complete list that does not name the member. */
const isFirm = ({ basis, stance }: Position): boolean =>
  basis === 'stated' && stance !== 'support' && !isPending(stance);

/**
 * How a member's own position contradicts a complete list of a day; undefined where it does not. Only a stated and
 * settled position can.
 */
export function contradiction(
  member: Member,
  listed: ReadonlySet<string>,
  day: string,
  own: Position | undefined,
): ConflictKind | undefined {
  if (own === undefined || own.basis !== 'stated' || isPending(own.stance) || !isMemberOn(member, day))
    return undefined;
  if (listed.has(member.code)) return own.stance === 'support' ? 'listed-though-supporting' : undefined;
  return own.stance === 'support' ? undefined : 'unlisted-though-not-supporting';
}

/** The conflicts between the latest complete list up to a date and members' own positions, sorted by code. */
export function conflictsOn(members: readonly Member[], listings: readonly Listing[], asOf: Time): Conflict[] {
  const latest = listings.findLast((listing) => listing.day <= asOf.day);
  if (latest === undefined) return [];
  return members
    .flatMap((member) =>
      latest.lists.flatMap(({ claim, listed }): Conflict[] => {
        const kind = contradiction(member, listed, latest.day, ownWordOn(member, latest.day));
        // A later position of the member that no longer contradicts the list ends the conflict.
        if (kind === undefined || contradiction(member, listed, latest.day, ownWordOn(member, asOf.day)) !== kind)
          return [];
        return [{ kind, member: member.code, date: claim.date, ...(claim.by !== undefined && { by: claim.by }) }];
      }),
    )
    .sort((a, b) => compareText(a.member, b.member));
}
