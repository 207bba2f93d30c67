import type { Snapshot, Standing } from '../../model/snapshot.ts';
import type { Time } from '../../model/time.ts';
import { type Shown, shown, visible } from '../../text/escape-controls.ts';
import { displayWidth, padEnd, spaces, wrap } from '../../text/width.ts';
import { nameColumn, widest } from '../layout/columns.ts';
import { type Layout, type Paint, type Painted, painted } from '../layout/theme.ts';
import { datedText } from './claims-and-dates.ts';
import { daysText, yearOf } from './dates.ts';
import { signs } from './signs.ts';

/**
 * A row for each member, its reason and demands below, in columns as wide as their texts.
 *
 * @param datesOf the dates that a row shows
 */
export function memberRows(
  members: readonly (Standing & { readonly blocking?: boolean })[],
  snapshot: Snapshot,
  layout: Layout,
  datesOf: (standing: Standing, year: string) => Shown = sinceText,
): Painted[] {
  const { width, theme } = layout;
  const rows = members.map((standing) => ({
    standing,
    name: visible(standing.name),
    stance: stanceText(standing),
    since: datesOf(standing, yearOf(snapshot.asOf)),
    who: whoText(standing),
  }));
  const stances = widest(rows.map(({ stance }) => stance));
  const dates = widest(rows.map(({ since }) => since));
  const column = nameColumn(
    rows.map(({ name }) => name),
    stances,
    layout,
  );
  const start = column.start + stances + 2;
  const whoInRow = rows.every(({ who }) => start + dates + 2 + displayWidth(who) <= width);
  const indented = (text: Shown, paint: Paint = (line) => line): Painted[] =>
    text === '' ? [] : wrap(text, width - column.inner).map((line) => painted`${spaces(column.inner)}${paint(line)}`);
  return rows.flatMap(({ standing, name, stance, since, who }) => {
    const dateInRow = start + displayWidth(since) <= width;
    const known = whoInRow ? shown`${padEnd(since, dates)}  ${who}` : dateInRow ? since : visible('');
    return [
      ...column.row(name, painted`${padEnd(stance, stances)}  ${theme.faint(known)}`),
      ...(dateInRow ? [] : indented(since, theme.faint)),
      ...(whoInRow ? [] : indented(who, theme.faint)),
      ...indented(visible(standing.why ?? '')),
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
  return shown`since ${datedText({ date: since, circa }, year)}${ageText(since, days)}`;
}

/** ` (117 days)`; nothing for a month, of which the day is not known. */
const ageText = (since: Time, days: number | undefined): string =>
  days === undefined || /^\d{4}-\d{2}$/.test(since.text) ? '' : ` (${daysText(days)})`;

/**
 * Since when a holdout holds out and for how long, and since when in this tone where that is another date:
 * `holding out since 22 Feb (117 days), withheld since about 14 Jun`.
 */
export function holdingOutText(standing: Standing, year: string): Shown {
  const { since, circa, stance, holdingOutFrom: run } = standing;
  if (run === undefined || since === undefined || run.since?.day === since.day) return sinceText(standing, year);
  const tone = shown`${signs[stance].words} since ${datedText({ date: since, circa }, year)}`;
  if (run.since === undefined) return shown`holding out all along, ${tone}`;
  const start = datedText({ date: run.since, circa: run.circa }, year);
  return shown`holding out since ${start}${ageText(run.since, run.days)}, ${tone}`;
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

/** The day on which a holdout began to hold out, and that of its tone where it is another: `22 Feb; withheld since 14 Jun`. */
export function holdingOutWords(standing: Standing, year: string): Shown {
  const { since, stance, holdingOutFrom: run } = standing;
  const tone = sinceWords(standing, year);
  if (run === undefined || since === undefined || run.since?.day === since.day) return tone;
  const start = run.since === undefined ? 'all along' : datedText({ date: run.since, circa: run.circa }, year);
  return shown`${start}; ${signs[stance].words} since ${tone}`;
}
