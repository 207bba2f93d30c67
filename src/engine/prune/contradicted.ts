import type { Term } from '../../model/roster.ts';
import type { ConflictKind } from '../../model/snapshot.ts';
import { traitsOf } from '../../model/stance.ts';
import { endOf, momentOf } from '../../model/time.ts';
import { firstIndex } from '../../text/sorted.ts';
import { contradictions, mayContradict } from '../evidence/conflicts.ts';
import { firmRunsIn, mayBeContradicted } from '../evidence/firm-members.ts';
import type { Listing } from '../evidence/listings.ts';
import type { KnownMember } from '../time/epochs.ts';

/** The lists that a member contradicts, in a form that is the same for the same lists. */
export type Contradicted = readonly (
  | readonly [place: number, kind: ConflictKind, list: number]
  | readonly [first: number, end: number]
)[];

/** What a member contradicts of some lists, oldest first. */
export function contradictedBy(member: KnownMember, listings: readonly Listing[]): Contradicted {
  if (!member.positions.some(mayContradict)) return [];
  if (member.terms.length !== 1 || member.starts.length > 0 || !areOfBareDays(listings))
    return mayBeContradicted(member, listings).flatMap((listing) => contradictedIn(member, listing));
  const naming = listings.length === 0 ? [] : indexesNaming(member.code, listings);
  return [
    ...unlistedRanges(member, listings, naming),
    ...naming.flatMap((index) => contradictedIn(member, listings[index] as Listing)),
  ];
}

const contradictedIn = (member: KnownMember, listing: Listing): Contradicted =>
  contradictions(member, listing).map(({ kind, list }) => [listing.place, kind, listing.lists.indexOf(list)] as const);

const bareDays = new WeakMap<readonly Listing[], boolean>();

/** Whether each list is of a day that is known, without an hour: they are in the order of their days. */
function areOfBareDays(listings: readonly Listing[]): boolean {
  const known = bareDays.get(listings) ?? listings.every(({ time, vague }) => !vague && time.instant === undefined);
  bareDays.set(listings, known);
  return known;
}

/** The indexes of the listings that name a member. */
function indexesNaming(code: string, listings: readonly Listing[]): number[] {
  return (listings[0]?.naming.get(code) ?? []).flatMap((place) => {
    const index = firstIndex(0, listings.length, (later) => (listings[later] as Listing).place >= place);
    return listings[index]?.place === place ? [index] : [];
  });
}

/** Where a member holds firmly, without support, a stance that lists which do not name it say it does not have. */
function unlistedRanges(
  { positions, terms }: KnownMember,
  listings: readonly Listing[],
  naming: readonly number[],
): (readonly [first: number, end: number])[] {
  const indexAt = (moment: string): number =>
    firstIndex(0, listings.length, (index) => endOf((listings[index] as Listing).time) >= moment);
  const [term] = terms as readonly [Term];
  const [joined, left] = [indexAt(momentOf(term.joined)), term.left ? indexAt(momentOf(term.left)) : listings.length];
  const ranges: [number, number][] = [];
  const add = (first: number, end: number): void => {
    if (first >= end) return;
    const last = ranges.at(-1);
    if (last?.[1] === first) last[1] = end;
    else ranges.push([first, end]);
  };
  for (const { stance, from, to } of firmRunsIn(positions)) {
    if (stance === 'support' || !traitsOf[stance].takesPart) continue;
    let first = Math.max(joined, indexAt(from));
    const end = Math.min(left, indexAt(to));
    for (const index of naming) {
      if (index < first || index >= end) continue;
      add(first, index);
      first = index + 1;
    }
    add(first, end);
  }
  return ranges;
}
