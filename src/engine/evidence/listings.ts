import type { Claim, Member, Roster } from '../../model/roster.ts';
import { endOf, momentOf, type Time } from '../../model/time.ts';
import { compareText } from '../../text/compare.ts';
import { addTo } from '../../text/grouped.ts';
import { firstIndex } from '../../text/sorted.ts';
import { daysBetween, isMonth } from '../time/dates.ts';
import { type Epoch, isIn } from '../time/epochs.ts';

/** Whether a member is in the roster at a moment: from a time at which it joins until just before it leaves. */
export function isMemberOn({ terms }: Pick<Member, 'terms'>, moment: string): boolean {
  // Terms are in order, and do not overlap.
  const begun = firstIndex(0, terms.length, (index) => momentOf(terms[index]?.joined) > moment);
  const term = terms[begun - 1];
  return term !== undefined && (term.left === undefined || momentOf(term.left) > moment);
}

/** A claim with a complete list of holdouts. */
export interface CompleteList {
  readonly claim: Claim;
  /** The codes on the list. */
  readonly listed: ReadonlySet<string>;
}

/** All complete lists of holdouts of one time: read together, so that whom one names is listed. */
export interface Listing {
  readonly time: Time;
  readonly lists: readonly CompleteList[];
  /** Whether the date of some list is a month or a best guess. */
  readonly vague: boolean;
  /** The codes on any of the lists. */
  readonly listed: ReadonlySet<string>;
  /** Its index among all of the roster. */
  readonly place: number;
  /** By code, the places of those of the roster that name it, in ascending order. */
  readonly naming: ReadonlyMap<string, readonly number[]>;
}

/** Orders claims by time, then by author, then by content, so that the order in the file does not matter. */
export function compareClaims(a: Claim, b: Claim): number {
  return (
    compareText(momentOf(a.date), momentOf(b.date)) ||
    compareText(a.by ?? '', b.by ?? '') ||
    compareText(a.sources.join(' '), b.sources.join(' ')) ||
    compareText(JSON.stringify(a), JSON.stringify(b))
  );
}

/** The complete lists of holdouts by time, oldest first. */
export function listingsOf({ claims }: Pick<Roster, 'claims'>): Listing[] {
  const byMoment = new Map<string, [CompleteList, ...CompleteList[]]>();
  for (const claim of [...claims].sort(compareClaims)) {
    if (claim.holdouts === undefined) continue;
    const list = { claim, listed: new Set(claim.holdouts) };
    addTo(byMoment, momentOf(claim.date), list);
  }
  const naming = new Map<string, [number, ...number[]]>();
  return [...byMoment.values()].map((lists, place) => {
    const listing = listingWith({ time: lists[0].claim.date, place, naming }, lists);
    for (const code of listing.listed) addTo(naming, code, place);
    return listing;
  });
}

function listingWith(
  { time, place, naming }: Pick<Listing, 'time' | 'place' | 'naming'>,
  lists: readonly CompleteList[],
): Listing {
  const vague = lists.some(({ claim }) => isVague(claim));
  return { time, lists, vague, listed: new Set(lists.flatMap(({ listed }) => [...listed])), place, naming };
}

/** The index of the first listing from a moment on, at or after `start`. */
export const firstFrom = (listings: readonly Listing[], moment: string, start = 0): number =>
  firstIndex(start, listings.length, (index) => momentOf((listings[index] as Listing).time) >= moment);

/** The listings that belong to an epoch. */
export function listingsIn(listings: readonly Listing[], epoch: Epoch): readonly Listing[] {
  const { start, end } = epoch;
  if (start === undefined && end === undefined) return listings;
  const first = start === undefined ? 0 : firstFrom(listings, start.day);
  const last = end === undefined ? listings.length : firstFrom(listings, momentOf(end), first);
  // One of the first day may have an hour before the start.
  return listings.slice(first, last).filter(({ time }) => isIn(time, epoch));
}

/**
 * The index of the first listing that names a member, at or after `start` and before `end`.
 *
 * @param listings any of one roster, oldest first
 * @returns `end` if none does
 */
export function firstNaming(listings: readonly Listing[], code: string, start: number, end: number): number {
  const first = start < end ? listings[start] : undefined;
  const places = first?.naming.get(code) ?? [];
  const placeAt = (index: number): number => (listings[index] as Listing).place;
  let from = start;
  for (
    let next = firstIndex(0, places.length, (index) => (places[index] as number) >= (first as Listing).place);
    next < places.length;
    next += 1
  ) {
    const place = places[next] as number;
    from = firstIndex(from, end, (index) => placeAt(index) >= place);
    if (from === end || placeAt(from) === place) return from;
  }
  return end;
}

/**
 * The index of the first listing of a time at which a member is in the roster, at or after `start` and before `end`.
 *
 * @returns `end` if there is none
 */
export function firstInTerms(
  listings: readonly Listing[],
  { terms }: Pick<Member, 'terms'>,
  start: number,
  end: number,
): number {
  let index = start;
  while (index < end) {
    const { time } = listings[index] as Listing;
    const moment = endOf(time);
    if (isMemberOn({ terms }, moment)) return index;
    // A bare day comes before its hours and ends after them: a member may be in the roster at one of these alone.
    if (listings[index + 1]?.time.day === time.day) {
      index += 1;
      continue;
    }
    const next = terms[firstIndex(0, terms.length, (term) => momentOf(terms[term]?.joined) > moment)]?.joined;
    if (next === undefined) return end;
    // On the day on which it joins some may be of an earlier hour.
    index = firstIndex(index + 1, end, (later) => (listings[later] as Listing).time.day >= next.day);
  }
  return end;
}

/**
 * The lists of one time that reach a member, by their date: it must be in the roster then, and a list dated by a month
 * or a best guess does not reach one that has a position of its own near that date.
 *
 * @param member with the positions that are known
 * @returns undefined if none does
 */
export function listingFor(member: Member, listing: Listing): Listing | undefined {
  const { time, lists } = listing;
  if (!isMemberOn(member, endOf(time))) return undefined;
  if (!listing.vague) return listing;
  const reaching = lists.filter(({ claim }) => !isVague(claim) || !hasPositionNear(member, claim));
  if (reaching.length === lists.length) return listing;
  return reaching.length === 0 ? undefined : listingWith(listing, reaching);
}

/** Whether a claim's date is a month or a best guess. */
export const isVague = ({ date, circa }: Claim): boolean => circa || isMonth(date);

/** The days before and after a best guess within which a member's own position is taken to be no earlier. */
const margin = 7;

function hasPositionNear({ positions }: Member, { date, circa }: Claim): boolean {
  return positions.some(
    (position, index) =>
      position.date !== undefined &&
      (position.stance !== 'undeclared' || positions.slice(0, index).some(({ stance }) => stance !== 'undeclared')) &&
      ((isMonth(date) && position.date.day.startsWith(date.text)) ||
        (circa && Math.abs(daysBetween(date.day, position.date.day)) <= margin)),
  );
}
