import type { PrunedRoster } from '../model/pruned-roster.ts';
import type { Claim, DatedWeight, Member, Position, Roster, Round } from '../model/roster.ts';
import { criteriaThatCount } from '../model/rule.ts';
import type { Stance } from '../model/stance.ts';
import { endOf, isBefore, momentOf, type Time } from '../model/time.ts';
import { compareText } from '../text/compare.ts';
import type { Writable } from '../text/defined.ts';
import type { MemberSteps } from './evidence/claims.ts';
import { isAnyDenied, isDenied, isEverDenied, toldBy } from './evidence/denials.ts';
import { isMemberOn, type Listing } from './evidence/listings.ts';
import { toPosition } from './evidence/reports.ts';
import { type Evidence, evidenceOn, type MemberEvidence } from './evidence/standings.ts';
import { knownOn, stepOn, stepsOf } from './evidence/steps.ts';
import { referencedCodes, relevantClaims, relevantSections } from './prune/relevant.ts';
import { type Reading, sharedShortening } from './prune/shorten-history.ts';
import { byTime, type PrunedEntry, remarksOn, whole, withAssumption, writtenMember } from './prune/written-member.ts';
import { closingTimes } from './rule/closing.ts';
import { asOfDate, hasCome, isBy } from './time/dates.ts';
import { currentEpoch, positionsIn } from './time/epochs.ts';
import { weightOn } from './time/weights.ts';

/** How to prune. */
export interface PruneOptions {
  /** Keep `stated` positions only; drop reports and lists of holdouts. */
  readonly onRecord?: boolean;
  /** Assumed stances by code, written as positions of the date. */
  readonly assume?: ReadonlyMap<string, Stance>;
}

/**
 * A roster without anything that no longer matters on a date, and what was left out. Read at that date it gives the
 * same answer. Usually it has one position for each member, the lists of holdouts that still move somebody, the latest
 * list, counts that still come out the same, and the sources that these name.
 *
 * @see docs/snapshot.md
 */
export function prune(roster: Roster, date: Time, options: PruneOptions = {}): PrunedRoster {
  const { onRecord = false, assume = new Map<string, Stance>() } = options;
  const asOf = asOfDate(date);
  const end = endOf(asOf);
  const now = evidenceOn(roster, asOf, onRecord);
  const closings = closingTimes(roster.rule)
    .filter((time) => hasCome(time, asOf))
    .map((time) => evidenceOn(roster, asOfDate(time), onRecord));
  const { listings: all, rounds, starts } = now;
  const histories = now.histories.map(({ member, steps, own, reports }) => {
    const denied = deniedPositions({ member, steps, own, reports }, asOf);
    return { member, steps, own, reports, denied };
  });
  const reasons = criteriaThatCount(roster.rule.criterion).some(({ withWhy }) => withWhy);
  const reading: Reading = { asOf, onRecord, reasons, closings };
  const shortened = (kept: readonly Listing[]): PrunedEntry[] => {
    const shorten = sharedShortening(all, kept, reading);
    return histories.map(({ member: unabridged, steps, denied }) => {
      const { member, exact, known, spoke } = shorten(unabridged);
      const [present, step] = [isMemberOn(unabridged, end), stepOn(steps, end)];
      const entry: Writable<PrunedEntry> = { member, exact, known, denied, present, step };
      if (spoke !== undefined) entry.spoke = spoke;
      return entry;
    });
  };
  const moving = new Set([now, ...closings].flatMap(movingListings));
  const needed = all.filter(({ time }, index) => moving.has(momentOf(time)) || index === all.length - 1);
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
  const present = new Set([now, ...closings].flatMap(codesIn));
  // Claims alone are held against the members as they are written.
  const after =
    roster.claims.length === 0
      ? []
      : entries.map((entry) => {
          const member = knownOn(entry.member, asOf, {
            starts,
            reports: (entry.apart ?? []).map(toPosition),
            listings,
          });
          return { member, steps: stepsOf(member, listings, onRecord) };
        });
  const counted = (claims: readonly Claim[], staying: readonly MemberSteps[]): readonly Claim[] =>
    onRecord ? [] : relevantClaims(claims, lists, { before: histories, after: staying, asOf, present });
  // Whoever a count within a group is of stays with it, and it depends on nobody else.
  const withinGroups = counted(
    roster.claims.filter(({ among }) => among !== undefined),
    after,
  );
  const written = entries.map((entry) => {
    const { member, apart } = writtenMember(entry);
    return { entry, member, apart };
  });
  const followed = written.flatMap(({ member }) => member.positions.flatMap(({ follows = [] }) => follows));
  const named = new Set([...referencedCodes(roster, [...lists, ...withinGroups], asOf), ...followed]);
  const nobody = entries.every((entry) => !entry.present);
  const staying = written.filter(
    ({ entry: { member } }) =>
      present.has(member.code) || nobody || member.positions.length > 0 || named.has(member.code),
  );
  const kept = new Set(staying.map(({ member }) => member.code));
  const gone = new Set<string>();
  for (const { member } of entries) if (!kept.has(member.code)) gone.add(member.code);
  const moments = [now, ...closings].map((evidence) => endOf(evidence.asOf));
  const termsOf = new Map(roster.members.map(({ code, terms }) => [code, terms]));
  const members = staying.map(({ member: { code, name, weights, positions, note } }): Member => {
    // Terms and ends that are ahead stay.
    const terms = termsOf.get(code) as Member['terms'];
    const member = { code, name, terms, weights: weightsAt({ weights }, moments), positions };
    return note === undefined ? member : { ...member, note };
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
      rounds:
        rounds.length === 0
          ? rounds
          : relevantRounds(rounds, [...members.flatMap(({ positions }) => positions), ...claims, ...apart]),
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
  const { positions } = knownOn(now.member, then.asOf, { starts: then.starts });
  return JSON.stringify(then.histories[index]?.member.positions) !== JSON.stringify(positions);
}

const none: readonly Position[] = [];

/** The codes of those that are in the roster. */
function codesIn({ histories, asOf }: Evidence): string[] {
  const end = endOf(asOf);
  return histories.flatMap(({ member }) => (isMemberOn(member, end) ? member.code : []));
}

/** The reports about a member that are denied by a date, of its current epoch. */
function deniedPositions({ member, own, reports }: MemberEvidence, asOf: Time): readonly Position[] {
  if (!own.some(isEverDenied) && !isAnyDenied(reports)) return none;
  const positions = toldBy([...own, ...reports], asOf).filter((position) => isDenied(position, asOf));
  return positionsIn({ positions }, currentEpoch(member));
}

/** The latest round, and those that something which stays is from before. */
function relevantRounds(rounds: readonly Round[], statements: readonly { readonly date?: Time }[]): readonly Round[] {
  const [first] = [...statements].sort((a, b) => compareText(momentOf(a.date), momentOf(b.date)));
  // Of one day only what has an hour may be before a round with an hour.
  const firstHours = new Map<string, Time>();
  for (const { date } of statements) {
    if (date?.instant === undefined) continue;
    const known = firstHours.get(date.day);
    if (known === undefined || isBefore(date, known)) firstHours.set(date.day, date);
  }
  const isAfterSome = ({ date }: Round): boolean =>
    isBefore(first?.date, date) || isBefore(firstHours.get(date.day) ?? date, date);
  return rounds.filter((round) => round === rounds.at(-1) || (statements.length > 0 && isAfterSome(round)));
}

/** The weights of a member at some moments: as weights that do not change, where each is the same at all of them. */
function weightsAt({ weights }: Pick<Member, 'weights'>, moments: readonly string[]): Member['weights'] {
  const ofOne = (values: readonly DatedWeight[]): readonly DatedWeight[] => {
    const holding = new Set(moments.map((moment) => weightOn(values, moment)));
    const kept = values.filter((value) => holding.has(value));
    return kept.length > 1 ? kept : kept.map(({ value }) => ({ value }));
  };
  const entries = Object.entries(weights);
  return entries.length === 0 ? weights : Object.fromEntries(entries.map(([name, values]) => [name, ofOne(values)]));
}

/** The moments of the lists that moved a member to the stance that it has on a date. */
function movingListings({ histories, listings, asOf }: Evidence): string[] {
  if (listings.length === 0) return [];
  const end = endOf(asOf);
  return histories.flatMap(({ member, steps }) => {
    if (!isMemberOn(member, end)) return [];
    const { stance } = stepOn(steps, end);
    const start = steps[steps.findLastIndex((step) => step.stance !== stance) + 1];
    return start?.basis === 'claimed' ? [start.from] : [];
  });
}
