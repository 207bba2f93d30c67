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

import type { Claim, Roster } from '../../model/roster.ts';
import type { ReconciledClaim, Standing } from '../../model/snapshot.ts';
import { endOf, endOfDay, isBefore, momentOf, type Time } from '../../model/time.ts';
import type { MemberChanges, OtherEvents, TimelineState } from '../../model/timeline.ts';
import { compareText } from '../../text/compare.ts';
import { contradictsClaim, isInPool, statementsOf, statementsOfClaims } from '../evidence/claims.ts';
import { isMemberOn, isVague, type Listing, listingFor } from '../evidence/listings.ts';
import { inOrderOfClaims, reportStatement, reportsByMember } from '../evidence/reports.ts';
import { standingsOn } from '../evidence/standings.ts';
import {
  knownOn,
  listedStep,
  ownStep,
  type Step,
  stepsOf,
  takesBackNothing,
  yieldsToLists,
} from '../evidence/steps.ts';
import { runningTotals } from '../rule/running-totals.ts';
import { type KnownMember, roundsBy, startsOfRounds } from '../time/epochs.ts';
import { everyWeight } from '../time/weights.ts';
import { deniedEvents, placeFromBeginning, wordsOf } from './day-words.ts';
import { startDemands } from './demand-changes.ts';
import { type DayEvents, eventsByDay } from './events-by-day.ts';
import { gatherChanges } from './member-changes.ts';
import {
  beginAnew,
  beginsOn,
  isFirm,
  isKnown,
  type MemberState,
  standingOf,
  stateOf,
  takePosition,
} from './member-state.ts';
import { reweighingsOn } from './reweighing.ts';
import { runningCounts } from './running-counts.ts';

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
  /** Where everybody in the roster stands now, with everything that was asked for. */
  standings(): Iterable<Standing>;
  /** A standing without what is not asked any more now. */
  asked(standing: Standing): Standing;
}

/** No time has come by then. */
const beforeEverything: Time = { text: '0000-01-01', day: '0000-01-01' };

/** A replay of the roster at its beginning, where only undated entries hold. */
export function startReplay(roster: Roster, onRecord: boolean): Replay {
  const reports = reportsByMember(roster);
  const members = roster.members.map((member) => stateOf(member, reports.get(member.code)));
  const byCode = new Map<string, MemberState>();
  for (const state of members) byCode.set(state.member.code, state);
  const demands = startDemands(roster, members, onRecord);
  const totals = runningTotals(roster.rule, roster.members.flatMap(everyWeight));
  const counts = runningCounts(onRecord ? [] : roster.claims);
  /** Members that a complete list moves unless it names them. */
  const movable = new Set<MemberState>();
  /** Members that contradict a complete list unless it names them. */
  const firm = new Set<MemberState>();
  /** Members of which something is known, which a round sets back. */
  const known = new Set<MemberState>();

  const hasLists = !onRecord && roster.claims.some(({ holdouts }) => holdouts !== undefined);
  const hasRounds = roster.rounds.length > 0;
  const classify = (state: MemberState): void => {
    const { present, now, step } = state;
    if (hasLists) {
      setMembership(movable, state, present && step.stance !== 'support' && yieldsToLists(now.positions.at(-1), step));
      setMembership(firm, state, present && isFirm(state));
    }
    if (hasRounds) setMembership(known, state, isKnown(state));
  };

  const recount = (state: MemberState): Standing | undefined => {
    const before = state.standing;
    const after = state.present ? standingOf(state) : undefined;
    if (before !== undefined) {
      totals.remove(before);
      counts.remove(before);
    }
    if (after !== undefined) {
      totals.add(after);
      counts.add(after);
    }
    state.standing = after;
    return after;
  };

  const named = (codes: Iterable<string>): MemberState[] => [...codes].flatMap((code) => byCode.get(code) ?? []);

  const agrees = (claim: Claim, listing: Listing | undefined): boolean => {
    const contradicts = (state: MemberState): boolean => contradictsClaim(state.now, claim, listing);
    // Asked of claims with a list alone.
    if (named(claim.holdouts as readonly string[]).some(contradicts)) return false;
    // Stops at the first member that is not listed, so it takes no longer than the list is.
    for (const state of firm) if (contradicts(state)) return false;
    return true;
  };

  /** Those among the members that a claim counts that may be on either side. */
  const poolOf = ({ among }: Claim): string[] =>
    (among === undefined ? members : named(among.codes)).flatMap(({ standing }) =>
      standing !== undefined && isInPool(standing.stance) ? [standing.code] : [],
    );

  /** The complete lists of the days applied, oldest first. */
  const listings: Listing[] = [];
  let someAreVague = false;
  const allSteps = (member: KnownMember): readonly [Step, ...Step[]] => stepsOf(member, listings, onRecord);

  const startsBy = (asOf: Time): readonly Time[] => startsOfRounds(roundsBy(roster.rounds, asOf));

  const knownAt = ({ member, reports: about }: MemberState, asOf: Time): KnownMember =>
    knownOn(member, asOf, { starts: startsBy(asOf), reports: about, listings });

  /** The statements of a day's claims and reports. */
  const statements = (asOf: Time, events: DayEvents<MemberState>): readonly ReconciledClaim[] => {
    const memberOf = (code: string): KnownMember | undefined => {
      const state = byCode.get(code);
      // What was said on the day of a start before it is not among what is said now.
      return state && (beginsOn(state, asOf.day) ? knownAt(state, asOf) : state.now);
    };
    const reported = events.reports.map((report) => reportStatement(report, memberOf, asOf));
    return inOrderOfClaims(statementsOfDay(asOf, events), reported);
  };

  /** The statements of a day's claims: as of its end, unless one of them has an hour. */
  const statementsOfDay = (asOf: Time, events: DayEvents<MemberState>): readonly ReconciledClaim[] => {
    const { claims } = events;
    if (claims.every(({ date }) => date.instant === undefined)) {
      const [listing] = events.listings;
      return claims.flatMap((claim) =>
        statementsOf(claim, {
          counts: counts.of(claim),
          pool: () => poolOf(claim),
          agrees: () => agrees(claim, listing),
        }),
      );
    }
    const histories = members.map((state) => {
      const member = knownAt(state, asOf);
      return { member, steps: allSteps(member) };
    });
    return statementsOfClaims(claims, histories, asOf).flatMap((ofClaim) => ofClaim.statements);
  };

  const apply = (day: string, events: DayEvents<MemberState>): MemberChanges & OtherEvents => {
    /** Members that an event is about. */
    const touched: MemberState[] = [];
    const touch = (state: MemberState): void => {
      if (state.before !== undefined) return;
      state.before = state.step;
      touched.push(state);
    };
    const asOf = { text: day, day };
    const lists = onRecord ? [] : events.listings;
    listings.push(...lists);
    someAreVague ||= lists.some((listing) => listing.lists.some(({ claim }) => isVague(claim)));
    for (const [state, start] of startsOn(events)) {
      touch(state);
      beginAnew(state, start);
    }
    const { words, silenced } = wordsOf(events, onRecord);
    for (const [state, positions] of words) {
      touch(state);
      for (const position of positions) {
        takePosition(state, position);
        if (takesBackNothing(position, state.step)) continue;
        if (!onRecord || position.basis === 'stated') state.step = ownStep(position, state.step);
      }
      // A list of the same day comes before, between or after these, and a vague one of days before may not reach them.
      if (someAreVague || lists.length > 0) state.step = allSteps(state.now).at(-1) as Step;
    }
    const doubted = new Set(onRecord ? [] : events.denials.map(([state]) => state));
    const spoke = new Set<MemberState>();
    for (const state of new Set([...doubted, ...silenced])) {
      touch(state);
      const begun = { starts: startsBy(asOf), listings };
      if (placeFromBeginning(state, state.before as Step, asOf, begun)) spoke.add(state);
    }
    for (const state of events.memberships) {
      touch(state);
      state.present = isMemberOn(state.member, endOfDay(day));
    }
    for (const state of touched) classify(state);
    const placed = new Set(lists.length === 0 ? [] : [...words.map(([state]) => state), ...doubted]);
    for (const listing of lists) {
      const isPast = (starts: readonly Time[]): boolean => starts.some((start) => isBefore(listing.time, start));
      if (isPast(events.rounds.map(({ date }) => date))) continue;
      for (const state of concernedBy(listing, placed)) {
        if (isPast(state.now.starts)) continue;
        const reaching = listingFor(state.now, listing);
        const step = reaching && listedStep(state.member.code, reaching, state.now.positions.at(-1), state.step);
        if (step === undefined) continue;
        touch(state);
        state.step = step;
        classify(state);
      }
    }
    const weights = reweighingsOn(day, events, touch);
    // What has become of demands on the day decides what members still ask for.
    const demanded = demands.apply(events.demands, asOf, (state) => knownAt(state, asOf).positions);
    const changes = gatherChanges();
    for (const state of touched) {
      const { before } = state;
      state.before = undefined;
      const isOther = state.present !== (state.standing !== undefined) || (state.present && state.step !== before);
      const was = state.standing;
      if (!isOther && state.weights === was?.weights && state.denied === was?.denied) continue;
      const is = recount(state);
      // A denial is told by itself; it is no word of the member's.
      const isWord = !doubted.has(state) || spoke.has(state) || was?.stance !== is?.stance;
      if (isOther && isWord) changes.add(was, is && demands.asked(is));
    }
    for (const time of new Map(events.closed.map(([, closes]) => [endOf(closes), closes])).values())
      for (const standing of standingsAt(time)) totals.add(standing, endOf(time));
    const { rounds, candidates, milestones, timeCome, closed, decisions } = events;
    return {
      ...changes.sorted(),
      rounds,
      denied: onRecord ? [] : deniedEvents(events.denials),
      claims: onRecord ? [] : statements(asOf, events),
      candidates,
      milestones,
      timeCome,
      closed: closed.map(([criterion]) => criterion),
      demands: demanded,
      weights,
      ...(decisions[0] && { decision: decisions[0] }),
    };
  };

  /** The members for which something begins anew on a day, in the order of time: a term, or a round for all that may be known. */
  const startsOn = ({
    starts,
    rounds,
    positions,
    reported,
    listings: lists,
  }: DayEvents<MemberState>): (readonly [MemberState, Time])[] => {
    if (rounds.length === 0) return starts;
    // A list of the day may be from before a round and speak of anybody.
    const speakers = [...positions, ...reported].map(([state]) => state);
    const concerned = lists.length > 0 ? members : new Set([...known, ...speakers]);
    const ofRounds = rounds.flatMap(({ date }) => [...concerned].map((state) => [state, date] as const));
    return [...starts, ...ofRounds].sort(([, a], [, b]) => compareText(momentOf(a), momentOf(b)));
  };

  /** Where everybody stands at a time of the day applied: at its end, or at an hour of it. */
  const standingsAt = (time: Time): readonly Standing[] =>
    time.instant === undefined
      ? members.flatMap(({ standing }) => standing ?? [])
      : standingsOn(roster, time, onRecord);

  /** The members that a complete list may move, without those that are placed by all their steps already. */
  const concernedBy = (listing: Listing, placed: ReadonlySet<MemberState>): MemberState[] =>
    [...new Set([...named(listing.listed), ...movable])].filter((state) => state.present && !placed.has(state));

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
      const evaluation = totals.evaluation(day === '' ? beforeEverything : { text: day, day });
      return { outcome: evaluation.status, counts: { ...counts.all }, evaluation };
    },
    standings: () => members.flatMap(({ standing }) => standing ?? []),
    asked: demands.asked,
  };
}

function setMembership<T>(set: Set<T>, value: T, belongs: boolean): void {
  if (belongs) set.add(value);
  else set.delete(value);
}
