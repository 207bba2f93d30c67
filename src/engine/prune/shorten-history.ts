/*
 * Pruning: a smaller roster that gives the same answer on one date. What may be left out is decided for members first
 * (here) and then for everything else (`relevant.ts`).
 *
 * A member needs one position for its current run of a stance. Earlier positions matter in three cases: a list of
 * holdouts that stays would otherwise move the member, another stance on record stands behind one that is reported,
 * or a conflict with a list rests on it. Instead of deciding which case holds, candidates are tried, the shortest
 * first: everything that a snapshot derives from the member, its step, its stance on record, its reason where the
 * rule asks for one, its conflicts, must come out as before. Claims are checked the same way, before and after.
 */

import type { Position } from '../../model/roster.ts';
import { endOf, momentOf, type Time } from '../../model/time.ts';
import { compareText } from '../../text/compare.ts';
import { defined } from '../../text/defined.ts';
import { conflictsOn } from '../evidence/conflicts.ts';
import { isMemberOn, type Listing, listingsIn } from '../evidence/listings.ts';
import type { Evidence } from '../evidence/standings.ts';
import { authorityAfter, knownOn, type Step, stepOn, stepsOf } from '../evidence/steps.ts';
import { isBy } from '../time/dates.ts';
import { currentEpoch, type KnownMember, positionsIn } from '../time/epochs.ts';
import { contradictedBy } from './contradicted.ts';

/** How the evidence is read. */
export interface Reading {
  readonly asOf: Time;
  /** Only `stated` positions count. */
  readonly onRecord: boolean;
  /** Whether the rule asks for reasons. */
  readonly reasons: boolean;
  /** Each closing of the rule that has come, the earliest first. */
  readonly closings: readonly Pick<Evidence, 'asOf' | 'starts'>[];
}

/** A member with its history shortened. */
export interface ShortenedHistory {
  readonly member: KnownMember;
  /** Whether it gives the same answer as the whole history. */
  readonly exact: boolean;
  /** How many positions the whole history has. */
  readonly known: number;
  /** The date of its latest position that counts; none if that is undated or there is none. */
  readonly spoke?: Time;
}

/** Longest shortened history tried, in runs; beyond it the full history is kept. */
const mostRuns = 3;

/**
 * A member with as few positions as give the same answer: as a rule one, for its current run, and earlier runs where
 * the answer depends on them. If the lists that stay cannot give that answer, the full history, with `exact` false.
 *
 * @param all the lists up to the date, oldest first
 * @param kept those of them that stay in the roster
 */
function shortenHistory(
  member: KnownMember,
  all: readonly Listing[],
  kept: readonly Listing[],
  reading: Reading,
): ShortenedHistory {
  const { onRecord, closings } = reading;
  if (isShortest(member, all, reading)) return { member, exact: true, ...knownOf(member.positions) };
  const positions = onRecord ? member.positions.filter(({ basis }) => basis === 'stated') : member.positions;
  const wanted = answerFor(member, { moving: all, kept }, reading);
  const givesSameAnswer = (history: readonly Position[]): boolean =>
    answerFor({ ...member, positions: history }, { moving: kept, kept }, reading) === wanted;
  // Runs that stood apart because of what is left out are one run without it, and may be written as one position.
  const shortest = (whole: readonly Position[], lists: readonly Listing[]): readonly Position[] | undefined => {
    const now = candidatesAt({ ...member, positions: whole }, lists, reading);
    const atClosings = closings.map(({ asOf, starts }) => {
      const then = knownOn({ ...member, positions: whole }, asOf, { starts });
      return candidatesAt(then, listingsBy(lists, asOf), { ...reading, asOf });
    });
    const found = [...joined([now, ...atClosings]), whole].find(givesSameAnswer);
    const isDone = lists === kept && found?.length === whole.length;
    return found === undefined || isDone ? found : shortest(found, kept);
  };
  const found = shortest(positions, all);
  return {
    member: { ...member, positions: found ?? positions },
    exact: found !== undefined,
    ...knownOf(positions),
    known: member.positions.length,
  };
}

/** A function that shortens histories. Members of which nothing but the same reports is known have one. */
export function sharedShortening(
  all: readonly Listing[],
  kept: readonly Listing[],
  reading: Reading,
): (member: KnownMember) => ShortenedHistory {
  const known = new Map<readonly Position[], ShortenedHistory>();
  const shorten = (member: KnownMember): ShortenedHistory => shortenHistory(member, all, kept, reading);
  // Lists name members.
  if (all.length > 0) return shorten;
  return (member) => {
    // Of one position there is nothing to find twice.
    if (member.positions.length < 2) return shorten(member);
    const same = known.get(member.positions);
    if (same !== undefined && haveSameTimes(same.member, member))
      return { ...same, member: { ...member, positions: same.member.positions } };
    const found = shorten(member);
    known.set(member.positions, found);
    return found;
  };
}

const haveSameTimes = (one: KnownMember, other: KnownMember): boolean =>
  JSON.stringify([one.terms, one.starts]) === JSON.stringify([other.terms, other.starts]);

/** What is known of a history: how many positions it has, and when the member spoke last. */
function knownOf(positions: readonly Position[]): Pick<ShortenedHistory, 'known' | 'spoke'> {
  const known = positions.length;
  const spoke = positions.at(-1)?.date;
  return spoke === undefined ? { known } : { known, spoke };
}

/** Whether a history has nothing to leave out: the usual one, of one position at most that nothing but itself affects. */
function isShortest(
  { positions, starts, terms }: KnownMember,
  all: readonly Listing[],
  { asOf, onRecord, closings }: Reading,
): boolean {
  const [only, ...more] = positions;
  if (more.length > 0 || all.length > 0 || closings.length > 0 || starts.length > 0) return false;
  if (only === undefined) return true;
  return only.stance !== 'undeclared' && !(onRecord && only.basis !== 'stated') && isMemberOn({ terms }, endOf(asOf));
}

/** The short histories to try for a date: none for a member that is not in the roster, or has said nothing that stands. */
function candidatesAt(member: KnownMember, listings: readonly Listing[], reading: Reading): (readonly Position[])[] {
  const current = positionsIn(member, currentEpoch(member));
  const isPresent = isMemberOn(member, endOf(reading.asOf)) && current.length > 0;
  return isPresent ? lastRuns(member, current, listings, reading) : [[]];
}

/** The candidates for several dates, the latest first, joined by their place: the shortest with the shortest. */
function joined(candidates: readonly (readonly (readonly Position[])[])[]): readonly (readonly Position[])[] {
  const [latest = [], ...closed] = candidates;
  if (closed.length === 0) return latest;
  const most = Math.max(...candidates.map(({ length }) => length));
  return Array.from({ length: most }, (_, index) => {
    const parts = candidates.map((ofDate) => (ofDate[index] ?? ofDate.at(-1)) as readonly Position[]);
    // Of two positions of one time the later words count.
    const byMoment = new Map(
      parts.toReversed().flatMap((part) => part.map((one) => [momentOf(one.date), one] as const)),
    );
    return [...byMoment].sort(([a], [b]) => compareText(a, b)).map(([, position]) => position);
  });
}

const listingsBy = (listings: readonly Listing[], asOf: Time): readonly Listing[] =>
  listings.filter(({ time }) => isBy(time, asOf));

/** The last run of a member's own positions, the last two and the last three, and each with the run in which it began to hold out. */
function lastRuns(member: KnownMember, positions: readonly Position[], all: readonly Listing[], reading: Reading) {
  // Within the epoch alone, each step is of the moment of its position, also if that is of the bare day on which it began.
  const lists = listingsIn(all, currentEpoch(member));
  const steps = stepsOf({ ...member, positions, starts: [] }, lists, reading.onRecord);
  const runs = runsOf(positions, steps);
  const { holdingOutFrom } = stepOn(steps, endOf(reading.asOf));
  const began = holdingOutFrom?.since && momentOf(holdingOutFrom.since);
  const opening = runs.filter(({ date }) => date !== undefined && momentOf(date) === began);
  return Array.from({ length: mostRuns }, (_, index) => {
    const latest = runs.slice(-index - 1);
    // What is taken back first may be nothing.
    const first = latest.findIndex(({ stance }) => stance !== 'undeclared');
    const shortest = first === 0 ? [latest] : [first < 0 ? [] : latest.slice(first), latest];
    const earlier = opening.filter((run) => !latest.includes(run));
    return earlier.length === 0 ? shortest : [...shortest, [...earlier, ...latest]];
  }).flat();
}

/** One position for every unbroken run of a stance, dated by the first of the member's own positions in it, oldest first. */
function runsOf(positions: readonly Position[], steps: readonly Step[]): Position[] {
  const byMoment = new Map(positions.map((position) => [momentOf(position.date), position]));
  const runs: Position[] = [];
  let before: Step | undefined;
  for (const step of steps) {
    const position = step.basis === undefined || step.basis === 'claimed' ? undefined : byMoment.get(step.from);
    if (position !== undefined) {
      const continues = before?.stance === step.stance && before.basis !== 'claimed';
      const run = continues ? runs.pop() : undefined;
      runs.push(run === undefined ? position : runPosition(position, run));
    }
    before = step;
  }
  return runs;
}

/**
 * A run as one position: what the member said last in it, dated by its start. What a position leaves unsaid is taken
 * from the one before; what a list of holdouts said of the member is not.
 */
function runPosition(now: Position, before: Position): Position {
  const { stance, quote, note } = now;
  const { basis, by, sources } = authorityAfter(now, before);
  const { wants, wantIds } = now.wants.length > 0 ? now : before;
  const { date, circa } = before;
  return defined<Position>({
    date,
    circa,
    stance,
    leaning: now.leaning ?? before.leaning,
    follows: now.follows ?? before.follows,
    basis,
    by,
    why: now.why ?? before.why,
    wants,
    wantIds,
    sources,
    quote,
    denied: undefined,
    note,
  });
}

/** Everything that a snapshot derives from one member, as a text to compare. */
function answerFor(
  member: KnownMember,
  { moving, kept }: { readonly moving: readonly Listing[]; readonly kept: readonly Listing[] },
  reading: Reading,
): string {
  const { asOf, onRecord, reasons, closings } = reading;
  const contradicted = contradictedBy(member, kept);
  const standsAt = (known: KnownMember, listings: readonly Listing[], time: Time, stated: boolean): unknown => {
    const { stance, why } = stepOn(stepsOf(known, listings, stated), endOf(time));
    return [stance, reasons && why !== undefined];
  };
  const atClosings = closings.map((closing) => {
    const then = knownOn(member, closing.asOf, { starts: closing.starts });
    if (!isMemberOn(then, endOf(closing.asOf))) return [];
    const lists = listingsBy(moving, closing.asOf);
    return [standsAt(then, lists, closing.asOf, onRecord), standsAt(then, [], closing.asOf, true)];
  });
  if (!isMemberOn(member, endOf(asOf))) return JSON.stringify([atClosings, contradicted]);
  const { from: _, ...standing } = stepOn(stepsOf(member, moving, onRecord), endOf(asOf));
  const conflicts = conflictsOn([member], kept, asOf);
  return JSON.stringify([standing, standsAt(member, [], asOf, true), conflicts, atClosings, contradicted]);
}
