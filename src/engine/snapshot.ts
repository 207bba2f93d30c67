/*
 * The engine: from a roster to answers, by pure functions without clock, locale or environment.
 *
 * A roster and a date give a snapshot, where each member stands by the evidence (`snapshot`, here). A snapshot and
 * its rule give a tally (`tally.ts`), the shortest path to the outcome (`path.ts`, `demands.ts`), and how firmly a
 * reached outcome stands (`pivotal.ts`). What-ifs change the snapshot (`assume`), not the engine. Two snapshots give
 * a diff (`diff.ts`), a whole roster a timeline (`timeline.ts`), one member a history (`member-history.ts`).
 *
 * The public functions are the files at the top of this folder. Behind them: `evidence/` (who stands where), `rule/`
 * (what that means under a rule), `solver/` (smallest sets), `timeline/` (replay) and `prune/` (a smaller roster).
 */

import type { Candidate, Roster } from '../model/roster.ts';
import type { CandidateStanding, MilestoneAhead, ReconciledClaim, Snapshot, Standing } from '../model/snapshot.ts';
import type { Stance } from '../model/stance.ts';
import { endOf, isBefore, type Time } from '../model/time.ts';
import { compareText } from '../text/compare.ts';
import { reconcile } from './evidence/claims.ts';
import { conflictsOn } from './evidence/conflicts.ts';
import { demandStandings } from './evidence/demand-statuses.ts';
import { isMemberOn } from './evidence/listings.ts';
import { reportedOn } from './evidence/reported.ts';
import { inOrderOfClaims, reportStatements } from './evidence/reports.ts';
import { historiesOf, type MemberEvidence, sharedEvidence, standingsBy, standingsOn } from './evidence/standings.ts';
import { closingTimes } from './rule/closing.ts';
import { movesWithFollowers } from './standings/followers.ts';
import { compareCandidates } from './standings/order.ts';
import { supposed } from './standings/supposed.ts';
import { asOfDate, daysBetween, hasCome, isBy } from './time/dates.ts';

/** How to read the evidence. */
export interface SnapshotOptions {
  /** Use `stated` positions only; leave out reports, claims and conflicts. */
  readonly onRecord?: boolean;
}

/**
 * The roster as it stood on a date: its members with their stances by the latest evidence, the claims, conflicts and
 * candidates up to then, the milestones, and the decision if it was made.
 *
 * @param date a month stands for its last day; everything of an as-of day is included
 * @see docs/evidence.md
 */
export function snapshot(roster: Roster, date: Time, { onRecord = false }: SnapshotOptions = {}): Snapshot {
  const asOf = asOfDate(date);
  const shared = sharedEvidence(roster, asOf, onRecord);
  const { rounds, listings } = shared;
  const round = rounds.at(-1);
  // Claims, reports and demands are held against all members. Without them, what is known of each is needed only once.
  const isPlain = roster.claims.length + roster.reports.length + roster.demands.length === 0;
  const histories = isPlain ? [] : [...historiesOf(shared)];
  const present = histories.filter(({ member }) => isMemberOn(member, endOf(asOf)));
  const { title, body, rule, groups, decision } = roster;
  const claims = onRecord ? [] : told(roster, histories, asOf);
  return {
    title,
    ...(body !== undefined && { body }),
    asOf,
    onRecord,
    assumed: {},
    rule,
    groups,
    ...(round && { round }),
    demands: demandStandings(roster, histories, { asOf, onRecord }),
    members: standingsBy({ ...shared, histories: isPlain ? historiesOf(shared) : histories }),
    closings: closingsOn(roster, asOf, onRecord),
    claims,
    reported: onRecord
      ? {}
      : reportedOn(round ? claims.filter(({ date }) => !isBefore(date, round.date)) : claims, histories, asOf),
    conflicts: conflictsOn(
      present.map(({ member }) => member),
      listings,
      asOf,
    ),
    candidates: candidateStandings(roster.candidates, asOf),
    milestones: milestonesOn(roster, asOf),
    ...(decision && isBy(decision.date, asOf) && { decision }),
  };
}

/** The claims and the reports about several up to a date. */
function told(roster: Roster, histories: readonly MemberEvidence[], asOf: Time): readonly ReconciledClaim[] {
  return inOrderOfClaims(reconcile(roster, histories, asOf), reportStatements(roster.reports, histories, asOf));
}

/** The members at each closing of the rule that has come, as anybody would have found them then. */
function closingsOn(roster: Roster, asOf: Time, onRecord: boolean): Snapshot['closings'] {
  const times = closingTimes(roster.rule).filter((time) => hasCome(time, asOf));
  return new Map(times.map((time) => [endOf(time), standingsOn(roster, asOfDate(time), onRecord)] as const));
}

function candidateStandings(candidates: readonly Candidate[], asOf: Time): CandidateStanding[] {
  const running = candidates.flatMap(({ name, member, proposed, history }): CandidateStanding[] => {
    const latest = history.findLast((event) => isBy(event.date, asOf));
    if (latest === undefined && history.length > 0) return [];
    const status = latest && { status: latest.status, ...(latest.date && { since: latest.date }) };
    return [{ name, ...(member !== undefined && { member }), proposed, ...status }];
  });
  return running.sort(compareCandidates);
}

function milestonesOn(roster: Roster, asOf: Time): MilestoneAhead[] {
  return roster.milestones
    .map((milestone) => ({ ...milestone, days: daysBetween(asOf.day, milestone.date.day) }))
    .sort((a, b) => a.days - b.days || compareText(a.name, b.name));
}

/** How assumptions are read. */
export interface AssumeOptions {
  /** Also move the members that follow others. */
  readonly withFollowers?: boolean;
}

/**
 * The snapshot with assumed stances, by code, for some members. Claims and conflicts stay as they are. Codes that are
 * not in the snapshot are ignored; no moves give an equal snapshot.
 *
 * @see docs/what-if.md#followers
 */
export function assume(
  before: Snapshot,
  moves: ReadonlyMap<string, Stance>,
  { withFollowers = false }: AssumeOptions = {},
): Snapshot {
  const all = withFollowers ? movesWithFollowers(before, moves) : moves;
  const members = before.members.map((standing): Standing => {
    const { code } = standing;
    const stance = all.get(code);
    if (stance === undefined) return standing;
    const how = { assumed: true, ...(!moves.has(code) && standing.follows && { followed: standing.follows }) };
    if (stance === standing.stance) return { ...standing, ...how };
    return { ...supposed(standing, stance), ...how };
  });
  const assumed = members.filter((standing) => standing.assumed).map(({ code, stance }) => [code, stance] as const);
  return { ...before, members, assumed: Object.fromEntries(assumed) };
}
