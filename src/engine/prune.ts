import type { PrunedRoster, Remark } from '../model/pruned-roster.ts';
import type { Claim, DatedWeight, Member, Position, Report, Roster, Round } from '../model/roster.ts';
import { criteriaThatCount } from '../model/rule.ts';
import type { Stance } from '../model/stance.ts';
import { endOf, isBefore, momentOf, type Time } from '../model/time.ts';
import { compareText } from '../text/compare.ts';
import type { MemberSteps } from './evidence/claims.ts';
import { isDenied, toldBy } from './evidence/denials.ts';
import { isMemberOn, type Listing } from './evidence/listings.ts';
import { toPosition } from './evidence/reports.ts';
import { type Evidence, evidenceOn, type MemberEvidence, standingsBy } from './evidence/standings.ts';
import { knownOn, type Step, stepOn, stepsOf } from './evidence/steps.ts';
import { referencedCodes, relevantClaims, relevantSections } from './prune/relevant.ts';
import { type Reading, type ShortenedHistory, shortenHistory } from './prune/shorten-history.ts';
import { closingTimes } from './rule/closing.ts';
import { asOfDate, hasCome, isBy } from './time/dates.ts';
import { currentEpoch, type KnownMember, positionsIn } from './time/epochs.ts';
import { weightOn } from './time/weights.ts';

/** How to prune. */
export interface PruneOptions {
  /** Keep `stated` positions only; drop reports and lists of holdouts. */
  readonly onRecord?: boolean;
  /** Assumed stances by code, written as positions of the date. */
  readonly assume?: ReadonlyMap<string, Stance>;
}

/** A member while it is pruned. */
interface PrunedEntry extends ShortenedHistory {
  /** Its reports that are denied by the date. */
  readonly denied: readonly Position[];
  /** The reports about several that are written as such, where its history is not shortened. */
  readonly apart?: readonly Report[];
  /** In the roster on the date. */
  readonly present: boolean;
  /** The step that the evidence gives it on the date. */
  readonly step: Step;
  /** The stance assumed instead. */
  readonly assumed?: Stance;
}

/**
 * A roster without anything that no longer matters on a date, and what was left out. Read at that date it gives the
 * same answer. As a rule it has one position a member, the lists of holdouts that still move somebody, the latest
 * list, counts that still come out the same, and the sources that these name.
 *
 * @see docs/snapshot.md
 */
export function prune(roster: Roster, date: Time, options: PruneOptions = {}): PrunedRoster {
  const { onRecord = false, assume = new Map<string, Stance>() } = options;
  const asOf = asOfDate(date);
  const now = evidenceOn(roster, asOf, onRecord);
  const closings = closingTimes(roster.rule)
    .filter((time) => hasCome(time, asOf))
    .map((time) => evidenceOn(roster, asOfDate(time), onRecord));
  const { listings: all, rounds } = now;
  const histories = now.histories.map((history) => ({ ...history, denied: deniedPositions(history, asOf) }));
  const reasons = criteriaThatCount(roster.rule.criterion).some(({ withWhy }) => withWhy);
  const reading: Reading = { asOf, onRecord, reasons, closings };
  const shortened = (kept: readonly Listing[]): PrunedEntry[] =>
    histories.map(({ member, steps, denied }) => ({
      ...shortenHistory(member, all, kept, reading),
      denied,
      present: isMemberOn(member, endOf(asOf)),
      step: stepOn(steps, endOf(asOf)),
    }));
  const moving = [now, ...closings].flatMap(movingListings);
  const needed = all.filter(({ time }, index) => moving.includes(momentOf(time)) || index === all.length - 1);
  const withNeeded = shortened(needed);
  const isWhole = histories.map(
    (history, index) =>
      !onRecord && (hasDeniedTakingBack(history) || closings.some((then) => hasHeard(then, index, history, asOf))),
  );
  // If a member comes out differently without the lists that are not needed, all lists stay.
  const areEnough = withNeeded.every(({ exact }, index) => exact && !isWhole[index]);
  const [listings, shortest] = areEnough ? [needed, withNeeded] : [all, shortened(all)];
  const entries = shortest
    .map((entry, index) => (isWhole[index] ? whole(entry, histories[index] as MemberEvidence, roster, asOf) : entry))
    .map((entry) => withAssumption(entry, assume.get(entry.member.code), reading));

  const lists = new Set(listings.flatMap((listing) => listing.lists.map(({ claim }) => claim)));
  const present = new Set([now, ...closings].flatMap((evidence) => standingsBy(evidence).map(({ code }) => code)));
  const after = entries.map((entry) => {
    const member = knownOn(entry.member, asOf, { rounds, reports: (entry.apart ?? []).map(toPosition), listings });
    return { member, steps: stepsOf(member, listings, onRecord) };
  });
  const counted = (claims: readonly Claim[], staying: readonly MemberSteps[]): readonly Claim[] =>
    onRecord ? [] : relevantClaims(claims, lists, { before: histories, after: staying, asOf, present });
  // Whoever a count within a group is of stays with it, and it depends on nobody else.
  const withinGroups = counted(
    roster.claims.filter(({ among }) => among !== undefined),
    after,
  );
  const written = entries.map((entry) => ({ entry, ...writtenMember(entry) }));
  const followed = written.flatMap(({ member }) => member.positions.flatMap(({ follows = [] }) => follows));
  const named = new Set([...referencedCodes(roster, [...lists, ...withinGroups], asOf), ...followed]);
  const nobody = entries.every((entry) => !entry.present);
  const staying = written.filter(
    ({ entry: { member } }) =>
      present.has(member.code) || nobody || member.positions.length > 0 || named.has(member.code),
  );
  const kept = new Set(staying.map(({ member }) => member.code));
  const gone = new Set(entries.flatMap(({ member: { code } }) => (kept.has(code) ? [] : [code])));
  const moments = [now, ...closings].map((evidence) => endOf(evidence.asOf));
  const termsOf = new Map(roster.members.map(({ code, terms }) => [code, terms]));
  const members = staying.map(({ member: { starts: _, ...member } }): Member => {
    // Terms and ends that are ahead stay.
    return { ...member, terms: termsOf.get(member.code) as Member['terms'], weights: weightsAt(member, moments) };
  });
  const claims = counted(
    // Without the members that have left, another count within a group might come out the same.
    roster.claims.filter(({ among }) => !among?.codes.some((code) => gone.has(code))),
    after.filter(({ member }) => kept.has(member.code)),
  );
  const apart = staying.flatMap((one) => one.apart).sort(byTime);
  return {
    roster: relevantSections(roster, {
      members,
      rounds: relevantRounds(rounds, [...members.flatMap(({ positions }) => positions), ...claims, ...apart]),
      claims,
      reports: apart,
      asOf,
      present,
      whole: !onRecord && assume.size === 0,
    }),
    remarks: new Map(staying.map(({ entry }) => [entry.member.code, remarksOn(entry)])),
    leftOut: {
      positions: entries.reduce((sum, { known, member }) => sum + Math.max(0, known - member.positions.length), 0),
      claims: roster.claims.filter(({ date }) => isBy(date, asOf)).length - claims.length,
    },
  };
}

/** Whether a member's denied taking back is of the time of a report on several: no report can say it apart from its history. */
const hasDeniedTakingBack = ({ denied, reports }: Pick<PrunedEntry, 'denied'> & MemberEvidence): boolean =>
  denied.some(
    ({ stance, date }) => stance === 'undeclared' && reports.some((report) => momentOf(report.date) === momentOf(date)),
  );

/** Whether something was heard of a member at a closing that does not stand any more, or may not have stood then. */
function hasHeard(then: Evidence, index: number, now: MemberEvidence, asOf: Time): boolean {
  if ([...now.own, ...now.reports].some((position) => isDenied(position, asOf))) return true;
  const { positions } = knownOn(now.member, then.asOf, { rounds: then.rounds });
  return JSON.stringify(then.histories[index]?.member.positions) !== JSON.stringify(positions);
}

/** The reports about a member that are denied by a date, of its current epoch. */
function deniedPositions({ member, own, reports }: MemberEvidence, asOf: Time): readonly Position[] {
  const positions = toldBy([...own, ...reports], asOf).filter((position) => isDenied(position, asOf));
  return positionsIn({ positions }, currentEpoch(member));
}

/** The latest round, and those that something which stays is from before. */
function relevantRounds(rounds: readonly Round[], statements: readonly { readonly date?: Time }[]): readonly Round[] {
  return rounds.filter((round) => round === rounds.at(-1) || statements.some(({ date }) => isBefore(date, round.date)));
}

/** The weights of a member at some moments: as weights that do not change, where each is the same at all of them. */
function weightsAt({ weights }: Pick<Member, 'weights'>, moments: readonly string[]): Member['weights'] {
  const ofOne = (values: readonly DatedWeight[]): readonly DatedWeight[] => {
    const holding = new Set(moments.map((moment) => weightOn(values, moment)));
    const kept = values.filter((value) => holding.has(value));
    return kept.length > 1 ? kept : kept.map(({ value }) => ({ value }));
  };
  return Object.fromEntries(Object.entries(weights).map(([name, values]) => [name, ofOne(values)]));
}

/** The moments of the lists that moved a member to the stance that it has on a date. */
function movingListings({ histories, asOf }: Evidence): string[] {
  return histories.flatMap(({ member, steps }) => {
    if (!isMemberOn(member, endOf(asOf))) return [];
    const { stance } = stepOn(steps, endOf(asOf));
    const start = steps[steps.findLastIndex((step) => step.stance !== stance) + 1];
    return start?.basis === 'claimed' ? [start.from] : [];
  });
}

/** The entry with the assumed stance as the member's own position of the date, which no list overrides. */
function withAssumption(entry: PrunedEntry, stance: Stance | undefined, { asOf, closings }: Reading): PrunedEntry {
  if (stance === undefined || !entry.present) return entry;
  const { member, step } = entry;
  // An assumption counts as a reason, so an equal stance needs a position unless it has a reason or, as support,
  // needs none.
  if (stance === step.stance && (stance === 'support' || step.why !== undefined)) return { ...entry, assumed: stance };
  const closing = closings.at(-1)?.asOf;
  // What is assumed does not reach what has closed.
  const before = member.positions.filter(({ date }) => closing !== undefined && momentOf(date) <= endOf(closing));
  const isNothing = stance === 'undeclared' && before.length === 0;
  const positions = isNothing ? [] : [...before, assumedPosition(stance, step, dayAfter(closing, asOf))];
  return { ...entry, member: { ...member, positions }, assumed: stance };
}

/** The as-of day; where something has closed on that day, the as-of instant or the last one of the day. */
function dayAfter(closing: Time | undefined, asOf: Time): Time {
  const { day, instant } = asOf;
  if (closing?.day !== day) return { text: day, day };
  const last = `${day}T23:59:59.999Z`;
  return instant === undefined ? { text: last, day, instant: Date.parse(last) } : asOf;
}

function assumedPosition(stance: Stance, { wants, wantIds }: Step, date: Time): Position {
  const asked = stance === 'conditional' ? { wants, ...(wantIds && { wantIds }) } : { wants: [] };
  return { date, circa: false, stance, basis: 'stated', why: 'assumed', ...asked, sources: [] };
}

/**
 * The member as it is written: with its denied reports, and with the note of its only position as its own, because the
 * two are one when the position is written inline. Reports that its history has no place for stand apart.
 */
function writtenMember(entry: PrunedEntry): { readonly member: KnownMember; readonly apart: readonly Report[] } {
  const { member } = entry;
  const { within, apart } = deniedOf(entry);
  const positions = [...member.positions, ...within].sort(byTime);
  const [only, ...more] = positions;
  const note = more.length === 0 ? (member.note ?? only?.note) : member.note;
  return { member: { ...member, positions, ...(note !== undefined && { note }) }, apart };
}

/**
 * The denied reports about a member: those that are written in its history, and those of a time of which that has another
 * position, which are written as reports of their own.
 */
function deniedOf({ member: { code, positions }, present, denied, ...entry }: PrunedEntry): {
  readonly within: readonly Position[];
  readonly apart: readonly Report[];
} {
  if (entry.apart !== undefined) return { within: [], apart: entry.apart };
  const within: Position[] = [];
  const apart: Report[] = [];
  for (const report of present ? denied : []) {
    const { date } = report;
    const isTaken = [...positions, ...within].some((other) => momentOf(other.date) === momentOf(date));
    if (isTaken) apart.push(reportOf(report, code));
    else within.push(report);
  }
  return { within, apart };
}

function reportsAbout({ reports }: Roster, { code }: Member, asOf: Time): readonly Report[] {
  const about = reports.filter(({ of }) => of.codes.includes(code));
  return toldBy(about, asOf).map((report) => ({ ...report, of: { codes: [code] } }));
}

/** A position from a report about several as a report about one member. */
function reportOf({ leaning: _, follows: __, basis: ___, date, ...rest }: Position, code: string): Report {
  return { ...rest, date: date as Time, of: { codes: [code] } };
}

/** An entry of a member with everything that was said of it by a date. */
const whole = (entry: PrunedEntry, { own }: MemberEvidence, roster: Roster, asOf: Time): PrunedEntry => ({
  ...entry,
  member: { ...entry.member, positions: toldBy(own, asOf) },
  apart: reportsAbout(roster, entry.member, asOf),
});

type Dated = Pick<Position, 'date'>;
const byTime = (a: Dated, b: Dated): number => compareText(momentOf(a.date), momentOf(b.date));

function remarksOn({ member, present, step, assumed, spoke }: PrunedEntry): Remark[] {
  if (!present) return [{ kind: 'absent' }];
  if (assumed !== undefined) return [{ kind: 'assumed', from: step.stance }];
  const { stance, since, basis, by } = step;
  const claimed = basis === 'claimed' && since;
  const written = member.positions.at(-1)?.date;
  return [
    ...(claimed ? [{ kind: 'claimed', stance, date: since, ...(by !== undefined && { by }) } as const] : []),
    ...(spoke && spoke.day !== written?.day ? [{ kind: 'restated', date: spoke } as const] : []),
    ...(member.positions.length > 1 ? [{ kind: 'earlier' } as const] : []),
  ];
}
