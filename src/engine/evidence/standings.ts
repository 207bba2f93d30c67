import type { Roster, Round } from '../../model/roster.ts';
import type { Standing } from '../../model/snapshot.ts';
import { endOf, type Time } from '../../model/time.ts';
import { compareText } from '../../text/compare.ts';
import type { MemberSteps } from './claims.ts';
import { daysBetween, isBy } from './dates.ts';
import { roundsBy } from './epochs.ts';
import { isMemberOn, type Listing, listingsOf } from './listings.ts';
import { knownOn, type Step, stepOn, stepsOf } from './steps.ts';
import { weightsOn } from './weights.ts';

/** What is known of all members on a date. */
export interface Evidence {
  readonly asOf: Time;
  /** Those that have begun, oldest first. */
  readonly rounds: readonly Round[];
  /** The complete lists up to the date, oldest first; none on record. */
  readonly listings: readonly Listing[];
  readonly histories: readonly MemberSteps[];
}

/** The evidence of a roster up to a date. */
export function evidenceOn(roster: Roster, asOf: Time, onRecord: boolean): Evidence {
  const rounds = roundsBy(roster.rounds, asOf);
  const listings = onRecord ? [] : listingsOf(roster).filter(({ time }) => isBy(time, asOf));
  const histories = roster.members.map((whole) => {
    const member = knownOn(whole, asOf, rounds);
    return { member, steps: stepsOf(member, listings, onRecord) };
  });
  return { asOf, rounds, listings, histories };
}

/** Where the members in the roster stand by the evidence, sorted by code. */
export function standingsBy({ histories, asOf }: Pick<Evidence, 'histories' | 'asOf'>): Standing[] {
  return histories
    .filter(({ member }) => isMemberOn(member, endOf(asOf)))
    .map(({ member, steps }) => toStanding(member, stepOn(steps, endOf(asOf)), asOf))
    .sort((a, b) => compareText(a.code, b.code));
}

function toStanding(member: MemberSteps['member'], { from: _, ...step }: Step, asOf: Time): Standing {
  const { code, name } = member;
  const daysFrom = (since: Time | undefined): { days?: number } =>
    since === undefined ? {} : { days: daysBetween(since.day, asOf.day) };
  const run = step.holdingOutFrom;
  return {
    code,
    name,
    weights: weightsOn(member, endOf(asOf)),
    ...step,
    ...daysFrom(step.since),
    ...(run && { holdingOutFrom: { ...run, ...daysFrom(run.since) } }),
    assumed: false,
  };
}
