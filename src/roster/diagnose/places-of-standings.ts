import type { Span } from '../../model/diagnostic.ts';
import type { Snapshot, Standing } from '../../model/snapshot.ts';
import { endOf, momentOf, type Time } from '../../model/time.ts';
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
  return new Map(
    standings.map((standing) => {
      const member = valueUnder(valueUnder(document, 'members'), standing.code);
      const key: Statement = { cursor: member, at: 'key' };
      const { cursor, at: where } = statementOf(standing, member, lists, snapshot) ?? key;
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
  lists: readonly List[],
  { asOf, onRecord }: Pick<Snapshot, 'asOf' | 'onRecord'>,
): Statement | undefined {
  if (standing.basis === undefined || standing.assumed) return undefined;
  if (standing.basis === 'claimed') {
    const list = lists.find((candidate) => isOrigin(candidate, standing));
    return list && { cursor: list.holdouts, at: 'key' };
  }
  if (!isMapping(member.value)) return { cursor: member, at: 'value' };
  let latest: { readonly position: Cursor; readonly moment: string } | undefined;
  for (const position of positionsOf(member)) {
    const moment = momentOf(timeOf(position));
    const isReport = (textOf(valueUnder(position, 'basis')) ?? 'stated') !== 'stated';
    if (moment > endOf(asOf) || (onRecord && isReport)) continue;
    if (latest === undefined || moment > latest.moment) latest = { position, moment };
  }
  return latest && { cursor: valueUnder(latest.position, 'stance'), at: 'value' };
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
    return [{ holdouts, codes, moment: momentOf(timeOf(claim)), by: textOf(valueUnder(claim, 'by')) }];
  });
}

/** Whether a standing follows from a list: same time and author, and listed exactly if its stance is `withheld`. */
function isOrigin({ codes, moment, by }: List, standing: Standing): boolean {
  const listed = standing.stance === 'withheld';
  return moment === momentOf(standing.since) && by === standing.by && codes.has(standing.code) === listed;
}

/** The time of a statement; undefined for one without a date. */
function timeOf(statement: Cursor): Time | undefined {
  const read = readTime(textOf(valueUnder(statement, 'date')) ?? '');
  return 'value' in read ? read.value : undefined;
}
