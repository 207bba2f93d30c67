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

import type { Member, Position, Roster } from '../../model/roster.ts';
import type { Standing } from '../../model/snapshot.ts';
import { isPending } from '../../model/stance.ts';
import type { MemberChanges, OtherEvents, TimelineState } from '../../model/timeline.ts';
import { compareText } from '../../text/compare.ts';
import { contradiction, statementsOf } from '../evidence/claims.ts';
import { stanceCounts } from '../evidence/stance-counts.ts';
import {
  initialStep,
  isMemberOn,
  type Listing,
  listedStep,
  ownStep,
  type Step,
  yieldsToLists,
} from '../evidence/steps.ts';
import { runningTotals } from '../rule/running-totals.ts';
import { type DayEvents, eventsByDay } from './events-by-day.ts';
import { memberChanges, type StandingChange } from './member-changes.ts';

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
  /** Its own latest position. */
  own?: Position;
  step: Step;
  present: boolean;
  /** As counted; undefined while it is not in the roster. */
  standing: Standing | undefined;
}

/** A replay of the roster at its beginning, where only undated entries hold. */
export function startReplay(roster: Roster, onRecord: boolean): Replay {
  const members = roster.members.map(
    (member): MemberState => ({ member, step: initialStep, present: isMemberOn(member, ''), standing: undefined }),
  );
  const byCode = new Map(members.map((state) => [state.member.code, state]));
  const totals = runningTotals(roster.rule.criterion, roster.members);
  const counts = stanceCounts([]);
  /** Members that a complete list moves unless it names them. */
  const movable = new Set<MemberState>();
  /** Members that contradict a complete list unless it names them. */
  const firm = new Set<MemberState>();

  const classify = (state: MemberState): void => {
    const { present, own, step } = state;
    const settled = own?.basis === 'stated' && own.stance !== 'support' && !isPending(own.stance);
    setMembership(movable, state, present && step.stance !== 'support' && yieldsToLists(own));
    setMembership(firm, state, present && settled);
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

  const isContradicted = (listed: ReadonlySet<string>, day: string): boolean => {
    const contradicts = ({ member, own }: MemberState): boolean =>
      contradiction(member, listed, day, own) !== undefined;
    if (named(listed).some(contradicts)) return true;
    // Stops at the first member that is not listed, so it takes no longer than the list is.
    for (const state of firm) if (contradicts(state)) return true;
    return false;
  };

  const apply = (day: string, events: DayEvents<MemberState>): MemberChanges & OtherEvents => {
    /** Members that an event is about, with their steps before the day. */
    const touched = new Map<MemberState, Step>();
    const speakers = new Set<MemberState>();
    for (const [state, position] of events.positions) {
      touched.set(state, state.step);
      speakers.add(state);
      state.own = position;
      if (!onRecord || position.basis === 'stated') state.step = ownStep(position, state.step);
    }
    for (const state of events.memberships) {
      if (!touched.has(state)) touched.set(state, state.step);
      state.present = isMemberOn(state.member, day);
    }
    for (const state of touched.keys()) classify(state);
    for (const listing of onRecord ? [] : events.listings) {
      for (const state of concernedBy(listing, speakers)) {
        const step = listedStep(state.member.code, listing, state.own, state.step);
        if (step === undefined) continue;
        if (!touched.has(state)) touched.set(state, state.step);
        state.step = step;
        classify(state);
      }
    }
    const changes: StandingChange[] = [];
    for (const [state, before] of touched)
      if (state.present !== (state.standing !== undefined) || (state.present && state.step !== before))
        changes.push(recount(state));
    const { claims, candidates, milestones, timeCome, decisions } = events;
    return {
      ...memberChanges(changes),
      claims: claims.flatMap((claim) => statementsOf(claim, counts, (listed) => isContradicted(listed, day))),
      candidates,
      milestones,
      timeCome,
      ...(decisions[0] && { decision: decisions[0] }),
    };
  };

  /** The members that a complete list may move. On the day of its own position, that wins over the list. */
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

function standingOf({ member: { code, name, weights }, step: { from: _, ...step } }: MemberState): Standing {
  return { code, name, weights, ...step, assumed: false };
}

function setMembership<T>(set: Set<T>, value: T, belongs: boolean): void {
  if (belongs) set.add(value);
  else set.delete(value);
}
