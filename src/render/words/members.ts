import type { Snapshot, Standing } from '../../model/snapshot.ts';
import { type Shown, shown, visible } from '../../text/escape-controls.ts';
import { displayWidth, padEnd, spaces, truncate, wrap } from '../../text/width.ts';
import { type Layout, narrow, type Paint, type Painted, painted } from '../layout/theme.ts';
import { datedText } from './claims-and-dates.ts';

import { daysText, yearOf } from './dates.ts';

/** A row for each member, its reason and demands below. Columns that do not fit go below too, the date last. */
export function memberRows(
  members: readonly (Standing & { readonly blocking?: boolean })[],
  snapshot: Snapshot,
  { width, theme }: Layout,
): Painted[] {
  const rows = members.map((standing) => ({
    standing,
    name: truncate(visible(standing.name), Math.max(8, Math.min(28, width - 22))),
    stance: stanceText(standing),
    since: sinceText(standing, yearOf(snapshot.asOf)),
    who: whoText(standing),
  }));
  const widest = (key: 'name' | 'stance' | 'since'): number =>
    rows.reduce((most, row) => Math.max(most, displayWidth(row[key])), 0);
  const [names, stances, dates] = [widest('name'), widest('stance'), widest('since')];
  const inner = Math.min(4 + names, width >= narrow ? 14 : 6);
  const taken = 2 + names + 2 + stances + 2 + dates;
  const dateInRow = taken <= width;
  const whoInRow = dateInRow && rows.every(({ who }) => taken + 2 + displayWidth(who) <= width);
  return rows.flatMap(({ standing, name, stance, since, who }) => {
    const start = painted`  ${theme.strong(padEnd(name, names))}  ${padEnd(stance, stances)}`;
    const head = dateInRow ? painted`${start}  ${theme.faint(whoInRow ? padEnd(since, dates) : since)}` : start;
    const indented = (text: Shown, paint: Paint = (line) => line): Painted[] =>
      wrap(text, width - inner).map((line) => painted`${spaces(inner)}${paint(line)}`);
    return [
      whoInRow ? painted`${head}  ${theme.faint(who)}` : head,
      ...(dateInRow || since === '' ? [] : indented(since, theme.faint)),
      ...(whoInRow || who === '' ? [] : indented(who, theme.faint)),
      ...(standing.why === undefined ? [] : indented(visible(standing.why))),
      ...(standing.wants.length === 0 ? [] : indented(shown`wants: ${standing.wants.join('; ')}`)),
    ];
  });
}

/** The stance, marked as blocking or assumed. */
export function stanceText({ stance, assumed, blocking }: Standing & { readonly blocking?: boolean }): Shown {
  return shown`${stance}${blocking === true ? ', blocking' : ''}${assumed ? ' (assumed)' : ''}`;
}

/** The date of the stance and its age; `undated` without a date, and empty for a stance that has none by nature. */
export function sinceText({ since, days, circa, stance, assumed }: Standing, year: string): Shown {
  if (since === undefined) return stance === 'undeclared' || assumed ? shown`` : shown`undated`;
  const age = days === undefined || /^\d{4}-\d{2}$/.test(since.text) ? '' : ` (${daysText(days)})`;
  return shown`since ${datedText({ date: since, circa }, year)}${age}`;
}

/** The speaker, with the basis unless it is `stated`; empty when nothing is known. */
export function whoText({ by, basis }: Pick<Standing, 'by' | 'basis'>): Shown {
  if (basis === undefined) return shown``;
  if (by === undefined) return visible(basis);
  return basis === 'stated' ? visible(by) : shown`${by} (${basis})`;
}

/** The date of a member's stance; empty without one. */
export function sinceWords({ since, circa }: Standing, year: string): Shown {
  return since === undefined ? shown`` : datedText({ date: since, circa }, year);
}
