import type { Claim, Member, Roster } from '../../model/roster.ts';
import { endOf, momentOf, type Time } from '../../model/time.ts';
import { compareText } from '../../text/compare.ts';
import { daysBetween, isMonth } from '../time/dates.ts';

/** Whether a member is in the roster at a moment: from a time at which it joins until just before it leaves. */
export function isMemberOn({ terms }: Pick<Member, 'terms'>, moment: string): boolean {
  return terms.some(
    ({ joined, left }) => momentOf(joined) <= moment && (left === undefined || momentOf(left) > moment),
  );
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
  /** The codes on any of the lists. */
  readonly listed: ReadonlySet<string>;
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
    const moment = momentOf(claim.date);
    const known = byMoment.get(moment);
    if (known === undefined) byMoment.set(moment, [list]);
    else known.push(list);
  }
  return [...byMoment.values()].map((lists) => listingWith(lists[0].claim.date, lists));
}

function listingWith(time: Time, lists: readonly CompleteList[]): Listing {
  return { time, lists, listed: new Set(lists.flatMap(({ listed }) => [...listed])) };
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
  const reaching = lists.filter(({ claim }) => !isVague(claim) || !hasPositionNear(member, claim));
  if (reaching.length === lists.length) return listing;
  return reaching.length === 0 ? undefined : listingWith(time, reaching);
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
