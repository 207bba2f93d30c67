/*
 * The timeline: one replay of a roster's events, sorted by day (`events-by-day.ts`), instead of a snapshot for every
 * day.
 *
 * The replay keeps the state that a snapshot would compute: each member's own latest position and current step, the
 * counts of stances, and the running totals of the rule. An event changes the members that it is about and nothing
 * else, and a changed member is taken out of the totals and put back in. So the cost grows with the number of entries
 * in the roster, and not with the number of days times the number of members.
 *
 * A complete list of holdouts is the one event that concerns members without naming them: those that it leaves out
 * move to support. The replay keeps a set of the members that this can happen to. A member that a list has moved
 * leaves that set and comes back only with a later position of its own or a later list that names it, so all lists
 * together cost no more than the positions and the names in the lists do.
 */

import type { Claim, Member, Position, Roster } from '../../model/roster.ts';
import type { ReconciledClaim, Standing } from '../../model/snapshot.ts';
import { endOfDay, type Time } from '../../model/time.ts';
import type { MemberChanges, OtherEvents, TimelineState } from '../../model/timeline.ts';
import { compareText } from '../../text/compare.ts';
import { contradictsClaim, statementsOf, statementsOfClaims } from '../evidence/claims.ts';
import { isFirm } from '../evidence/conflicts.ts';
import { type Epoch, epochsOf, type KnownMember, positionsIn } from '../evidence/epochs.ts';
import { isMemberOn, isVague, type Listing, listingFor } from '../evidence/listings.ts';
import { stanceCounts } from '../evidence/stance-counts.ts';
import { initialStep, knownOn, listedStep, ownStep, type Step, stepsOf, yieldsToLists } from '../evidence/steps.ts';
import { everyWeight, weightsOn } from '../evidence/weights.ts';
import { runningTotals } from '../rule/running-totals.ts';
import { type DayEvents, eventsByDay } from './events-by-day.ts';
import { memberChanges, type StandingChange } from './member-changes.ts';
import { reweighingsOn } from './reweighing.ts';

/** A day with events. */
export interface ReplayDay {
  /** ISO day. */
  readonly day: string;
  /** Applies the day's events and returns what they changed. Call it once for each day, in order. */
  apply(): MemberChanges & OtherEvents;
}

/** A roster being replayed. */
export interface Replay {
  /** The days with events, oldest first. */
  readonly days: readonly ReplayDay[];
  /** The rule's answer on an ISO day: that of the last day applied, or one after it and before the next. */
  state(day: string): TimelineState;
  /** Where everybody in the roster stands now. */
  standings(): Iterable<Standing>;
}

/** A member during the replay. */
interface MemberState {
  readonly member: Member;
  /** Its own latest position that stands. */
  own: Position | undefined;
  /** How many positions it has taken, and how many of them were before what is said now. */
  taken: number;
  before: number;
  /** When what is said now began, where that is not the beginning. */
  starts: readonly Time[];
  /** Whether its own run contradicts lists that do not name it. */
  firm: boolean;
  step: Step;
  weights: Standing['weights'];
  present: boolean;
  /** As counted; undefined while it is not in the roster. */
  standing: Standing | undefined;
}

/** A replay of the roster at its beginning, where only undated entries hold. */
export function startReplay(roster: Roster, onRecord: boolean): Replay {
  const members = roster.members.map(
    (member): MemberState => ({
      member,
      own: undefined,
      taken: 0,
      before: 0,
      starts: [],
      firm: false,
      step: initialStep,
      weights: weightsOn(member, ''),
      present: isMemberOn(member, ''),
      standing: undefined,
    }),
  );
  const byCode = new Map(members.map((state) => [state.member.code, state]));
  const totals = runningTotals(roster.rule.criterion, roster.members.flatMap(everyWeight));
  const counts = stanceCounts([]);
  /** Members that a complete list moves unless it names them. */
  const movable = new Set<MemberState>();
  /** Members that contradict a complete list unless it names them. */
  const firm = new Set<MemberState>();

  const classify = (state: MemberState): void => {
    const { present, own, step } = state;
    setMembership(movable, state, present && step.stance !== 'support' && yieldsToLists(own, step));
    setMembership(firm, state, present && state.firm);
  };

  const recount = (state: MemberState): StandingChange => {
    const before = state.standing;
    const after = state.present ? standingOf(state) : undefined;
    if (before !== undefined) {
      totals.remove(before);
      counts.members -= 1;
      counts[before.stance] -= 1;
    }
    if (after !== undefined) {
      totals.add(after);
      counts.members += 1;
      counts[after.stance] += 1;
    }
    state.standing = after;
    return [before, after];
  };

  const named = (codes: Iterable<string>): MemberState[] => [...codes].flatMap((code) => byCode.get(code) ?? []);

  const agrees = (claim: Claim, listing: Listing | undefined): boolean => {
    const contradicts = (state: MemberState): boolean => contradictsClaim(memberNow(state), claim, listing);
    // Asked of claims with a list alone.
    if (named(claim.holdouts as readonly string[]).some(contradicts)) return false;
    // Stops at the first member that is not listed, so it takes no longer than the list is.
    for (const state of firm) if (contradicts(state)) return false;
    return true;
  };

  /** The complete lists of the days applied, oldest first. */
  const listings: Listing[] = [];
  let someAreVague = false;
  const allSteps = (member: KnownMember): readonly [Step, ...Step[]] => stepsOf(member, listings, onRecord);

  /** The statements of a day's claims: as of its end, unless one of them has an hour. */
  const statements = (day: string, events: DayEvents<MemberState>): readonly ReconciledClaim[] => {
    const { claims } = events;
    if (claims.every(({ date }) => date.instant === undefined)) {
      const [listing] = events.listings;
      return claims.flatMap((claim) => statementsOf(claim, counts, () => agrees(claim, listing)));
    }
    const asOf = { text: day, day };
    const histories = members.map(({ member: whole }) => {
      const member = knownOn(whole, asOf);
      return { member, steps: allSteps(member) };
    });
    return statementsOfClaims(claims, histories, asOf).flatMap((ofClaim) => ofClaim.statements);
  };

  const apply = (day: string, events: DayEvents<MemberState>): MemberChanges & OtherEvents => {
    /** Members that an event is about, with their steps before the day. */
    const touched = new Map<MemberState, Step>();
    const touch = (state: MemberState): void => {
      if (!touched.has(state)) touched.set(state, state.step);
    };
    const speakers = new Set<MemberState>();
    listings.push(...events.listings);
    someAreVague ||= events.listings.some(({ lists }) => lists.some(({ claim }) => isVague(claim)));
    for (const [state, start] of events.starts) {
      touch(state);
      beginAnew(state, start);
    }
    for (const [state, position] of events.positions) {
      touch(state);
      speakers.add(state);
      hear(state, position);
      state.taken += 1;
      if (!onRecord || position.basis === 'stated') state.step = ownStep(position, state.step);
    }
    // What was said on the day of a start may be from before it.
    for (const state of speakers) {
      if (state.starts.at(-1)?.day !== day) continue;
      hearCurrent(state);
      state.step = allSteps(memberNow(state)).at(-1) as Step;
    }
    // A list of the same day comes before, between or after these, and a vague one of days before may not reach them.
    if (!onRecord && (someAreVague || events.listings.length > 0))
      for (const state of speakers) state.step = allSteps(memberNow(state)).at(-1) as Step;
    for (const state of events.memberships) {
      touch(state);
      state.present = isMemberOn(state.member, endOfDay(day));
    }
    for (const state of touched.keys()) classify(state);
    for (const listing of onRecord ? [] : events.listings) {
      for (const state of concernedBy(listing, speakers)) {
        const reaching = listingFor(memberNow(state), listing);
        const step = reaching && listedStep(state.member.code, reaching, state.own, state.step);
        if (step === undefined) continue;
        touch(state);
        state.step = step;
        classify(state);
      }
    }
    const weights = reweighingsOn(day, events, touch);
    const changes: StandingChange[] = [];
    for (const [state, before] of touched) {
      const isOther = state.present !== (state.standing !== undefined) || (state.present && state.step !== before);
      if (isOther || state.weights !== state.standing?.weights) {
        const change = recount(state);
        if (isOther) changes.push(change);
      }
    }
    const { candidates, milestones, timeCome, decisions } = events;
    return {
      ...memberChanges(changes),
      claims: onRecord ? [] : statements(day, events),
      candidates,
      milestones,
      timeCome,
      weights,
      ...(decisions[0] && { decision: decisions[0] }),
    };
  };

  /** The members that a complete list may move; those with a position of the same day are placed by all their steps. */
  const concernedBy = (listing: Listing, speakers: ReadonlySet<MemberState>): MemberState[] =>
    [...new Set([...named(listing.listed), ...movable])].filter((state) => state.present && !speakers.has(state));

  for (const state of members) {
    classify(state);
    recount(state);
  }
  const days = [...eventsByDay(roster, members)].map(([day, events]) => ({ day, apply: () => apply(day, events) }));
  days.sort((a, b) => compareText(a.day, b.day));
  if (days[0]?.day === '') days.shift()?.apply();
  return {
    days,
    state: (day) => {
      const evaluation = totals.evaluation({ text: day, day });
      return { outcome: evaluation.status, counts: { ...counts }, evaluation };
    },
    standings: () => members.flatMap(({ standing }) => standing ?? []),
  };
}

/** The member with the positions that it has taken since its last start. */
function memberNow({ member, taken, before, starts }: MemberState): KnownMember {
  const { positions } = member;
  const all = before === 0 && taken === positions.length;
  return { ...member, positions: all ? positions : positions.slice(before, taken), starts };
}

/** Sets a member back to where it stands without any evidence. */
function beginAnew(state: MemberState, start: Time): void {
  state.before = state.taken;
  state.starts = [...state.starts.filter(({ day }) => day === start.day), start];
  state.own = undefined;
  state.firm = false;
  state.step = initialStep;
}

function hear(state: MemberState, position: Position): void {
  state.firm = isFirm(position) || (state.firm && state.own?.stance === position.stance);
  state.own = position;
}

/** Takes note of the positions alone that belong to the current epoch. */
function hearCurrent(state: MemberState): void {
  const member = memberNow(state);
  state.own = undefined;
  state.firm = false;
  for (const position of positionsIn(member, epochsOf(member).at(-1) as Epoch)) hear(state, position);
}

function standingOf({ member: { code, name }, weights, step: { from: _, ...step } }: MemberState): Standing {
  return { code, name, weights, ...step, assumed: false };
}

function setMembership<T>(set: Set<T>, value: T, belongs: boolean): void {
  if (belongs) set.add(value);
  else set.delete(value);
}
