import type { PrunedRoster, Remark } from '../model/pruned-roster.ts';
import type { Member, Position, Report, Roster, Round } from '../model/roster.ts';
import { criteriaThatCount } from '../model/rule.ts';
import type { Stance } from '../model/stance.ts';
import { endOf, isBefore, momentOf, type Time } from '../model/time.ts';
import { compareText } from '../text/compare.ts';
import type { MemberSteps } from './evidence/claims.ts';
import { asOfDate, isBy } from './evidence/dates.ts';
import { isDenied, toldBy } from './evidence/denials.ts';
import { currentEpoch, type KnownMember, positionsIn, roundsBy } from './evidence/epochs.ts';
import { isMemberOn, type Listing, listingsOf } from './evidence/listings.ts';
import { reportsByMember } from './evidence/reports.ts';
import { knownOn, type Step, stepOn, stepsOf } from './evidence/steps.ts';
import { weightsOn } from './evidence/weights.ts';
import { referencedCodes, relevantClaims, relevantSections } from './prune/relevant.ts';
import { type ShortenedHistory, shortenHistory } from './prune/shorten-history.ts';

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
  const all = onRecord ? [] : listingsOf(roster).filter(({ time }) => isBy(time, asOf));
  const rounds = roundsBy(roster.rounds, asOf);
  const reports = reportsByMember(roster, asOf);
  const histories = roster.members.map((whole) => {
    const about = reports.get(whole.code) ?? [];
    const member = knownOn(whole, asOf, { rounds, reports: about, listings: all });
    const told = onRecord ? [] : toldBy([...whole.positions, ...about], asOf);
    const positions = told.filter((position) => isDenied(position, asOf));
    const denied = positionsIn({ positions }, currentEpoch(member));
    return { member, steps: stepsOf(member, all, onRecord), denied };
  });
  const reading = { asOf, onRecord, reasons: criteriaThatCount(roster.rule.criterion).some(({ withWhy }) => withWhy) };
  const shortened = (kept: readonly Listing[]): PrunedEntry[] =>
    histories.map(({ member, steps, denied }) => ({
      ...shortenHistory(member, all, kept, reading),
      denied,
      present: isMemberOn(member, endOf(asOf)),
      step: stepOn(steps, endOf(asOf)),
    }));
  const needed = relevantListings(histories, all, asOf);
  const withNeeded = shortened(needed);
  // If a member comes out differently without the lists that are not needed, all lists stay.
  const [listings, result] = withNeeded.every(({ exact }) => exact) ? [needed, withNeeded] : [all, shortened(all)];
  const entries = result.map((entry) => withAssumption(entry, assume.get(entry.member.code), asOf));

  const lists = new Set(listings.flatMap((listing) => listing.lists.map(({ claim }) => claim)));
  const named = referencedCodes(roster, lists, asOf);
  const nobody = entries.every(({ present }) => !present);
  const staying = entries.filter(
    ({ present, member }) => present || nobody || member.positions.length > 0 || named.has(member.code),
  );
  const after = staying.map(({ member }) => ({ member, steps: stepsOf(member, listings, onRecord) }));
  const termsOf = new Map(roster.members.map(({ code, terms }) => [code, terms]));
  const members = staying.map((entry): Member => {
    const { starts: _, ...member } = writtenMember(entry);
    // Terms and ends that are ahead stay.
    return { ...member, terms: termsOf.get(member.code) as Member['terms'], weights: weightsAt(member, asOf) };
  });
  const claims = onRecord ? [] : relevantClaims(roster.claims, lists, { before: histories, after, asOf });
  const present = new Set(entries.flatMap((entry) => (entry.present ? entry.member.code : [])));
  const apart = staying.flatMap((entry) => deniedOf(entry).apart).sort(byTime);
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

/** The weights of a member on a date, as weights that do not change. */
function weightsAt(member: Pick<Member, 'weights'>, asOf: Time): Member['weights'] {
  const weights = Object.entries(weightsOn(member, endOf(asOf)));
  return Object.fromEntries(weights.map(([name, value]) => [name, [{ value }]]));
}

/** The lists that moved a member to the stance it still has, and the latest ones. */
function relevantListings(histories: readonly MemberSteps[], all: readonly Listing[], asOf: Time): Listing[] {
  const moments = new Set<string>();
  for (const { member, steps } of histories) {
    if (!isMemberOn(member, endOf(asOf))) continue;
    const { stance } = stepOn(steps, endOf(asOf));
    const start = steps[steps.findLastIndex((step) => step.stance !== stance) + 1];
    if (start?.basis === 'claimed') moments.add(start.from);
  }
  return all.filter(({ time }, index) => moments.has(momentOf(time)) || index === all.length - 1);
}

/** The entry with the assumed stance as the member's own position of the date, which no list overrides. */
function withAssumption(entry: PrunedEntry, stance: Stance | undefined, asOf: Time): PrunedEntry {
  if (stance === undefined || !entry.present) return entry;
  const { member, step } = entry;
  // An assumption counts as a reason, so an equal stance needs a position unless it has a reason or, as support,
  // needs none.
  const isSo = stance === step.stance && (stance === 'support' || step.why !== undefined);
  const positions = isSo ? member.positions : stance === 'undeclared' ? [] : [assumedPosition(stance, step, asOf)];
  return { ...entry, member: { ...member, positions }, assumed: stance };
}

function assumedPosition(stance: Position['stance'], { wants, wantIds }: Step, { day }: Time): Position {
  const asked = stance === 'conditional' ? { wants, ...(wantIds && { wantIds }) } : { wants: [] };
  const date = { text: day, day };
  return { date, circa: false, stance, basis: 'stated', why: 'assumed', ...asked, sources: [] };
}

/**
 * The member as it is written: with its denied reports, and with the note of its only position as its own, because the
 * two are one when the position is written inline.
 */
function writtenMember(entry: PrunedEntry): KnownMember {
  const { member } = entry;
  const positions = [...member.positions, ...deniedOf(entry).within].sort(byTime);
  const [only, ...more] = positions;
  const note = more.length === 0 ? (member.note ?? only?.note) : member.note;
  return { ...member, positions, ...(note !== undefined && { note }) };
}

/**
 * The denied reports about a member: those that are written in its history, and those of a time of which that has another
 * position, which are written as reports of their own.
 */
function deniedOf({ member: { code, positions }, present, denied }: PrunedEntry): {
  readonly within: readonly Position[];
  readonly apart: readonly Report[];
} {
  const within: Position[] = [];
  const apart: Report[] = [];
  for (const report of present ? denied : []) {
    const { leaning: _, basis: __, date, ...rest } = report;
    const isTaken = [...positions, ...within].some((other) => momentOf(other.date) === momentOf(date));
    if (isTaken) apart.push({ ...rest, date: date as Time, of: { codes: [code] } });
    else within.push(report);
  }
  return { within, apart };
}

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
