import type { Claim, Member, Position, ReportedCount, Roster } from '../model/roster.ts';
import type { Conflict, ConflictKind, CountStatement, ReconciledClaim } from '../model/snapshot.ts';
import type { Stance } from '../model/stance.ts';
import type { Time } from '../model/time.ts';
import { isBy } from './calendar.ts';
import { compareClaims, isMemberOn, isPending, type Listing, ownWordOn, type Step, stepOn } from './evidence.ts';
import { compareText } from './order.ts';

/** A member with its story: what claims are held against. */
export interface Storied {
  readonly member: Member;
  readonly steps: readonly [Step, ...Step[]];
}

type Tallied = Readonly<Record<'members' | 'supporting' | 'holding-out' | 'pool', number>>;

const counted: Readonly<Record<Exclude<Stance, 'recused'>, 'supporting' | 'holding-out' | 'pool' | undefined>> = {
  support: 'supporting',
  'no-objection': undefined,
  abstain: undefined,
  oppose: 'holding-out',
  conditional: 'holding-out',
  withheld: 'holding-out',
  unclear: 'pool',
  undeclared: 'pool',
};

/** How many there are of each kind on an ISO day. Recused members leave every count. */
function countOn(stories: readonly Storied[], day: string): Tallied {
  const counts = { members: 0, supporting: 0, 'holding-out': 0, pool: 0 };
  for (const { member, steps } of stories) {
    if (!isMemberOn(member, day)) continue;
    const { stance } = stepOn(steps, day);
    if (stance === 'recused') continue;
    counts.members += 1;
    const kind = counted[stance];
    if (kind !== undefined) counts[kind] += 1;
  }
  return counts;
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
  const countsByDay = new Map<string, Tallied>();
  return known.map((claim) => {
    const { day } = claim.date;
    const counts = countsByDay.get(day) ?? countOn(stories, day);
    countsByDay.set(day, counts);
    return { claim, statements: statementsOf(claim, counts, stories) };
  });
}

function statementsOf(claim: Claim, counts: Tallied, stories: readonly Storied[]): ReconciledClaim[] {
  const { date, circa, by, supporting, holdingOut, holdouts, sources } = claim;
  const origin = { date, circa, ...(by !== undefined && { by }), sources };
  const statements: ReconciledClaim[] = [];
  if (supporting) statements.push({ ...origin, ...holdAgainst('supporting', supporting, counts) });
  if (holdingOut) statements.push({ ...origin, ...holdAgainst('holding-out', holdingOut, counts) });
  if (holdouts) {
    const listed = new Set(holdouts);
    const agrees = stories.every(
      ({ member }) => contradiction(member, listed, date.day, ownWordOn(member, date.day)) === undefined,
    );
    statements.push({ ...origin, about: 'holdouts', holdouts, agrees });
  }
  return statements;
}

type Held = Pick<CountStatement, 'about' | 'text' | 'min' | 'max' | 'named' | 'unnamed' | 'agrees'>;

function holdAgainst(about: CountStatement['about'], count: ReportedCount, counts: Tallied): Held {
  const number = (bound: number | 'all'): number => (bound === 'all' ? counts.members : bound);
  const min = number(count.min);
  const max = Math.min(number(count.max), counts.members);
  const named = counts[about];
  const unnamed = { min: Math.max(0, min - named), max: Math.min(max - named, counts.pool) };
  return { about, text: count.text, min, max, named, unnamed, agrees: unnamed.min <= unnamed.max };
}

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
