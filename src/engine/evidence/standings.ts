import type { Position, Roster, Round } from '../../model/roster.ts';
import type { DeniedReport, Standing } from '../../model/snapshot.ts';
import { endOf, type Time } from '../../model/time.ts';
import { compareText } from '../../text/compare.ts';
import type { Writable } from '../../text/defined.ts';
import { daysBetween, isBy } from '../time/dates.ts';
import { currentEpoch, roundsBy, startsOfRounds } from '../time/epochs.ts';
import { weightsOn } from '../time/weights.ts';
import type { MemberSteps } from './claims.ts';
import { demandsBy, type KnownDemands, type StillAsked, stillAsked } from './demand-statuses.ts';
import { deniedReports, isAnyDenied, isEverDenied } from './denials.ts';
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

/** What is known on a date, beside what is known of each member. */
export interface SharedEvidence {
  readonly roster: Roster;
  readonly asOf: Time;
  readonly onRecord: boolean;
  /** Those that have begun, oldest first. */
  readonly rounds: readonly Round[];
  /** Their starts. */
  readonly starts: readonly Time[];
  /** The complete lists up to the date, oldest first; none on record. */
  readonly listings: readonly Listing[];
  readonly demands: KnownDemands;
}

/** What is known on a date, of all members too. */
export interface Evidence extends SharedEvidence {
  readonly histories: readonly MemberEvidence[];
}

/** What a roster says up to a date, without its members. */
export function sharedEvidence(roster: Roster, asOf: Time, onRecord: boolean): SharedEvidence {
  const rounds = roundsBy(roster.rounds, asOf);
  const listings = onRecord ? [] : listingsOf(roster).filter(({ time }) => isBy(time, asOf));
  const demands = demandsBy(roster.demands, asOf);
  return { roster, asOf, onRecord, rounds, starts: startsOfRounds(rounds), listings, demands };
}

/** What is known of each member, one after the other: there may be a hundred thousand. */
export function* historiesOf({ roster, asOf, onRecord, starts, listings }: SharedEvidence): Generator<MemberEvidence> {
  const reportsOf = reportsByMember(roster, asOf);
  for (const whole of roster.members) {
    const reports = reportsOf.get(whole.code) ?? none;
    const member = knownOn(whole, asOf, { starts, reports, listings });
    const steps = stepsOf(member, listings, onRecord);
    yield onRecord ? { member, steps, own: none, reports: none } : { member, steps, own: whole.positions, reports };
  }
}

/** The evidence of a roster up to a date. */
export function evidenceOn(roster: Roster, asOf: Time, onRecord: boolean): Evidence {
  const shared = sharedEvidence(roster, asOf, onRecord);
  return { ...shared, histories: [...historiesOf(shared)] };
}

/** Where the members in a roster stand on a date, sorted by code. */
export function standingsOn(roster: Roster, asOf: Time, onRecord: boolean): Standing[] {
  const shared = sharedEvidence(roster, asOf, onRecord);
  return standingsBy({ ...shared, histories: historiesOf(shared) });
}

const none: readonly Position[] = [];

/** Where the members in the roster stand by the evidence, sorted by code. */
export function standingsBy({
  histories,
  asOf,
  demands,
}: Pick<SharedEvidence, 'asOf' | 'demands'> & { readonly histories: Iterable<MemberEvidence> }): Standing[] {
  const end = endOf(asOf);
  const daysSince = daysUntil(asOf);
  const standings: Standing[] = [];
  for (const history of histories)
    if (isMemberOn(history.member, end)) standings.push(toStanding(history, { asOf, end, daysSince, demands }));
  return standings.sort((a, b) => compareText(a.code, b.code));
}

/** What the standings of all members on a date have in common. */
interface Common extends Pick<SharedEvidence, 'asOf' | 'demands'> {
  /** The last moment of the date. */
  readonly end: string;
  readonly daysSince: (since: Time) => number;
}

/** A function from a time to the whole days until a date. Most members speak on a few days, so it remembers them. */
function daysUntil({ day }: Time): Common['daysSince'] {
  const known = new Map<string, number>();
  return (since) => {
    const days = known.get(since.day) ?? daysBetween(since.day, day);
    known.set(since.day, days);
    return days;
  };
}

function toStanding({ member, steps, own, reports }: MemberEvidence, common: Common): Standing {
  const { asOf, end, daysSince, demands } = common;
  const step = stepOn(steps, end);
  const isDeniable = (member.positions !== own && own.some(isEverDenied)) || isAnyDenied(reports);
  const denied = isDeniable ? deniedReports([...own, ...reports], currentEpoch(member), asOf) : noDenials;
  const asked = stillAsked(step, demands);
  const standing: Writable<Standing> = standingAt(step, { member, weights: weightsOn(member, end), denied, asked });
  const { since, holdingOutFrom: run } = step;
  if (since !== undefined) standing.days = daysSince(since);
  if (run?.since !== undefined)
    standing.holdingOutFrom = { circa: run.circa, since: run.since, days: daysSince(run.since) };
  return standing;
}

const noDenials: readonly DeniedReport[] = [];

/** What a standing has beside the step that it is of. */
interface Beside extends Pick<Standing, 'weights' | 'denied'> {
  readonly member: Pick<Standing, 'code' | 'name'>;
  readonly asked: StillAsked;
}

/** The standing of a member at a step, without numbers of days. */
export function standingAt(step: Step, { member, weights, denied, asked }: Beside): Standing {
  const { wants, wantIds, answered } = asked;
  const { code, name } = member;
  const { stance, circa, sources } = step;
  const standing: Writable<Standing> = {
    code,
    name,
    weights,
    stance,
    circa,
    wants,
    answered,
    sources,
    denied,
    assumed: false,
  };
  addWords(standing, step);
  if (wantIds !== undefined) standing.wantIds = wantIds;
  return standing;
}

type Words = Pick<Standing, 'leaning' | 'follows' | 'since' | 'holdingOutFrom' | 'basis' | 'by' | 'why'>;

/** Adds what may be absent of the words that a stance rests on. */
export function addWords(standing: Writable<Words>, words: Words): void {
  const { leaning, follows, since, holdingOutFrom, basis, by, why } = words;
  if (leaning !== undefined) standing.leaning = leaning;
  if (follows !== undefined) standing.follows = follows;
  if (since !== undefined) standing.since = since;
  if (holdingOutFrom !== undefined) standing.holdingOutFrom = holdingOutFrom;
  if (basis !== undefined) standing.basis = basis;
  if (by !== undefined) standing.by = by;
  if (why !== undefined) standing.why = why;
}
