/*
 * Reports about several members: a claim of one stance for all that it names.
 *
 * To a member that it reaches, such a report is a reported position among its own. It reaches a member that was in the
 * roster then, unless the member's run at that time is stated and settled, or it has a word of its own of that time. Of
 * two reports of one time the later in the file stands. What does not reach a member is as if it had never been written,
 * so that what is read from a member's positions (steps, runs, conflicts) needs to know nothing of reports.
 */

import type { Position, Report, Roster, Term } from '../../model/roster.ts';
import type { ReconciledClaim, ReportStatement } from '../../model/snapshot.ts';
import { isPending } from '../../model/stance.ts';
import { endOf, momentOf, type Time } from '../../model/time.ts';
import { compareText } from '../../text/compare.ts';
import { addTo, groupedBy } from '../../text/grouped.ts';
import { firstIndex } from '../../text/sorted.ts';
import { isBy, isSameTime } from '../time/dates.ts';
import { epochAt, epochsWith, type KnownMember, positionsIn, termsBy } from '../time/epochs.ts';
import { type OwnRun, ownRunAt } from './conflicts.ts';
import { isDenied } from './denials.ts';
import { type FirmStances, firmStancesOf, type MemberWords } from './firm-members.ts';
import { isMemberOn } from './listings.ts';

/** A report about several as the position that it is to each of them. */
export type ReportedPosition = Position & Pick<Report, 'date'>;

/** A report about several as a position. */
export function toPosition({ of: _, ...report }: Report): ReportedPosition {
  return { ...report, basis: 'reported' };
}

/**
 * Positions from reports by members' codes, oldest first: of those that were in the roster at the report's time. Members
 * of which the same reports are have one list, so that what follows from it is found once.
 *
 * @param asOf when given, members that leave later have not left
 */
export function reportsByMember(
  { reports, members }: Pick<Roster, 'reports' | 'members'>,
  asOf?: Time,
): ReadonlyMap<string, readonly ReportedPosition[]> {
  const byCode = new Map<string, readonly ReportedPosition[]>();
  if (reports.length === 0) return byCode;
  const groups = [...groupedBy([...reports.keys()], (index) => (reports[index] as Report).of.codes).values()];
  const groupsOf = new Map<string, [number, ...number[]]>();
  for (const [group, [first]] of groups.entries())
    for (const code of (reports[first] as Report).of.codes) addTo(groupsOf, code, group);
  const positions = reports.map(toPosition);
  const lists = new Map<string, readonly ReportedPosition[]>();
  const listOf = (of: readonly number[]): readonly ReportedPosition[] => {
    const key = of.join(' ');
    const list =
      lists.get(key) ??
      Array.from(
        indexesIn(of.map((group) => groups[group] as readonly number[])),
        (index) => positions[index] as ReportedPosition,
      );
    lists.set(key, list);
    return list;
  };
  for (const member of members) {
    const of = groupsOf.get(member.code);
    if (of === undefined) continue;
    const terms = asOf === undefined ? member.terms : termsBy(member, asOf);
    const list = listOf(of);
    const about = isAlways(terms) ? list : list.filter(({ date }) => isMemberOn({ terms }, endOf(date)));
    if (about.length > 0) byCode.set(member.code, about.length === list.length ? list : about);
  }
  return byCode;
}

/** The indexes in any of some lists, in ascending order. */
const indexesIn = (lists: readonly (readonly number[])[]): Int32Array => Int32Array.from(lists.flat()).sort();

const isAlways = ([only, ...others]: readonly Term[]): boolean =>
  only !== undefined && others.length === 0 && only.joined === undefined && only.left === undefined;

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
  if (member.starts.length === 0) return wordsWithin(member.positions, reports);
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
  const latest = latestOf(reports);
  if (own.length === 0) return isFirmRun(run) ? own : latest;
  const atOwnWords = indexesAt(latest, own);
  const parts: (readonly Position[])[] = [];
  let now = run;
  let heard = 0;
  // Reports make no run firm: until the member speaks again they all reach it, or none.
  const hearUntil = (end: number): void => {
    if (heard < end && !isFirmRun(now)) {
      const part = latest.slice(heard, end);
      parts.push(part);
      now = { stance: (part.at(-1) as Position).stance, stated: false };
    }
    heard = Math.max(heard, end);
  };
  const passed = atOwnWords.values();
  let next = passed.next().value;
  const hearUpTo = (end: number): void => {
    for (; next !== undefined && next < end; next = passed.next().value) {
      hearUntil(next);
      heard = next + 1;
    }
    hearUntil(end);
  };
  for (const word of [...own].sort(byMoment)) {
    const moment = momentOf(word.date);
    hearUpTo(firstIndex(heard, latest.length, (index) => momentOf(latest[index]?.date) >= moment));
    parts.push([word]);
    now = runAfter(now, word);
  }
  hearUpTo(latest.length);
  const none: readonly Position[] = [];
  return parts.length === 1 ? (parts[0] as readonly Position[]) : none.concat(...parts);
}

/** The indexes of the reports that are of the time of some own word, in ascending order. */
function indexesAt(reports: readonly Position[], own: readonly Position[]): readonly number[] {
  const found = new Set<number>();
  for (const { date } of own) {
    if (date === undefined) continue;
    const dayAt = (index: number): string | undefined => reports[index]?.date?.day;
    let index = firstIndex(0, reports.length, (place) => (dayAt(place) as string) >= date.day);
    for (; dayAt(index) === date.day; index += 1) if (isSameTime(date, reports[index]?.date as Time)) found.add(index);
  }
  return [...found].sort((a, b) => a - b);
}

const latestIn = new WeakMap<readonly Position[], readonly Position[]>();

/** Of reports, oldest first, the last of each time. */
function latestOf(reports: readonly Position[]): readonly Position[] {
  const known = latestIn.get(reports);
  if (known !== undefined) return known;
  const latest = reports.filter(({ date }, index) => momentOf(date) !== momentOf(reports[index + 1]?.date));
  latestIn.set(reports, latest);
  return latest;
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
  const contradicted = report.of.codes.some((code) => contradicts(memberOf(code), report));
  return statementOf(report, contradicted, asOf);
}

/** Whether a member that was in the roster then had firmly another stance. */
function contradicts(member: KnownMember | undefined, { date, stance }: Report): boolean {
  if (member === undefined || !isMemberOn(member, endOf(date))) return false;
  const run = ownRunAt({ positions: positionsIn(member, epochAt(member, date)) }, date);
  return isFirmRun(run) && run.stance !== stance;
}

function statementOf(
  { date, circa, of, stance, by, why, wants, sources, denied }: Report,
  contradicted: boolean,
  asOf: Time,
): ReportStatement {
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
    ...(denied && isDenied({ denied }, asOf) && { denied }),
    sources,
  };
}

/** The reports up to a date, held against the members that they are about. */
export function reportStatements(
  reports: readonly Report[],
  members: readonly MemberWords[],
  asOf: Time,
): ReportStatement[] {
  const known = reports.filter(({ date }) => isBy(date, asOf));
  if (known.length === 0) return [];
  const byCode = new Map(members.map((words) => [words.member.code, words]));
  const stancesOf = new Map<readonly string[], FirmStances>();
  return known.map((report) => {
    const { date, of, stance } = report;
    const firm = stancesOf.get(of.codes) ?? firmStancesOf(of.codes.flatMap((code) => byCode.get(code) ?? []));
    stancesOf.set(of.codes, firm);
    const contradicted =
      firm.isOtherThan(stance, endOf(date)) || firm.others.some((member) => contradicts(member, report));
    return statementOf(report, contradicted, asOf);
  });
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
