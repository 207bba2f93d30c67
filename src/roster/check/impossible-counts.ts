import { endOf } from '../../model/time.ts';
import { once } from '../../text/once.ts';
import { readReportedCount } from '../schema/reported-count.ts';
import { type Cursor, entriesOf, itemsOf, textOf, valueUnder } from '../yaml/cursor.ts';
import { type Presence, presenceOf } from './presence.ts';
import { termsOf, timeUnder } from './terms.ts';

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
  const presenceAmong = (items: readonly Cursor[]): Presence | undefined => {
    const codes = items.flatMap((item) => textOf(item) ?? []);
    const known = codes.flatMap((code) => {
      const terms = termsByCode.get(code);
      return terms === undefined ? [] : [terms];
    });
    // What is unknown or empty is an error of its own.
    return known.length === 0 || known.length !== codes.length ? undefined : presenceOf(known);
  };
  const ofAll = once(() => presenceOf([...termsByCode.values()]));
  const ofGroups = new Map<string, Presence | undefined>();
  const presenceFor = (among: Cursor): Presence | undefined => {
    if (among.value === undefined) return ofAll();
    const group = textOf(among);
    if (group === undefined) return presenceAmong(itemsOf(among));
    if (!ofGroups.has(group))
      ofGroups.set(group, presenceAmong(itemsOf(valueUnder(valueUnder(root, 'groups'), group))));
    return ofGroups.get(group);
  };
  return claims.flatMap((claim) => {
    const date = timeUnder(claim, 'date');
    if (date === undefined) return [];
    return (['supporting', 'holding-out'] as const).flatMap((key) => {
      const cursor = valueUnder(claim, key);
      const text = textOf(cursor);
      const read = text === undefined ? undefined : readReportedCount(text);
      if (text === undefined || read === undefined || !('value' in read)) return [];
      const { min } = read.value;
      const members = presenceFor(valueUnder(claim, 'among'))?.(endOf(date));
      if (members === undefined || typeof min !== 'number' || min <= members) return [];
      return [{ cursor, text, members, date: date.text }];
    });
  });
}
