/*
 * Reports about several members: a claim of one stance for all that it names.
 *
 * To a member that it reaches, such a report is a reported position among its own. It reaches a member that was in the
 * roster then, unless the member's run at that time is stated and settled, or it has a word of its own of that time. Of
 * two reports of one time the later in the file stands. What does not reach a member is as if it had never been written,
 * so that what is read from a member's positions (steps, runs, conflicts) needs to know nothing of reports.
 */

import type { Position, Report, Roster } from '../../model/roster.ts';
import type { ReconciledClaim, ReportStatement } from '../../model/snapshot.ts';
import { isPending } from '../../model/stance.ts';
import { endOf, momentOf, type Time } from '../../model/time.ts';
import { compareText } from '../../text/compare.ts';
import { isBy, isSameTime } from '../time/dates.ts';
import { epochAt, epochsWith, type KnownMember, positionsIn, termsBy } from '../time/epochs.ts';
import { type OwnRun, ownRunAt } from './conflicts.ts';
import { isDenied } from './denials.ts';
import { isMemberOn } from './listings.ts';

/** A report about several as the position that it is to each of them. */
export type ReportedPosition = Position & Pick<Report, 'date'>;

/** A report about several as a position. */
export function toPosition({ of: _, ...report }: Report): ReportedPosition {
  return { ...report, basis: 'reported' };
}

/**
 * Positions from reports by members' codes, oldest first: of those that were in the roster at the report's time.
 *
 * @param asOf when given, members that leave later have not left
 */
export function reportsByMember(
  { reports, members }: Pick<Roster, 'reports' | 'members'>,
  asOf?: Time,
): ReadonlyMap<string, readonly ReportedPosition[]> {
  const byCode = new Map<string, ReportedPosition[]>();
  if (reports.length === 0) return byCode;
  const known = new Map(
    members.map((member) => [member.code, asOf === undefined ? member : { terms: termsBy(member, asOf) }]),
  );
  for (const report of reports) {
    const position = toPosition(report);
    for (const code of report.of.codes) {
      const member = known.get(code);
      if (member === undefined || !isMemberOn(member, endOf(report.date))) continue;
      const about = byCode.get(code);
      if (about === undefined) byCode.set(code, [position]);
      else about.push(position);
    }
  }
  return byCode;
}

/** The run after one more position: the same one if the stance is the same, else a new one. */
export function runAfter(run: OwnRun | undefined, { stance, basis }: Position): OwnRun {
  return { stance, stated: basis === 'stated' || (run?.stance === stance && run.stated) };
}

/** Whether reports do not reach a member with this run: it has stated a settled stance. */
export const isFirmRun = (run: OwnRun | undefined): run is OwnRun =>
  run !== undefined && !isPending(run.stance) && run.stated;

/**
 * A member's own positions and those reports that reach it, oldest first, epoch by epoch. What is of two epochs, being
 * dated by the bare day on which one ends, is read in the later one.
 *
 * @param member with its own positions alone
 * @param reports oldest first, without those that are denied
 */
export function withReports(member: KnownMember, reports: readonly Position[]): readonly Position[] {
  const read = new Set<Position>();
  const dates = [...member.positions, ...reports].map(({ date }) => date);
  const latestFirst = epochsWith(member, dates)
    .reverse()
    .map((epoch) => {
      const [own, about] = [positionsIn(member, epoch), positionsIn({ positions: reports }, epoch)];
      const counting = wordsWithin(own, about).filter((position) => !read.has(position));
      for (const position of [...own, ...about]) read.add(position);
      return counting;
    });
  return latestFirst.flat().sort(byMoment);
}

const byMoment = (a: Position, b: Position): number => compareText(momentOf(a.date), momentOf(b.date));

/**
 * A member's own positions and those reports that reach it, oldest first, within one epoch.
 *
 * @param run the member's run before them
 */
export function wordsWithin(own: readonly Position[], reports: readonly Position[], run?: OwnRun): readonly Position[] {
  if (reports.length === 0) return own;
  const known = new Set(own);
  const latest = reports.filter(({ date }, index) => momentOf(date) !== momentOf(reports[index + 1]?.date));
  const ofDay = new Map<string | undefined, Position[]>();
  for (const word of own) {
    const said = ofDay.get(word.date?.day);
    if (said === undefined) ofDay.set(word.date?.day, [word]);
    else said.push(word);
  }
  const isOwnWord = (date: Time): boolean => ofDay.get(date.day)?.some((word) => isSameTime(word.date, date)) === true;
  const all = [...own, ...latest.filter(({ date }) => !isOwnWord(date as Time))];
  const counting: Position[] = [];
  let now = run;
  for (const position of all.sort(byMoment)) {
    if (!known.has(position) && isFirmRun(now)) continue;
    counting.push(position);
    now = runAfter(now, position);
  }
  return counting;
}

/**
 * A report held against the members that it is about, on a date by which it is known.
 *
 * @param memberOf a member with the positions that are known
 */
export function reportStatement(
  report: Report,
  memberOf: (code: string) => KnownMember | undefined,
  asOf: Time,
): ReportStatement {
  const { date, circa, of, stance, by, why, wants, sources, denied } = report;
  const contradicted = of.codes.some((code) => {
    const member = memberOf(code);
    if (member === undefined || !isMemberOn(member, endOf(date))) return false;
    const run = ownRunAt({ positions: positionsIn(member, epochAt(member, date)) }, date);
    return isFirmRun(run) && run.stance !== stance;
  });
  return {
    date,
    circa,
    ...(by !== undefined && { by }),
    about: 'stance',
    of: of.codes,
    ...(of.group !== undefined && { group: of.group }),
    stance,
    ...(why !== undefined && { why }),
    wants,
    agrees: !contradicted,
    ...(denied && isDenied(report, asOf) && { denied }),
    sources,
  };
}

/** The reports up to a date, held against the members that they are about. */
export function reportStatements(
  reports: readonly Report[],
  members: readonly KnownMember[],
  asOf: Time,
): ReportStatement[] {
  const known = reports.filter(({ date }) => isBy(date, asOf));
  if (known.length === 0) return [];
  const byCode = new Map(members.map((member) => [member.code, member]));
  return known.map((report) => reportStatement(report, (code) => byCode.get(code), asOf));
}

/** Statements of claims and of reports in one order: by time, then by author and sources. */
export function inOrderOfClaims(
  claims: readonly ReconciledClaim[],
  reports: readonly ReportStatement[],
): readonly ReconciledClaim[] {
  if (reports.length === 0) return claims;
  return [...claims, ...reports].sort(
    (a, b) =>
      compareText(momentOf(a.date), momentOf(b.date)) ||
      compareText(a.by ?? '', b.by ?? '') ||
      compareText(a.sources.join(' '), b.sources.join(' ')) ||
      compareText(reportKey(a), reportKey(b)),
  );
}

/** Claims come first and keep their order; reports have one that does not depend on the order of the file. */
const reportKey = (statement: ReconciledClaim): string =>
  statement.about === 'stance' ? JSON.stringify(statement) : '';
