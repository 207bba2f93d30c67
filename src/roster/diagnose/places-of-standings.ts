import type { Span } from '../../model/diagnostic.ts';
import type { Snapshot, Standing } from '../../model/snapshot.ts';
import { isPending } from '../../model/stance.ts';
import { endOf, momentOf, type Time } from '../../model/time.ts';
import { compareText } from '../../text/compare.ts';
import { addTo } from '../../text/grouped.ts';
import { timeUnder } from '../check/terms.ts';
import { readTime } from '../schema/scalars.ts';
import { type Cursor, isMapping, itemsOf, pathOf, positionsOf, textOf, valueUnder } from '../yaml/cursor.ts';
import { locate, placeValues } from '../yaml/locations.ts';

/**
 * The spans of the words that give members their standings: the stance of the position in force, or the key `holdouts`
 * of the claim. A member without a known or with an assumed position has the span of its code.
 *
 * @param text of a valid roster
 * @returns spans by members' codes, one for each standing
 */
export function placesOfStandings(
  text: string,
  standings: readonly Standing[],
  snapshot: Pick<Snapshot, 'asOf' | 'onRecord'>,
): ReadonlyMap<string, Span> {
  const { root } = placeValues(text);
  const document: Cursor = { value: root.value };
  const lists = listsIn(document);
  const reports = reportsIn(document);
  return new Map(
    standings.map((standing) => {
      const member = valueUnder(valueUnder(document, 'members'), standing.code);
      const key: Statement = { cursor: member, at: 'key' };
      const { cursor, at: where } = statementOf(standing, member, { lists, reports }, snapshot) ?? key;
      return [standing.code, locate(root, { path: pathOf(cursor), at: where })];
    }),
  );
}

interface Statement {
  readonly cursor: Cursor;
  readonly at: 'key' | 'value';
}

function statementOf(
  standing: Standing,
  member: Cursor,
  { lists, reports }: { readonly lists: ListsByOrigin; readonly reports: ReportsAbout },
  { asOf, onRecord }: Pick<Snapshot, 'asOf' | 'onRecord'>,
): Statement | undefined {
  if (standing.basis === undefined || standing.assumed) return undefined;
  if (standing.basis === 'claimed') {
    const listed = standing.stance === 'withheld';
    const ofOrigin = lists.get(originKey(momentOf(standing.since), standing.by));
    const list = ofOrigin?.find(({ codes }) => codes.has(standing.code) === listed);
    return list && { cursor: list.holdouts, at: 'key' };
  }
  const own = ownPosition(member, { asOf, onRecord });
  const report = reports(standing.code).findLast(
    ({ cursor, moment, stance }) => stance === standing.stance && moment <= endOf(asOf) && !isDenied(cursor, asOf),
  );
  // What a member has stated and settled, and what it said at the same time, stands before a report.
  const isFirm = standing.basis === 'stated' && !isPending(standing.stance);
  if (report !== undefined && !isFirm && report.moment > (own?.moment ?? ''))
    return { cursor: valueUnder(report.cursor, 'stance'), at: 'value' };
  return own && { cursor: own.cursor, at: 'value' };
}

/** The stance of a member's own latest position that stands, and its moment. */
function ownPosition(
  member: Cursor,
  { asOf, onRecord }: Pick<Snapshot, 'asOf' | 'onRecord'>,
): { readonly cursor: Cursor; readonly moment: string } | undefined {
  if (!isMapping(member.value)) return { cursor: member, moment: '' };
  let latest: { readonly position: Cursor; readonly moment: string } | undefined;
  for (const position of positionsOf(member)) {
    const moment = momentOf(timeUnder(position, 'date'));
    const isReport = (textOf(valueUnder(position, 'basis')) ?? 'stated') !== 'stated';
    if (moment > endOf(asOf) || isDenied(position, asOf) || (onRecord && isReport)) continue;
    if (latest === undefined || moment > latest.moment) latest = { position, moment };
  }
  return latest && { cursor: valueUnder(latest.position, 'stance'), moment: latest.moment };
}

/** Whether a report is denied by a date; the denial may be written as its date alone. */
function isDenied(position: Cursor, asOf: Time): boolean {
  const denial = valueUnder(position, 'denied');
  const read = readTime(textOf(denial) ?? textOf(valueUnder(denial, 'date')) ?? '');
  return 'value' in read && momentOf(read.value) <= endOf(asOf);
}

/** A claim with a complete list of holdouts. */
interface List {
  readonly holdouts: Cursor;
  readonly codes: ReadonlySet<string | undefined>;
}

/** The lists by their times and authors, which the standings that follow from them have, too. */
type ListsByOrigin = ReadonlyMap<string, readonly List[]>;

const originKey = (moment: string, by: string | undefined): string => JSON.stringify([moment, by]);

function listsIn(document: Cursor): ListsByOrigin {
  const lists = new Map<string, [List, ...List[]]>();
  for (const claim of itemsOf(valueUnder(document, 'claims'))) {
    const holdouts = valueUnder(claim, 'holdouts');
    if (holdouts.value === undefined) continue;
    const key = originKey(momentOf(timeUnder(claim, 'date')), textOf(valueUnder(claim, 'by')));
    addTo(lists, key, { holdouts, codes: new Set(itemsOf(holdouts).map(textOf)) });
  }
  return lists;
}

/** A claim that is a report about several. */
interface Reported {
  readonly cursor: Cursor;
  readonly moment: string;
  readonly stance: string | undefined;
}

/** The reports about a member, oldest first; those of one time in the order of the file. */
type ReportsAbout = (code: string) => readonly Reported[];

function reportsIn(document: Cursor): ReportsAbout {
  const claims = itemsOf(valueUnder(document, 'claims')).filter(
    (cursor) => valueUnder(cursor, 'of').value !== undefined,
  );
  if (claims.length === 0) return () => [];
  const about = new Map<string | undefined, [Reported, ...Reported[]]>();
  const ofGroups = new Map<string, [Reported, ...Reported[]]>();
  const reports = claims.map((cursor) => {
    const of = valueUnder(cursor, 'of');
    const moment = momentOf(timeUnder(cursor, 'date'));
    return { of, report: { cursor, moment, stance: textOf(valueUnder(cursor, 'stance')) } };
  });
  for (const { of, report } of reports) {
    const group = textOf(of);
    if (group === undefined) for (const item of itemsOf(of)) addTo(about, textOf(item), report);
    else addTo(ofGroups, group, report);
  }
  const groupsOf = new Map<string | undefined, [string, ...string[]]>();
  const groups = valueUnder(document, 'groups');
  for (const group of ofGroups.keys())
    for (const item of itemsOf(valueUnder(groups, group))) addTo(groupsOf, textOf(item), group);
  const places = new Map(reports.map(({ report }, place) => [report, place]));
  const placeOf = (report: Reported): number => places.get(report) as number;
  return (code) => {
    const ofItsGroups = (groupsOf.get(code) ?? []).flatMap((group) => ofGroups.get(group) as Reported[]);
    const all = [...new Set([...(about.get(code) ?? []), ...ofItsGroups])];
    return all.sort((a, b) => compareText(a.moment, b.moment) || placeOf(a) - placeOf(b));
  };
}
