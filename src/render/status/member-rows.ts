import type { Source } from '../../model/roster.ts';
import type { Snapshot, Standing } from '../../model/snapshot.ts';
import { type Shown, shown, visible } from '../../text/escape-controls.ts';
import { groupsOf } from '../../text/grouped.ts';
import { displayWidth, padEnd, spaces, wrap } from '../../text/width.ts';
import { nameColumn, widest } from '../layout/columns.ts';
import { type Layout, type Paint, type Painted, painted } from '../layout/theme.ts';
import { yearOf } from '../words/dates.ts';
import { sinceText, stanceText, wantsText, whoText } from '../words/members.ts';

/** A member in a list; a holdout may block the outcome. */
export type Told = Standing & { readonly blocking?: boolean };

/** Members with the same stance, reason, demands, author and sources. */
export type Alike = readonly [Told, ...Told[]];

/**
 * Groups of members whose stance and evidence are the same, in the order of their first members. A member without any
 * evidence is a group of its own.
 *
 * @param also what else must be the same
 */
export const alikeIn = (members: readonly Told[], also: (standing: Told) => string = () => ''): Alike[] =>
  groupedAlike(members, (standing) => standing, also);

function groupedAlike<T>(
  items: readonly T[],
  standingOf: (item: T) => Told,
  also: (standing: Told) => string = () => '',
): [T, ...T[]][] {
  return groupsOf(
    items,
    (item) => standingOf(item).by,
    (item) => {
      const standing = standingOf(item);
      const { code, why, wants, answered, by } = standing;
      const said = why !== undefined || wants.length + answered.length > 0 || by !== undefined;
      return said ? evidenceKey(standing, also(standing)) : `code ${code}`;
    },
  );
}

/** Everything that is the same for members that are alike, as a text to look them up by. */
function evidenceKey(standing: Told, also: string): string {
  const { stance, leaning = '', follows, by = '', basis = '', why, wants, answered, sources } = standing;
  // Texts stand after their lengths: that tells them apart and is made faster than JSON, which only the rest needs.
  const texts = `${stance} ${leaning} ${basis} ${by.length} ${by} ${why?.length ?? '-'} ${why ?? ''} ${also.length} ${also}`;
  const isPlain = follows === undefined && wants.length + answered.length === 0 && sources.length < 2;
  return isPlain
    ? `${texts} ${sources.length} ${sources[0] ?? ''}`
    : `${texts} ${JSON.stringify([follows, wants, answered, sources])}`;
}

const numbers = ['both', 'all three', 'all four', 'all five', 'all six', 'all seven', 'all eight', 'all nine'];

/** `both: `, `all three: `, before the evidence on several members; empty for one. */
const ofAll = (group: readonly unknown[]): string =>
  group.length === 1 ? '' : `${numbers[group.length - 2] ?? `all ${group.length}`}: `;

export interface RowOptions {
  /** The dates that a row shows. */
  readonly datesOf?: (standing: Standing, year: string) => Shown;
  /** The sources that standings name. */
  readonly sources?: Readonly<Record<string, Source>>;
}

/**
 * One member a row, in columns as wide as their texts; reasons and demands below, once for members that share them.
 */
export function memberRows(
  members: readonly Told[],
  { asOf }: Pick<Snapshot, 'asOf'>,
  layout: Layout,
  { datesOf = sinceText, sources = {} }: RowOptions = {},
): Painted[] {
  const { width, theme } = layout;
  const year = yearOf(asOf);
  const rows = members.map(
    (standing): Row => ({
      standing,
      name: visible(standing.name),
      stance: stanceText(standing),
      date: datesOf(standing, year),
    }),
  );
  const [stances, dates] = [widest(rows.map(({ stance }) => stance)), widest(rows.map(({ date }) => date))];
  const column = nameColumn(
    rows.map(({ name }) => name),
    stances,
    layout,
  );
  const start = column.start + stances + 2;
  const groups = groupedAlike(rows, ({ standing }) => standing);
  const isInRow = (who: Shown): boolean => start + dates + 2 + displayWidth(who) <= width;
  const whoInRow = groups.every(([{ standing }]) => isInRow(whoText(standing, sources)));
  const lines: Painted[] = [];
  const addIndented = (text: Shown, paint?: Paint): void => {
    if (text === '') return;
    for (const line of wrap(text, width - column.inner))
      lines.push(painted`${spaces(column.inner)}${paint === undefined ? line : paint(line)}`);
  };
  const addRow = ({ standing, name, stance, date }: Row, who: Shown): void => {
    const dateInRow = start + displayWidth(date) <= width;
    const known = whoInRow ? shown`${padEnd(date, dates)}  ${who}` : dateInRow ? date : visible('');
    const colour = theme.stance[standing.stance];
    const rest = painted`${colour(stance)}${spaces(stances - displayWidth(stance))}  ${theme.faint(known)}`;
    lines.push(...column.row(name, rest));
    if (!dateInRow) addIndented(date, theme.faint);
  };
  for (const group of groups) {
    const [{ standing: first }] = group;
    const who = whoText(first, sources);
    for (const row of group) addRow(row, who);
    let before = ofAll(group);
    const add = (text: Shown | undefined, paint?: Paint): void => {
      if (text === undefined) return;
      addIndented(before === '' ? text : shown`${before}${text}`, paint);
      before = '';
    };
    if (!whoInRow && who !== '') add(who, theme.faint);
    if (first.why !== undefined) add(visible(first.why));
    add(wantsText(first, year));
  }
  return lines;
}

/** A member with the texts of its row. */
interface Row {
  readonly standing: Told;
  readonly name: Shown;
  readonly stance: Shown;
  readonly date: Shown;
}
