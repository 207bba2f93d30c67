import { momentOf } from '../../model/time.ts';
import { readReportedCount } from '../schema/reported-count.ts';
import { type Cursor, entriesOf, itemsOf, textOf, valueUnder } from '../yaml/cursor.ts';
import { absenceAt, type PlacedTerm, termsOf, timeUnder } from './terms.ts';

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
  const terms = new Map(
    entriesOf(valueUnder(root, 'members')).map((member) => [String(member.key), termsOf(member)] as const),
  );
  const membersAt = new Map<string, number>();
  return claims.flatMap((claim) => {
    const date = timeUnder(claim, 'date');
    if (date === undefined) return [];
    const present = (codes: Iterable<string>): number =>
      [...codes].filter((code) => isPresent(terms.get(code), date)).length;
    const among = amongOf(claim, root);
    const members = among === undefined ? (membersAt.get(momentOf(date)) ?? present(terms.keys())) : present(among);
    if (among === undefined) membersAt.set(momentOf(date), members);
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

/** The codes that a claim counts among, by a group or one by one; undefined where it counts among all. */
function amongOf(claim: Cursor, root: Cursor): readonly string[] | undefined {
  const among = valueUnder(claim, 'among');
  if (among.value === undefined) return undefined;
  const group = textOf(among);
  const listed = group === undefined ? among : valueUnder(valueUnder(root, 'groups'), group);
  return itemsOf(listed).flatMap((item) => textOf(item) ?? []);
}

const isPresent = (terms: readonly PlacedTerm[] | undefined, date: Parameters<typeof absenceAt>[1]): boolean =>
  terms !== undefined && absenceAt(terms, date) === undefined;
