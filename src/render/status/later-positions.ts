import type { Position, Roster } from '../../model/roster.ts';
import { endOf, momentOf } from '../../model/time.ts';
import { type Shown, shown } from '../../text/escape-controls.ts';
import { plural } from '../../text/numerals.ts';
import { dateText } from '../words/dates.ts';

/**
 * How many positions a roster leaves out by its own date, and how to see them; empty where it leaves out none.
 *
 * @param roster undefined where another date was asked for
 */
export function laterLines(roster: Roster | undefined): readonly Shown[] {
  const asOf = roster?.asOf;
  if (roster === undefined || asOf === undefined) return [];
  const isLater = ({ date }: Position): boolean => momentOf(date) > endOf(asOf);
  const later = roster.members.reduce((sum, { positions }) => sum + positions.filter(isLater).length, 0);
  const what = `${plural(later, 'position')} after ${dateText(asOf)}`;
  return later === 0 ? [] : [shown`${what}, the roster's as-of (--as-of today)`];
}
