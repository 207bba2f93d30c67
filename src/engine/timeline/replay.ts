import type { Member, Position, Roster } from '../../model/roster.ts';
import type { Standing } from '../../model/snapshot.ts';
import { isPending } from '../../model/stance.ts';
import type { DatedNews, MemberNews, TimelineState } from '../../model/timeline.ts';
import { compareText } from '../../text/compare.ts';
import { contradiction, statementsOf } from '../evidence/claims.ts';
import { stanceCounts } from '../evidence/stance-counts.ts';
import { beginning, isMemberOn, type Listing, leavesRoom, listedStep, ownStep, type Step } from '../evidence/steps.ts';
import { sumsOf } from '../rule/running-totals.ts';
import { type Agenda, agendasOf } from './events-by-day.ts';
import { type Change, newsOf } from './member-changes.ts';

/** A day by which something is dated. */
export interface DayAhead {
  /** ISO day. */
  readonly day: string;
  /** Lets the day pass and tells what it changed. To be called for each day once, in order. */
  pass(): MemberNews & DatedNews;
}

/**
 * A roster on its way through time. A day costs as much as it changes, and not as much as there are members: a complete
 * list concerns those that it names and those that did not support before it, and from then on these are the same.
 */
export interface Sweep {
  /** In order. */
  readonly days: readonly DayAhead[];
  /** How things stand on a day: that of the last one that passed, or a later one before the next. */
  state(day: string): TimelineState;
  /** Everybody who is in the roster now. */
  standings(): Iterable<Standing>;
}

/** A member while time passes. */
interface Stand {
  readonly member: Member;
  /** Its own latest word. */
  own?: Position;
  step: Step;
  present: boolean;
  /** As it is counted; undefined while it is not. */
  standing: Standing | undefined;
}

/** Sets out at the beginning, where what is not dated holds. */
export function sweepOf(roster: Roster, onRecord: boolean): Sweep {
  const everybody = roster.members.map(
    (member): Stand => ({ member, step: beginning, present: isMemberOn(member, ''), standing: undefined }),
  );
  const byCode = new Map(everybody.map((stand) => [stand.member.code, stand]));
  const sums = sumsOf(roster.rule.criterion, roster.members);
  const counts = stanceCounts([]);
  /** Those that a complete list moves unless it names them. */
  const movable = new Set<Stand>();
  /** Those that contradict a complete list unless it names them. */
  const firm = new Set<Stand>();

  const sort = (stand: Stand): void => {
    const { present, own, step } = stand;
    const settled = own?.basis === 'stated' && own.stance !== 'support' && !isPending(own.stance);
    put(movable, stand, present && step.stance !== 'support' && leavesRoom(own));
    put(firm, stand, present && settled);
  };

  const count = (stand: Stand): Change => {
    const before = stand.standing;
    const after = stand.present ? standingOf(stand) : undefined;
    if (before !== undefined) {
      sums.leave(before);
      counts.members -= 1;
      counts[before.stance] -= 1;
    }
    if (after !== undefined) {
      sums.enter(after);
      counts.members += 1;
      counts[after.stance] += 1;
    }
    stand.standing = after;
    return [before, after];
  };

  const named = (codes: Iterable<string>): Stand[] => [...codes].flatMap((code) => byCode.get(code) ?? []);

  const contradicted = (listed: ReadonlySet<string>, day: string): boolean => {
    const contradicts = ({ member, own }: Stand): boolean => contradiction(member, listed, day, own) !== undefined;
    if (named(listed).some(contradicts)) return true;
    // Ends at the first that is not listed: it never takes longer than the list.
    for (const stand of firm) if (contradicts(stand)) return true;
    return false;
  };

  const pass = (day: string, agenda: Agenda<Stand>): MemberNews & DatedNews => {
    /** Those that something happened to, with their step before. */
    const touched = new Map<Stand, Step>();
    const speakers = new Set<Stand>();
    for (const [stand, position] of agenda.positions) {
      touched.set(stand, stand.step);
      speakers.add(stand);
      stand.own = position;
      if (!onRecord || position.basis === 'stated') stand.step = ownStep(position, stand.step);
    }
    for (const stand of agenda.passing) {
      if (!touched.has(stand)) touched.set(stand, stand.step);
      stand.present = isMemberOn(stand.member, day);
    }
    for (const stand of touched.keys()) sort(stand);
    for (const listing of onRecord ? [] : agenda.listings) {
      for (const stand of listen(listing, speakers)) {
        const step = listedStep(stand.member.code, listing, stand.own, stand.step);
        if (step === undefined) continue;
        if (!touched.has(stand)) touched.set(stand, stand.step);
        stand.step = step;
        sort(stand);
      }
    }
    const changes: Change[] = [];
    for (const [stand, before] of touched)
      if (stand.present !== (stand.standing !== undefined) || (stand.present && stand.step !== before))
        changes.push(count(stand));
    const { claims, candidates, milestones, timeCome, decisions } = agenda;
    return {
      ...newsOf(changes),
      claims: claims.flatMap((claim) => statementsOf(claim, counts, (listed) => contradicted(listed, day))),
      candidates,
      milestones,
      timeCome,
      ...(decisions[0] && { decision: decisions[0] }),
    };
  };

  /** Whom a complete list may move: on the same day a member's own word wins. */
  const listen = (listing: Listing, speakers: ReadonlySet<Stand>): Stand[] =>
    [...new Set([...named(listing.listed), ...movable])].filter((stand) => stand.present && !speakers.has(stand));

  for (const stand of everybody) {
    sort(stand);
    count(stand);
  }
  const days = [...agendasOf(roster, everybody)].map(([day, agenda]) => ({ day, pass: () => pass(day, agenda) }));
  days.sort((a, b) => compareText(a.day, b.day));
  if (days[0]?.day === '') days.shift()?.pass();
  return {
    days,
    state: (day) => {
      const evaluation = sums.evaluation({ text: day, day });
      return { outcome: evaluation.status, counts: { ...counts }, evaluation };
    },
    standings: () => everybody.flatMap(({ standing }) => standing ?? []),
  };
}

function standingOf({ member: { code, name, weights }, step: { from: _, ...step } }: Stand): Standing {
  return { code, name, weights, ...step, assumed: false };
}

function put<T>(set: Set<T>, value: T, belongs: boolean): void {
  if (belongs) set.add(value);
  else set.delete(value);
}
