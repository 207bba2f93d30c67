import type { Position } from '../../model/roster.ts';
import { isPending, traitsOf } from '../../model/stance.ts';
import { compareText } from '../../text/compare.ts';
import { firstIndex } from '../../text/sorted.ts';
import { epochsWith, type KnownMember, positionsIn } from '../time/epochs.ts';
import { isFirm } from './conflicts.ts';
import type { Listing } from './listings.ts';

/** The days, the first and the last included, on which a member may contradict a list that does not name it. */
interface FirmTime {
  readonly member: KnownMember;
  readonly from: string;
  readonly to: string;
}

const always = '\uffff';

/**
 * A function that gives the members which may contradict a list of a day that does not name them, for days in their order.
 * All others hold no stated, settled stance on that day, or have left.
 */
export function firmMembersBy(members: readonly KnownMember[]): (day: string) => Iterable<Pick<FirmTime, 'member'>> {
  const times = members.filter(({ positions }) => positions.some(isFirm)).flatMap(firmTimesOf);
  const beginning = times.toSorted((a, b) => compareText(b.from, a.from));
  const ending = times.toSorted((a, b) => compareText(b.to, a.to));
  const now = new Set<FirmTime>();
  return (day) => {
    for (let next = beginning.at(-1); next !== undefined && next.from <= day; next = beginning.at(-1)) {
      now.add(next);
      beginning.pop();
    }
    for (let next = ending.at(-1); next !== undefined && next.to < day; next = ending.at(-1)) {
      now.delete(next);
      ending.pop();
    }
    return now;
  };
}

/** The times of lists, oldest first, whose lists a member may contradict; it contradicts none of the others. */
export function mayBeContradicted(member: KnownMember, listings: readonly Listing[]): readonly Listing[] {
  const indexFrom = (isFrom: (listing: Listing) => boolean): number =>
    firstIndex(0, listings.length, (index) => isFrom(listings[index] as Listing));
  const ranges = firmTimesOf(member).map(({ from, to }): readonly [number, number] => [
    indexFrom(({ time }) => time.day >= from),
    indexFrom(({ time }) => time.day > to),
  ]);
  for (const place of listings[0]?.naming.get(member.code) ?? []) {
    const index = indexFrom((listing) => listing.place >= place);
    if (listings[index]?.place === place) ranges.push([index, index + 1]);
  }
  const found: Listing[] = [];
  let seen = 0;
  for (const [start, end] of ranges.sort(([a], [b]) => a - b))
    for (seen = Math.max(seen, start); seen < end; seen += 1) found.push(listings[seen] as Listing);
  return found;
}

function firmTimesOf(member: KnownMember): FirmTime[] {
  const dates = member.positions.map(({ date }) => date);
  const left = member.terms.at(-1)?.left?.day ?? always;
  return epochsWith(member, dates).flatMap((epoch) => {
    const positions = positionsIn(member, epoch);
    const end = epoch.end?.day ?? always;
    const last = end < left ? end : left;
    return firmPositions(positions).map(({ index, position }): FirmTime => {
      const next = positions[index + 1]?.date?.day ?? always;
      return { member, from: position.date?.day ?? '', to: next < last ? next : last };
    });
  });
}

/** The positions that are of a stated run of a settled stance other than support. */
function firmPositions(positions: readonly Position[]): { readonly index: number; readonly position: Position }[] {
  const firm: { index: number; position: Position }[] = [];
  let stated = false;
  for (const [index, position] of positions.entries()) {
    const { stance, basis } = position;
    stated = (stated && positions[index - 1]?.stance === stance) || basis === 'stated';
    if (stated && stance !== 'support' && !isPending(stance) && traitsOf[stance].takesPart)
      firm.push({ index, position });
  }
  return firm;
}
