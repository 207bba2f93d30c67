/*
 * Evidence: from what was said and when to where each member stands, whatever the rule.
 *
 * A member's history is a list of steps. A step has the member's stance from one day until the next step, the start
 * of its unbroken run, and who said so, why and where. Two kinds of statement make one: the member's own position
 * (`ownStep`) and a complete list of holdouts, which moves members that have no stated and settled position
 * (`listedStep`). `stepsOf` merges both by time; `stepOn` finds the step of a date. Claims that only count move
 * nobody. They are checked against the stances on their own day (`claims.ts`).
 *
 * See `docs/evidence.md`.
 */

import type { Member, Position } from '../../model/roster.ts';
import type { HoldingOut, Standing } from '../../model/snapshot.ts';
import { isPending, traitsOf } from '../../model/stance.ts';
import { momentOf, type Time } from '../../model/time.ts';
import type { Writable } from '../../text/defined.ts';
import { isBy, isSameTime } from '../time/dates.ts';
import { epochAt, epochsOf, epochsWith, type KnownMember, positionsIn, startsOf, termsBy } from '../time/epochs.ts';
import { isDenied, isEverDenied, toldBy } from './denials.ts';
import { runThrough } from './holding-out.ts';
import {
  type CompleteList,
  firstFrom,
  firstInTerms,
  firstNaming,
  type Listing,
  listingFor,
  listingsIn,
} from './listings.ts';
import { withReports } from './reports.ts';

/** The stance of a member from one time until its next step, and the evidence for it. */
export interface Step
  extends Pick<
    Standing,
    'stance' | 'leaning' | 'follows' | 'since' | 'circa' | 'basis' | 'by' | 'why' | 'wants' | 'wantIds' | 'sources'
  > {
  /** The moment from which it holds (`momentOf`); empty for the beginning. */
  readonly from: string;
  /** The unbroken run of stances that are not consenting, where the stance is one. */
  readonly holdingOutFrom?: HoldingOut;
}

/** The step of a member without any evidence. */
export const initialStep: Step = { from: '', stance: 'undeclared', circa: false, wants: [], sources: [] };

/** The steps of a member without any evidence. */
const noSteps: readonly [Step] = [initialStep];

/** What else is known on the date as of which a member is read. */
export interface Known {
  /** The starts of the rounds that have begun by then, oldest first. */
  readonly starts: readonly Time[];
  /** Positions from reports about several, oldest first. */
  readonly reports?: readonly Position[];
  /** The complete lists by then, oldest first. */
  readonly listings?: readonly Listing[];
}

/**
 * The member with the terms and positions that are known on a date and are not denied by then. Reports that reach it are
 * among its positions. If all positions are known and none is ever denied, it is the same list.
 */
export function knownOn(member: Member, asOf: Time, { starts, reports = [], listings = [] }: Known): KnownMember {
  const terms = termsBy(member, asOf);
  const { code, name, weights, note } = member;
  const positions = standing(member.positions, asOf);
  const known: Writable<KnownMember> = { code, name, terms, weights, positions, starts: startsOf(terms, starts) };
  if (note !== undefined) known.note = note;
  return reports.length === 0 ? known : hearReports(known, reportsBy(reports, asOf), listings);
}

/** The positions that are known on a date and are not denied by then. */
const standing = (positions: readonly Position[], asOf: Time): readonly Position[] =>
  isBy(positions.at(-1)?.date, asOf) && !positions.some(isEverDenied)
    ? positions
    : toldBy(positions, asOf).filter((position) => !isDenied(position, asOf));

const latestReports = new WeakMap<readonly Position[], { readonly asOf: Time; readonly told: readonly Position[] }>();

/** The same of reports. Many members have one list of them, and are read as of one date. */
function reportsBy(reports: readonly Position[], asOf: Time): readonly Position[] {
  const known = latestReports.get(reports);
  if (known?.asOf === asOf) return known.told;
  const told = standing(reports, asOf);
  latestReports.set(reports, { asOf, told });
  return told;
}

/** The member with the reports that reach it, and without what took back nothing at the time of one. */
function hearReports(own: KnownMember, reports: readonly Position[], listings: readonly Listing[]): KnownMember {
  const member = { ...own, positions: withReports(own, reports) };
  const silenced = own.positions.filter(
    ({ stance, date }) => stance === 'undeclared' && date && reports.some((report) => isSameTime(report.date, date)),
  );
  if (silenced.length === 0) return member;
  const takenBack = new Set(
    stepsOf(member, listings, false).flatMap(({ stance, basis, from }) =>
      stance === 'undeclared' && basis !== undefined ? [from] : [],
    ),
  );
  // One of the bare day on which an epoch ends at an hour may take back what stood in that, and nothing in the next.
  const momentIn = (date: Time): string => {
    const [moment, start] = [momentOf(date), momentOf(epochAt(member, date).start)];
    return moment < start ? start : moment;
  };
  const idle = silenced.find(({ date }) => !takenBack.has(momentIn(date as Time)));
  if (idle === undefined) return member;
  const positions = own.positions.filter((position) => position !== idle);
  return hearReports({ ...own, positions }, reports, listings);
}

/**
}

/**
 * All steps of a member, oldest first: from its own positions, and from complete lists that reach it and are not of
 * the same time as its own latest position. Every epoch begins with `initialStep`, unless nothing was said in the one
 * before either.
 *
 * @param listings oldest first; empty to use the member's own positions alone
 * @param onRecord use `stated` positions only
 * @see docs/evidence.md#lists-of-holdouts
 */
export function stepsOf(
  member: KnownMember,
  listings: readonly Listing[],
  onRecord: boolean,
): readonly [Step, ...Step[]] {
  if (listings.length > 0 || member.positions.length < fewPositions) return stepsAmong(member, listings, onRecord);
  const kept = onRecord ? longSteps.stated : longSteps.all;
  const known = kept.get(member.positions);
  if (known?.starts === member.starts) return known.steps;
  const steps = stepsAmong(member, listings, onRecord);
  kept.set(member.positions, { starts: member.starts, steps });
  return steps;
}

/** Fewer are sooner read again than looked up. */
const fewPositions = 8;

interface KnownSteps extends Pick<KnownMember, 'starts'> {
  readonly steps: readonly [Step, ...Step[]];
}

/** The steps from long lists of positions: members of which nothing but the same reports is known have one list. */
const longSteps = {
  all: new WeakMap<readonly Position[], KnownSteps>(),
  stated: new WeakMap<readonly Position[], KnownSteps>(),
};

function stepsAmong(member: KnownMember, listings: readonly Listing[], onRecord: boolean): readonly [Step, ...Step[]] {
  if (member.starts.length === 0) return stepsWithin(member, listings, onRecord);
  const dates = member.positions.map(({ date }) => date);
  const epochs = listings.length === 0 ? epochsWith(member, dates) : epochsOf(member);
  const steps = epochs.flatMap((epoch) => {
    const positions = positionsIn(member, epoch);
    const lists = listingsIn(listings, epoch);
    const start = momentOf(epoch.start);
    return stepsWithin({ ...member, positions }, lists, onRecord).map((step) =>
      step.from < start ? { ...step, from: start } : step,
    );
  });
  return steps as [Step, ...Step[]];
}

/** The steps of a member within one epoch. */
function stepsWithin(member: KnownMember, listings: readonly Listing[], onRecord: boolean): readonly [Step, ...Step[]] {
  if (listings.length === 0) return ownSteps(member.positions, onRecord);
  const steps: [Step, ...Step[]] = [initialStep];
  let now = initialStep;
  let own: Position | undefined;
  const go = (step: Step): void => {
    steps.push(step);
    now = step;
  };
  const hearList = (list: Listing): void => {
    // At the same time the member's own position wins over the list.
    if (isSameTime(own?.date, list.time)) return;
    const listing = listingFor(member, list);
    const step = listing && listedStep(member.code, listing, own, now);
    if (step !== undefined) go(step);
  };
  // Most lists leave a member where it stands: if none can move it, and those that do not name one in support.
  const nextMoving = (index: number, end: number): number => {
    if (!yieldsToLists(own, now)) return end;
    return now.stance === 'support'
      ? firstNaming(listings, member.code, index, end)
      : firstInTerms(listings, member, index, end);
  };
  let waiting: readonly Listing[] = [];
  let heard = 0;
  for (const position of [...member.positions, undefined]) {
    const [before, start] = [waiting, heard];
    heard = position === undefined ? listings.length : firstFrom(listings, momentOf(position.date), start);
    for (const list of before) if (!isSameTime(position?.date, list.time)) hearList(list);
    for (let index = nextMoving(start, heard); index < heard; index = nextMoving(index + 1, heard)) {
      const list = listings[index] as Listing;
      if (!isSameTime(position?.date, list.time)) hearList(list);
    }
    waiting = [];
    if (position === undefined || (onRecord && position.basis !== 'stated')) continue;
    if (takesBackNothing(position, now)) {
      // As if it had not been written: a list of the same time stands, unless a later word of that time sets it aside.
      waiting = [...before, ...listings.slice(start, heard)].filter(({ time }) => isSameTime(position.date, time));
      continue;
    }
    own = position;
    go(ownStep(position, now));
  }
  return steps;
}

/** The steps from a member's own positions alone. */
function ownSteps(positions: readonly Position[], onRecord: boolean): readonly [Step, ...Step[]] {
  let now = initialStep;
  const own: Step[] = [];
  for (const position of positions) {
    if ((onRecord && position.basis !== 'stated') || takesBackNothing(position, now)) continue;
    now = ownStep(position, now);
    // A list that grows gets room for many more, and most members have one step.
    if (positions.length === 1) return [initialStep, now];
    own.push(now);
  }
  return own.length === 0 ? noSteps : [initialStep, ...own];
}

/** Whether a position takes back what stood before, and nothing did. */
export const takesBackNothing = ({ stance }: Position, { stance: before, basis }: Step): boolean =>
  stance === 'undeclared' && before === 'undeclared' && basis === undefined;

/** Whether complete lists may move a member, given its own latest position and where it stands. */
export function yieldsToLists(own: Position | undefined, { basis }: Step): boolean {
  return own === undefined || (traitsOf[own.stance].takesPart && (basis !== 'stated' || isPending(own.stance)));
}

/** The step that a complete list causes for a member; undefined if it does not move it. */
export function listedStep(code: string, listing: Listing, own: Position | undefined, now: Step): Step | undefined {
  if (!yieldsToLists(own, now)) return undefined;
  const listed = listing.listed.has(code);
  const moves = listed
    ? now.stance === 'undeclared' || traitsOf[now.stance].consent === 'given'
    : now.stance !== 'support';
  if (!moves) return undefined;
  // Whom a listing has is on one of its lists, and whom it has not is on none.
  const { claim } = listing.lists.find((candidate) => candidate.listed.has(code) === listed) as CompleteList;
  const step: Step = {
    from: momentOf(listing.time),
    stance: listed ? 'withheld' : 'support',
    since: claim.date,
    circa: claim.circa,
    basis: 'claimed',
    ...(claim.by !== undefined && { by: claim.by }),
    wants: [],
    sources: claim.sources,
  };
  return withRun(step, now);
}

/**
 * The step that a member's own position causes. A repeated stance continues the run and keeps what is not replaced. A
 * report of what the member has stated leaves the run stated, by whom it was and with its sources.
 */
export function ownStep(position: Position, now: Step): Step {
  const { date, stance } = position;
  const restated = stance === now.stance;
  const circa = restated ? now.circa : position.circa;
  const since = restated ? now.since : date;
  const { basis, by, sources } = restated ? authorityAfter(position, now) : position;
  const why = position.why ?? (restated ? now.why : undefined);
  const leaning = position.leaning ?? (restated ? now.leaning : undefined);
  const follows = position.follows ?? (restated ? now.follows : undefined);
  const { wants: asked, wantIds } = position.wants.length === 0 && restated ? now : position;
  const step: Writable<Step> = { from: momentOf(date), stance, circa, wants: asked, sources };
  if (leaning !== undefined) step.leaning = leaning;
  if (follows !== undefined) step.follows = follows;
  if (since !== undefined) step.since = since;
  if (basis !== undefined) step.basis = basis;
  if (by !== undefined) step.by = by;
  if (why !== undefined) step.why = why;
  if (wantIds !== undefined) step.wantIds = wantIds;
  return withRun(step, now);
}

/** A step with the run of holding out that it is part of, if it is of one. */
function withRun(step: Writable<Step>, before: Step): Step {
  const run = runThrough(step, before);
  if (run !== undefined) step.holdingOutFrom = run;
  return step;
}

/** How a run is known, by whom and from where, after one more position in it: the best basis that the run has had. */
export function authorityAfter(
  position: Position,
  now: Pick<Step, 'basis' | 'by' | 'sources'>,
): Pick<Position, 'basis' | 'by' | 'sources'> {
  const { basis, sources } = position;
  if (now.basis !== basis) return now.basis === 'stated' ? { ...now, basis: now.basis } : position;
  const by = position.by ?? now.by;
  return { basis, ...(by !== undefined && { by }), sources: sources.length === 0 ? now.sources : sources };
}

/** The step that holds at a moment, such as the end of a day (`endOf`): the last one from then or earlier. */
export function stepOn(steps: readonly [Step, ...Step[]], moment: string): Step {
  return steps.findLast((step) => step.from <= moment) ?? steps[0];
}
