import type { Term } from '../../model/roster.ts';
import { endOf, type Time } from '../../model/time.ts';
import { readReportedCount } from '../schema/reported-count.ts';
import { type Cursor, entriesOf, itemsOf, textOf, valueUnder } from '../yaml/cursor.ts';
import { absenceAt, termsOf, timeUnder } from './terms.ts';

/** A count of a claim that is larger than those it could count. */
export interface ImpossibleCount {
  /** The count, as it is written. */
  readonly cursor: Cursor;
  readonly text: string;
  /** How many there were on the date of the claim: all members, or those that it counts among. */
  readonly members: number;
  readonly date: string;
}

/** The counts of claims that need more members than there were on their date, whatever anybody's stance. */
export function impossibleCounts(root: Cursor): ImpossibleCount[] {
  const claims = itemsOf(valueUnder(root, 'claims'));
  if (claims.length === 0) return [];
  const termsByCode = new Map(
    entriesOf(valueUnder(root, 'members')).map((member) => [String(member.key), termsOf(member)] as const),
  );
  const all = [...termsByCode.values()];
  const presentOfAll = new Map<string, number>();
  return claims.flatMap((claim) => {
    const date = timeUnder(claim, 'date');
    if (date === undefined) return [];
    const among = amongOf(claim, root);
    const listed = among?.flatMap((code) => {
      const terms = termsByCode.get(code);
      return terms === undefined ? [] : [terms];
    });
    // What is unknown or empty is an error of its own.
    if (listed && (listed.length === 0 || listed.length !== among?.length)) return [];
    const members = listed ? presentAt(date, listed) : (presentOfAll.get(endOf(date)) ?? presentAt(date, all));
    if (listed === undefined) presentOfAll.set(endOf(date), members);
    return (['supporting', 'holding-out'] as const).flatMap((key) => {
      const cursor = valueUnder(claim, key);
      const text = textOf(cursor);
      const read = text === undefined ? undefined : readReportedCount(text);
      if (text === undefined || read === undefined || !('value' in read)) return [];
      const { min } = read.value;
      return typeof min === 'number' && min > members ? [{ cursor, text, members, date: date.text }] : [];
    });
  });
}

/** How many members, given by their terms, are in the roster on a date. */
const presentAt = (date: Time, members: readonly (readonly Term[])[]): number =>
  members.filter((terms) => absenceAt(terms, date) === undefined).length;

/** The codes that a claim counts among, by a group or one by one; undefined where it counts among all. */
function amongOf(claim: Cursor, root: Cursor): readonly string[] | undefined {
  const among = valueUnder(claim, 'among');
  if (among.value === undefined) return undefined;
  const group = textOf(among);
  const listed = group === undefined ? among : valueUnder(valueUnder(root, 'groups'), group);
  return itemsOf(listed).flatMap((item) => textOf(item) ?? []);
}
