/*
 * How a member is written into a pruned roster: with what is assumed of it, with its denied reports, and with the remarks
 * about it. What is left out of its history is decided before (`shorten-history.ts`).
 */

import type { Remark } from '../../model/pruned-roster.ts';
import type { Member, Position, Report, Roster } from '../../model/roster.ts';
import type { Stance } from '../../model/stance.ts';
import { endOf, momentOf, type Time } from '../../model/time.ts';
import { compareText } from '../../text/compare.ts';
import { toldBy } from '../evidence/denials.ts';
import type { MemberEvidence } from '../evidence/standings.ts';
import type { Step } from '../evidence/steps.ts';
import type { KnownMember } from '../time/epochs.ts';
import type { Reading, ShortenedHistory } from './shorten-history.ts';

/** A member while it is pruned. */
export interface PrunedEntry extends ShortenedHistory {
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

/** The entry with the assumed stance as the member's own position of the date, which no list overrides. */
export function withAssumption(
  entry: PrunedEntry,
  stance: Stance | undefined,
  { asOf, closings }: Reading,
): PrunedEntry {
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
export function writtenMember(entry: PrunedEntry): { readonly member: KnownMember; readonly apart: readonly Report[] } {
  const { member } = entry;
  const { within, apart } = deniedOf(entry);
  const positions = within.length === 0 ? member.positions : [...member.positions, ...within].sort(byTime);
  const note = positions.length === 1 ? (member.note ?? positions[0]?.note) : member.note;
  if (positions === member.positions && note === member.note) return { member, apart };
  return { member: { ...member, positions, ...(note !== undefined && { note }) }, apart };
}

interface DeniedOf {
  readonly within: readonly Position[];
  readonly apart: readonly Report[];
}

const nothingDenied: DeniedOf = { within: [], apart: [] };

/**
 * The denied reports about a member: those that are written in its history, and those of a time of which that has another
 * position, which are written as reports of their own.
 */
function deniedOf(entry: PrunedEntry): DeniedOf {
  const { member, present, denied } = entry;
  const { code, positions } = member;
  if (entry.apart !== undefined) return { within: [], apart: entry.apart };
  if (denied.length === 0) return nothingDenied;
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
export const whole = (entry: PrunedEntry, { own }: MemberEvidence, roster: Roster, asOf: Time): PrunedEntry => ({
  ...entry,
  member: { ...entry.member, positions: toldBy(own, asOf) },
  apart: reportsAbout(roster, entry.member, asOf),
});

type Dated = Pick<Position, 'date'>;

/** The order of statements by time. */
export const byTime = (a: Dated, b: Dated): number => compareText(momentOf(a.date), momentOf(b.date));

/** What is said of a member beside what is written of it. */
export function remarksOn({ member, present, step, assumed, spoke }: PrunedEntry): Remark[] {
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
