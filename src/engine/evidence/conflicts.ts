import type { Member, Position } from '../../model/roster.ts';
import type { Conflict, ConflictKind } from '../../model/snapshot.ts';
import { isPending, traitsOf } from '../../model/stance.ts';
import { endOf, momentOf, type Time } from '../../model/time.ts';
import { compareText } from '../../text/compare.ts';
import { firstIndex } from '../../text/sorted.ts';
import { isBy } from '../time/dates.ts';
import { epochAt, type KnownMember, positionsIn } from '../time/epochs.ts';
import { type CompleteList, type Listing, listingFor } from './listings.ts';

/** A member's own unbroken run of a stance. */
export interface OwnRun {
  readonly stance: Position['stance'];
  /** Whether one of its positions is stated. */
  readonly stated: boolean;
}

/** The run of a member's own positions at a time; undefined if it has none by then. */
export function ownRunAt({ positions }: Pick<Member, 'positions'>, time: Time): OwnRun | undefined {
  const end = endOf(time);
  const last = firstIndex(0, positions.length, (index) => momentOf(positions[index]?.date) > end) - 1;
  const stance = positions[last]?.stance;
  if (stance === undefined) return undefined;
  return {
    stance,
    // Only asked of a settled stance, and a run may be long.
    get stated() {
      let first = last;
      while (positions[first]?.stance === stance && positions[first]?.basis !== 'stated') first -= 1;
      return positions[first]?.stance === stance;
    },
  };
}

/** How a run contradicts lists of holdouts that name its member, or do not. Only a settled stance can. */
function kindOf(run: OwnRun, listed: boolean): ConflictKind | undefined {
  const { stance } = run;
  if (!traitsOf[stance].takesPart) return listed ? 'listed-though-recused' : undefined;
  if (isPending(stance) || !run.stated) return undefined;
  if (stance === 'support') return listed ? 'listed-though-supporting' : undefined;
  return listed ? undefined : 'unlisted-though-not-supporting';
}

/** Whether a member with this position among its own may contradict a list. */
export const mayContradict = ({ basis, stance }: Position): boolean =>
  !traitsOf[stance].takesPart || (basis === 'stated' && !isPending(stance));

/** A list that a member contradicts, and how. */
export interface Contradiction {
  readonly kind: ConflictKind;
  readonly list: CompleteList;
}

/**
 * The lists of one time that a member contradicted then; none if they do not reach it. What the member said later does
 * not matter.
 */
export function contradictions(whole: KnownMember, listing: Listing): Contradiction[] {
  const member = duringList(whole, listing);
  const run = ownRunAt(member, listing.time);
  const reaching = run && listingFor(member, listing);
  if (reaching === undefined) return [];
  const listed = reaching.listed.has(member.code);
  const kind = kindOf(run as OwnRun, listed);
  if (kind === undefined) return [];
  return reaching.lists.filter((list) => list.listed.has(member.code) === listed).map((list) => ({ kind, list }));
}

/** The member with the positions of the epoch to which a list belongs. */
function duringList(member: KnownMember, { time }: Listing): KnownMember {
  return member.starts.length === 0 ? member : { ...member, positions: positionsIn(member, epochAt(member, time)) };
}

/** Whether a member contradicts some list if that does not name it. */
export function isFirm({ basis, stance }: Position): boolean {
  return basis === 'stated' && stance !== 'support' && !isPending(stance);
}

/**
 * The conflicts between the latest complete lists up to a date and members' own positions, sorted by code. A conflict
 * ends for good once the member takes another stance or a new epoch begins; whoever repeats the same stance does not end
 * it.
 *
 * @param listings oldest first
 */
export function conflictsOn(members: readonly KnownMember[], listings: readonly Listing[], asOf: Time): Conflict[] {
  const latest = listings.findLast(({ time }) => isBy(time, asOf));
  if (latest === undefined) return [];
  const conflicts = members.flatMap((member) => {
    const found = contradictions(member, latest);
    return found.length === 0 || hasTurnedSince(member, latest.time) ? [] : found.map((one) => conflictOf(member, one));
  });
  const distinct = new Map(conflicts.map((conflict) => [JSON.stringify(conflict), conflict]));
  return [...distinct.values()].sort((a, b) => compareText(a.member, b.member));
}

function hasTurnedSince(member: KnownMember, time: Time): boolean {
  const epoch = epochAt(member, time);
  if (epoch.end !== undefined) return true;
  const positions = positionsIn(member, epoch);
  const end = endOf(time);
  const last = positions.findLastIndex(({ date }) => momentOf(date) <= end);
  return positions.slice(last).some(({ stance }) => stance !== positions[last]?.stance);
}

function conflictOf({ code }: Member, { kind, list: { claim } }: Contradiction): Conflict {
  return { kind, member: code, date: claim.date, ...(claim.by !== undefined && { by: claim.by }) };
}
