import type { Position, Roster, Round } from '../../model/roster.ts';
import type { Standing } from '../../model/snapshot.ts';
import { endOf, type Time } from '../../model/time.ts';
import { compareText } from '../../text/compare.ts';
import { daysBetween, isBy } from '../time/dates.ts';
import { currentEpoch, roundsBy, startsOfRounds } from '../time/epochs.ts';
import { weightsOn } from '../time/weights.ts';
import type { MemberSteps } from './claims.ts';
import { demandsBy, type KnownDemands, stillAsked } from './demand-statuses.ts';
import { deniedReports } from './denials.ts';
import { isMemberOn, type Listing, listingsOf } from './listings.ts';
import { reportsByMember } from './reports.ts';
import { knownOn, type Step, stepOn, stepsOf } from './steps.ts';

/** What is known of one member on a date. */
export interface MemberEvidence extends MemberSteps {
  /** Its own positions, whether or not they stand; none on record. */
  readonly own: readonly Position[];
  /** Positions from reports about several that name it, whether or not they stand or reach it; none on record. */
  readonly reports: readonly Position[];
}

/** What is known of all members on a date. */
export interface Evidence {
  readonly asOf: Time;
  /** Those that have begun, oldest first. */
  readonly rounds: readonly Round[];
  /** Their starts. */
  readonly starts: readonly Time[];
  /** The complete lists up to the date, oldest first; none on record. */
  readonly listings: readonly Listing[];
  readonly demands: KnownDemands;
  readonly histories: readonly MemberEvidence[];
}

/** The evidence of a roster up to a date. */
export function evidenceOn(roster: Roster, asOf: Time, onRecord: boolean): Evidence {
  const rounds = roundsBy(roster.rounds, asOf);
  const starts = startsOfRounds(rounds);
  const listings = onRecord ? [] : listingsOf(roster).filter(({ time }) => isBy(time, asOf));
  const reportsOf = reportsByMember(roster, asOf);
  const histories = roster.members.map((whole) => {
    const reports = reportsOf.get(whole.code) ?? [];
    const member = knownOn(whole, asOf, { starts, reports, listings });
    const told = onRecord ? { own: [], reports: [] } : { own: whole.positions, reports };
    return { member, steps: stepsOf(member, listings, onRecord), ...told };
  });
  return { asOf, rounds, starts, listings, demands: demandsBy(roster.demands, asOf), histories };
}

/** Where the members in the roster stand by the evidence, sorted by code. */
export function standingsBy({
  histories,
  asOf,
  demands,
}: Pick<Evidence, 'histories' | 'asOf' | 'demands'>): Standing[] {
  return histories
    .filter(({ member }) => isMemberOn(member, endOf(asOf)))
    .map((history) => toStanding(history, asOf, demands))
    .sort((a, b) => compareText(a.code, b.code));
}

function toStanding({ member, steps, own, reports }: MemberEvidence, asOf: Time, demands: KnownDemands): Standing {
  const { code, name } = member;
  const { from: _, wants, wantIds, ...step }: Step = stepOn(steps, endOf(asOf));
  const daysFrom = (since: Time | undefined): { days?: number } =>
    since === undefined ? {} : { days: daysBetween(since.day, asOf.day) };
  const run = step.holdingOutFrom;
  return {
    code,
    name,
    weights: weightsOn(member, endOf(asOf)),
    ...step,
    ...stillAsked({ wants, ...(wantIds && { wantIds }) }, demands),
    denied: deniedReports([...own, ...reports], currentEpoch(member), asOf),
    ...daysFrom(step.since),
    ...(run && { holdingOutFrom: { ...run, ...daysFrom(run.since) } }),
    assumed: false,
  };
}
