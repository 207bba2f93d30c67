import type { Position } from '../../model/roster.ts';
import { isPending, type Stance, traitsOf } from '../../model/stance.ts';
import { momentOf } from '../../model/time.ts';
import { compareText } from '../../text/compare.ts';
import { firstIndex, numberUpTo } from '../../text/sorted.ts';
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

/** A member with what it said itself. */
export interface MemberWords {
  readonly member: KnownMember;
  readonly own: readonly Position[];
}

/** The stances that some members hold firmly, having stated them, over time. */
export interface FirmStances {
  /** Whether one of the members firmly holds another stance than this at a moment, such as the end of a day. */
  isOtherThan(stance: Stance, moment: string): boolean;
  /** The members of which that is not known: they returned, or a round began. */
  readonly others: readonly KnownMember[];
}

/** The stances that members hold firmly: what is looked for at a moment is found by halving. */
export function firmStancesOf(members: readonly MemberWords[]): FirmStances {
  const others: KnownMember[] = [];
  const times = new Map<Stance, { readonly from: string[]; readonly to: string[] }>();
  for (const { member, own } of members) {
    if (!own.some(({ basis, stance }) => basis === 'stated' && !isPending(stance))) continue;
    const [term, ...more] = member.terms;
    if (term === undefined) continue;
    if (more.length > 0 || member.starts.length > 0) {
      others.push(member);
      continue;
    }
    const [joined, left] = [momentOf(term.joined), term.left === undefined ? always : momentOf(term.left)];
    for (const { stance, from, to } of firmRunsIn(member.positions)) {
      const known = times.get(stance) ?? { from: [], to: [] };
      times.set(stance, known);
      const [start, end] = [from < joined ? joined : from, to < left ? to : left];
      if (start >= end) continue;
      known.from.push(start);
      known.to.push(end);
    }
  }
  const sorted = [...times].map(([stance, { from, to }]) => ({ stance, from: from.sort(), to: to.sort() }));
  return {
    isOtherThan: (stance, moment) =>
      sorted.some((times) => times.stance !== stance && numberUpTo(times.from, moment) > numberUpTo(times.to, moment)),
    others,
  };
}

interface FirmRun extends Pick<Position, 'stance'> {
  readonly from: string;
  readonly to: string;
}

/** Where a member's run is of a settled stance and stated, position by position. */
export function firmRunsIn(positions: readonly Position[]): FirmRun[] {
  const runs: FirmRun[] = [];
  let stated = false;
  for (const [index, { stance, basis, date }] of positions.entries()) {
    stated = (stated && positions[index - 1]?.stance === stance) || basis === 'stated';
    if (!stated || isPending(stance)) continue;
    const next = positions[index + 1];
    runs.push({ stance, from: momentOf(date), to: next === undefined ? always : momentOf(next.date) });
  }
  return runs;
}
