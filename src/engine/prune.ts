import type { PrunedRoster, Remark } from '../model/pruned-roster.ts';
import type { DatedWeight, Member, Position, Roster, Round } from '../model/roster.ts';
import { criteriaThatCount } from '../model/rule.ts';
import type { Stance } from '../model/stance.ts';
import { endOf, isBefore, momentOf, type Time } from '../model/time.ts';
import { asOfDate, hasCome, isBy } from './evidence/dates.ts';
import { isMemberOn, type Listing } from './evidence/listings.ts';
import { type Evidence, evidenceOn, standingsBy } from './evidence/standings.ts';
import { type Step, stepOn, stepsOf } from './evidence/steps.ts';
import { weightOn } from './evidence/weights.ts';
import { referencedCodes, relevantClaims, relevantSections } from './prune/relevant.ts';
import { type Reading, type ShortenedHistory, shortenHistory } from './prune/shorten-history.ts';
import { closingTimes } from './rule/closing.ts';

/** How to prune. */
export interface PruneOptions {
  /** Keep `stated` positions only; drop reports and lists of holdouts. */
  readonly onRecord?: boolean;
  /** Assumed stances by code, written as positions of the date. */
  readonly assume?: ReadonlyMap<string, Stance>;
}

/** A member while it is pruned. */
interface PrunedEntry extends ShortenedHistory {
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
  const { histories, listings: all, rounds } = now;
  const reasons = criteriaThatCount(roster.rule.criterion).some(({ withWhy }) => withWhy);
  const reading: Reading = { asOf, onRecord, reasons, closings };
  const shortened = (kept: readonly Listing[]): PrunedEntry[] =>
    histories.map(({ member, steps }) => ({
      ...shortenHistory(member, all, kept, reading),
      present: isMemberOn(member, endOf(asOf)),
      step: stepOn(steps, endOf(asOf)),
    }));
  const moving = [now, ...closings].flatMap(movingListings);
  const needed = all.filter(({ time }, index) => moving.includes(momentOf(time)) || index === all.length - 1);
  const withNeeded = shortened(needed);
  // If a member comes out differently without the lists that are not needed, all lists stay.
  const [listings, result] = withNeeded.every(({ exact }) => exact) ? [needed, withNeeded] : [all, shortened(all)];
  const entries = result.map((entry) => withNote(withAssumption(entry, assume.get(entry.member.code), reading)));

  const lists = new Set(listings.flatMap((listing) => listing.lists.map(({ claim }) => claim)));
  const named = referencedCodes(roster, lists, asOf);
  const present = new Set([now, ...closings].flatMap((evidence) => standingsBy(evidence).map(({ code }) => code)));
  const nobody = entries.every((entry) => !entry.present);
  const staying = entries.filter(
    ({ member }) => present.has(member.code) || nobody || member.positions.length > 0 || named.has(member.code),
  );
  const after = staying.map(({ member }) => ({ member, steps: stepsOf(member, listings, onRecord) }));
  const moments = [now, ...closings].map((evidence) => endOf(evidence.asOf));
  const termsOf = new Map(roster.members.map(({ code, terms }) => [code, terms]));
  const members = staying.map(({ member: { starts: _, ...member } }): Member => {
    // Terms and ends that are ahead stay.
    return { ...member, terms: termsOf.get(member.code) as Member['terms'], weights: weightsAt(member, moments) };
  });
  const claims = onRecord ? [] : relevantClaims(roster.claims, lists, { before: histories, after, asOf });
  return {
    roster: relevantSections(roster, {
      members,
      rounds: relevantRounds(rounds, [...members.flatMap(({ positions }) => positions), ...claims]),
      claims,
      asOf,
      present,
      whole: !onRecord && assume.size === 0,
    }),
    remarks: new Map(staying.map((entry) => [entry.member.code, remarksOn(entry)])),
    leftOut: {
      positions: entries.reduce((sum, { known, member }) => sum + Math.max(0, known - member.positions.length), 0),
      claims: roster.claims.filter(({ date }) => isBy(date, asOf)).length - claims.length,
    },
  };
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
  const asks = stance !== 'conditional' ? [] : wants.length > 0 ? wants : ['assumed'];
  const ids = stance === 'conditional' && wantIds ? { wantIds } : {};
  return { date, circa: false, stance, basis: 'stated', why: 'assumed', wants: asks, ...ids, sources: [] };
}

/**
 * The entry with the note of its only position as the member's own: the two are one when the position is written
 * inline.
 */
function withNote(entry: PrunedEntry): PrunedEntry {
  const { positions, ...member } = entry.member;
  const [only, ...more] = positions;
  const note = more.length === 0 ? (member.note ?? only?.note) : member.note;
  return note === undefined ? entry : { ...entry, member: { ...entry.member, note } };
}

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
