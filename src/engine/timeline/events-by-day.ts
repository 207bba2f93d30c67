import type {
  Claim,
  Decision,
  Demand,
  DemandEvent,
  Member,
  Milestone,
  Position,
  Report,
  Roster,
  Round,
} from '../../model/roster.ts';
import type { CountCriterion } from '../../model/rule.ts';
import type { DeniedReport } from '../../model/snapshot.ts';
import { momentOf, type Time } from '../../model/time.ts';
import type { CandidateChange } from '../../model/timeline.ts';
import { compareText } from '../../text/compare.ts';
import { type Deniable, dayOfDenial, denialOf, isEverDenied } from '../evidence/denials.ts';
import { compareClaims, type Listing, listingsOf } from '../evidence/listings.ts';
import type { ReportedPosition } from '../evidence/reports.ts';
import { closingCounts } from '../rule/closing.ts';
import { compareCandidates } from '../standings/order.ts';
import { returnsIn } from '../time/epochs.ts';
import { isEmpty } from '../time/weights.ts';

/** A member, with positions from the reports about several that name it. */
interface Speaker {
  readonly member: Member;
  readonly reports: readonly ReportedPosition[];
}

/** What one member says on a day, or is reported to. */
export type WordsOf<T> = readonly [of: T, said: Position[]];

/** Everything in a roster that is dated on one day, with members as the caller represents them. */
export interface DayEvents<T> {
  readonly positions: WordsOf<T>[];
  /** Positions from reports about several members, for each that was in the roster then. */
  readonly reported: WordsOf<T>[];
  readonly reports: Report[];
  /** The reports that a denial sets aside. */
  readonly denials: (readonly [of: T, report: DeniedReport])[];
  /** The members that join or leave. */
  readonly memberships: T[];
  /** The members that begin another term, and when: what was said of them before does not stand any more. */
  readonly starts: (readonly [of: T, start: Time])[];
  /** The members with a weight that changes, and when. */
  readonly weights: (readonly [of: T, weight: string, date: Time])[];
  /** What was said before them does not stand any more. */
  readonly rounds: Round[];
  readonly listings: Listing[];
  readonly claims: Claim[];
  readonly candidates: CandidateChange[];
  readonly milestones: Milestone[];
  /** The criteria whose `not-before` date comes. */
  readonly timeCome: CountCriterion[];
  /** The criteria that close, and when. */
  readonly closed: (readonly [criterion: CountCriterion, closes: Time])[];
  /** What becomes of demands, in the order of time; at one time by id. */
  readonly demands: (readonly [demand: Demand, event: DemandEvent])[];
  /** At most one. */
  readonly decisions: Decision[];
}

/**
 * The events of a roster by ISO day; undated positions are under the empty string. Days are in no order, events
 * within a day in one that does not depend on the order of the file.
 */
export function eventsByDay<T extends Speaker>(
  roster: Roster,
  members: readonly T[],
): ReadonlyMap<string, DayEvents<T>> {
  const byDay = new Map<string, DayEvents<T>>();
  const on = (day: string): DayEvents<T> => {
    const known = byDay.get(day);
    if (known !== undefined) return known;
    const ofMembers = { positions: [], reported: [], denials: [], memberships: [], starts: [], weights: [] };
    const events = {
      ...ofMembers,
      reports: [],
      rounds: [],
      listings: [],
      claims: [],
      candidates: [],
      milestones: [],
      timeCome: [],
      closed: [],
      demands: [],
      decisions: [],
    };
    byDay.set(day, events);
    return events;
  };
  for (const one of members) addMember(one, on);
  for (const round of roster.rounds) on(round.date.day).rounds.push(round);
  for (const listing of listingsOf(roster)) on(listing.time.day).listings.push(listing);
  for (const report of roster.reports) on(report.date.day).reports.push(report);
  for (const claim of [...roster.claims].sort(compareClaims)) on(claim.date.day).claims.push(claim);
  for (const change of candidateChanges(roster)) on(change.date.day).candidates.push(change);
  const milestones = [...roster.milestones].sort((a, b) => compareText(a.name, b.name));
  for (const milestone of milestones) on(milestone.date.day).milestones.push(milestone);
  for (const { criterion, closes } of closingCounts(roster.rule)) {
    if (criterion.notBefore) on(criterion.notBefore.day).timeCome.push(criterion);
    if (closes) on(closes.day).closed.push([criterion, closes]);
  }
  for (const change of demandEvents(roster)) on(change[1].date.day).demands.push(change);
  if (roster.decision) on(roster.decision.date.day).decisions.push(roster.decision);
  return byDay;
}

/** Adds what is dated of one member, by the events of each day. */
function addMember<T extends Speaker>(one: T, on: (day: string) => DayEvents<T>): void {
  const { positions, terms, weights } = one.member;
  for (const position of positions) {
    addWord(on(position.date?.day ?? '').positions, one, position);
    if (isEverDenied(position)) addDenial(one, position, on);
  }
  for (const position of one.reports) {
    addWord(on(position.date.day).reported, one, position);
    if (isEverDenied(position)) addDenial(one, position, on);
  }
  for (const { joined, left } of terms) {
    if (joined) on(joined.day).memberships.push(one);
    if (left) on(left.day).memberships.push(one);
  }
  for (const start of returnsIn(terms)) on(start.day).starts.push([one, start]);
  if (isEmpty(weights)) return;
  // The first value holds before its time as well, so it is no change.
  for (const [name, values] of Object.entries(weights))
    for (const from of values.flatMap((value) => value.from ?? []).slice(1))
      on(from.day).weights.push([one, name, from]);
}

/** Adds a position to those of its member, which come one after the other. */
function addWord<T>(words: WordsOf<T>[], one: T, position: Position): void {
  const last = words.at(-1);
  if (last?.[0] === one) last[1].push(position);
  else words.push([one, [position]]);
}

function addDenial<T extends Speaker>(one: T, report: Deniable, on: (day: string) => DayEvents<T>): void {
  // What is denied is dated.
  const denial = denialOf(report) as DeniedReport;
  on(dayOfDenial(denial)).denials.push([one, denial]);
}

function demandEvents({ demands }: Roster): (readonly [Demand, DemandEvent])[] {
  const events = demands.flatMap((demand) => demand.history.map((event) => [demand, event] as const));
  return events.sort(([, a], [, b]) => compareText(momentOf(a.date), momentOf(b.date)));
}

/** The dated events of all candidates, the proposed candidate's first, then by name. */
function candidateChanges({ candidates }: Roster): CandidateChange[] {
  const changes = candidates.flatMap(({ name, member, proposed, history }) =>
    history.flatMap(({ date, circa, status, sources }): CandidateChange[] =>
      date === undefined
        ? []
        : [{ date, circa, name, ...(member !== undefined && { member }), proposed, status, sources }],
    ),
  );
  return changes.sort(compareCandidates);
}
