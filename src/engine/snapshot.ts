import type { Candidate, Member, Roster } from '../model/roster.ts';
import type { CandidateStanding, MilestoneAhead, Snapshot, Standing } from '../model/snapshot.ts';
import type { Stance } from '../model/stance.ts';
import type { Time } from '../model/time.ts';
import { compareText } from '../text/compare.ts';
import { conflictsOn, reconcile } from './evidence/claims.ts';
import { asOfDate, daysBetween, isBy } from './evidence/dates.ts';
import { compareCandidates } from './evidence/order.ts';
import { isMemberOn, listingsOf, type Step, stepOn, stepsOf } from './evidence/steps.ts';

export interface SnapshotOptions {
  /** Use positions that are `stated` alone: nothing that others reported or counted. */
  readonly onRecord?: boolean;
}

/**
 * The roster as it stood on a date: who was in it, where each member stood by the latest evidence, and what was
 * claimed, contradicted, ahead and decided by then.
 *
 * @param date a month stands for its last day; everything of an as-of day is included
 */
export function snapshot(roster: Roster, date: Time, { onRecord = false }: SnapshotOptions = {}): Snapshot {
  const asOf = asOfDate(date);
  const listings = listingsOf(roster);
  const stories = roster.members.map((member) => ({
    member,
    steps: stepsOf(member, onRecord ? [] : listings, onRecord),
  }));
  const present = stories.filter(({ member }) => isMemberOn(member, asOf.day));
  const { title, body, rule, groups, decision } = roster;
  return {
    title,
    ...(body !== undefined && { body }),
    asOf,
    onRecord,
    assumed: {},
    rule,
    groups,
    members: present
      .map(({ member, steps }) => toStanding(member, stepOn(steps, asOf.day), asOf))
      .sort((a, b) => compareText(a.code, b.code)),
    claims: reconcile(roster, stories, asOf),
    conflicts: conflictsOn(
      present.map(({ member }) => member),
      listings,
      asOf,
    ),
    candidates: candidatesOn(roster.candidates, asOf),
    milestones: milestonesOn(roster, asOf),
    ...(decision && isBy(decision.date, asOf) && { decision }),
  };
}

function toStanding({ code, name, weights }: Member, { from: _, ...step }: Step, asOf: Time): Standing {
  const days = step.since && daysBetween(step.since.day, asOf.day);
  return { code, name, weights, ...step, ...(days !== undefined && { days }), assumed: false };
}

function candidatesOn(candidates: readonly Candidate[], asOf: Time): CandidateStanding[] {
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

/**
 * The same snapshot as it would be if these members stood elsewhere. What was claimed of them stays as it was.
 * Codes that are not in the snapshot are ignored.
 */
export function assume(before: Snapshot, moves: ReadonlyMap<string, Stance>): Snapshot {
  const members = before.members.map((standing): Standing => {
    const stance = moves.get(standing.code);
    if (stance === undefined) return standing;
    if (stance === standing.stance) return { ...standing, assumed: true };
    const { code, name, weights } = standing;
    return { code, name, weights, stance, circa: false, wants: [], sources: [], assumed: true };
  });
  const assumed = members.filter((standing) => standing.assumed).map(({ code, stance }) => [code, stance] as const);
  return { ...before, members, assumed: Object.fromEntries(assumed) };
}
