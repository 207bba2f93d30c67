import type { Span } from '../../model/diagnostic.ts';
import type { Snapshot, Standing } from '../../model/snapshot.ts';
import { isPending } from '../../model/stance.ts';
import { endOf, momentOf, type Time } from '../../model/time.ts';
import { compareText } from '../../text/compare.ts';
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
  { lists, reports }: { readonly lists: readonly List[]; readonly reports: readonly Reported[] },
  { asOf, onRecord }: Pick<Snapshot, 'asOf' | 'onRecord'>,
): Statement | undefined {
  if (standing.basis === undefined || standing.assumed) return undefined;
  if (standing.basis === 'claimed') {
    const list = lists.find((candidate) => isOrigin(candidate, standing));
    return list && { cursor: list.holdouts, at: 'key' };
  }
  const own = ownPosition(member, { asOf, onRecord });
  const report = reports.findLast(
    ({ cursor, codes, moment, stance }) =>
      stance === standing.stance && codes.has(standing.code) && moment <= endOf(asOf) && !isDenied(cursor, asOf),
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
  readonly moment: string;
  readonly by: string | undefined;
}

function listsIn(document: Cursor): List[] {
  return itemsOf(valueUnder(document, 'claims')).flatMap((claim) => {
    const holdouts = valueUnder(claim, 'holdouts');
    if (holdouts.value === undefined) return [];
    const codes = new Set(itemsOf(holdouts).map(textOf));
    return [{ holdouts, codes, moment: momentOf(timeUnder(claim, 'date')), by: textOf(valueUnder(claim, 'by')) }];
  });
}

/** A claim that is a report about several. */
interface Reported {
  readonly cursor: Cursor;
  readonly codes: ReadonlySet<string | undefined>;
  readonly moment: string;
  readonly stance: string | undefined;
}

/** The reports about several, oldest first; those of one time in the order of the file. */
function reportsIn(document: Cursor): Reported[] {
  const groups = valueUnder(document, 'groups');
  const reports = itemsOf(valueUnder(document, 'claims')).flatMap((cursor): Reported[] => {
    const of = valueUnder(cursor, 'of');
    if (of.value === undefined) return [];
    const group = textOf(of);
    const codes = new Set(itemsOf(group === undefined ? of : valueUnder(groups, group)).map(textOf));
    return [
      { cursor, codes, moment: momentOf(timeUnder(cursor, 'date')), stance: textOf(valueUnder(cursor, 'stance')) },
    ];
  });
  return reports.sort((a, b) => compareText(a.moment, b.moment));
}

/** Whether a standing follows from a list: same time and author, and listed exactly if its stance is `withheld`. */
function isOrigin({ codes, moment, by }: List, standing: Standing): boolean {
  const listed = standing.stance === 'withheld';
  return moment === momentOf(standing.since) && by === standing.by && codes.has(standing.code) === listed;
}
