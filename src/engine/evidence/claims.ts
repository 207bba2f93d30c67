import type { Claim, CountEnd, Member, Position, ReportedCount, Roster } from '../../model/roster.ts';
import type { Conflict, ConflictKind, CountStatement, ReconciledClaim } from '../../model/snapshot.ts';
import { isPending, type StanceTraits, stances, traitsOf } from '../../model/stance.ts';
import { type StanceCounts, takingPart } from '../../model/tally.ts';
import type { Time } from '../../model/time.ts';
import { compareText } from '../../text/compare.ts';
import { isBy } from './dates.ts';
import { countsByDay } from './stance-counts.ts';
import { compareClaims, isMemberOn, type Listing, ownWordOn, type Step } from './steps.ts';

/** A member with its story: what claims are held against. */
export interface Storied {
  readonly member: Member;
  readonly steps: readonly [Step, ...Step[]];
}

type Tallied = Readonly<Record<'members' | StanceTraits['claimed'], number>>;

/** How many there are of each kind that claims speak of. Recused members leave every count. */
function talliedOf(counts: StanceCounts): Tallied {
  const tallied = { members: takingPart(counts), supporting: 0, 'holding-out': 0, pool: 0, none: 0 };
  for (const stance of stances) tallied[traitsOf[stance].claimed] += counts[stance];
  return tallied;
}

/**
 * What was claimed by a date, each statement held against the names as they stood on the claim's own day, the latest last.
 *
 * @see docs/evidence.md#counts
 */
export function reconcile(roster: Roster, stories: readonly Storied[], asOf: Time): ReconciledClaim[] {
  return statementsOfClaims(roster.claims, stories, asOf).flatMap(({ statements }) => statements);
}

/** The same claim by claim, in the same order. */
export function statementsOfClaims(
  claims: readonly Claim[],
  stories: readonly Storied[],
  asOf: Time,
): { readonly claim: Claim; readonly statements: readonly ReconciledClaim[] }[] {
  const known = claims.filter((claim) => isBy(claim.date, asOf)).sort(compareClaims);
  const counts = countsByDay(stories, new Set(known.map(({ date }) => date.day)));
  const byCode = new Map(stories.map(({ member }) => [member.code, member]));
  const firm = stories.map(({ member }) => member).filter(({ positions }) => positions.some(isFirm));
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
 * What a claim says, held against the names as they stood on its own day.
 *
 * @param contradicted whether anybody's own word contradicts a complete list
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

/** A position that contradicts a complete list that leaves the member out. */
const isFirm = ({ basis, stance }: Position): boolean =>
  basis === 'stated' && stance !== 'support' && !isPending(stance);

/** How a member's own, stated and settled word contradicts a complete list of a day, if it does. */
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

/** Where the latest complete list and what members said themselves cannot both be right, by code. */
export function conflictsOn(members: readonly Member[], listings: readonly Listing[], asOf: Time): Conflict[] {
  const latest = listings.findLast((listing) => listing.day <= asOf.day);
  if (latest === undefined) return [];
  return members
    .flatMap((member) =>
      latest.lists.flatMap(({ claim, listed }): Conflict[] => {
        const kind = contradiction(member, listed, latest.day, ownWordOn(member, latest.day));
        // A member that has since said something else has settled the matter itself.
        if (kind === undefined || contradiction(member, listed, latest.day, ownWordOn(member, asOf.day)) !== kind)
          return [];
        return [{ kind, member: member.code, date: claim.date, ...(claim.by !== undefined && { by: claim.by }) }];
      }),
    )
    .sort((a, b) => compareText(a.member, b.member));
}
