import type { Source } from '../../model/roster.ts';
import type { Snapshot, Standing } from '../../model/snapshot.ts';
import { type Shown, shown, visible } from '../../text/escape-controls.ts';
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
export function alikeIn(members: readonly Told[], also: (standing: Told) => string = () => ''): Alike[] {
  const groups = new Map<string, [Told, ...Told[]]>();
  for (const standing of members) {
    const { code, stance, leaning, follows, by, basis, why, wants, answered, sources } = standing;
    const said = why !== undefined || wants.length + answered.length > 0 || by !== undefined;
    const evidence = [stance, leaning, follows, by, basis, why, wants, answered, sources, also(standing)];
    const key = JSON.stringify(said ? evidence : code);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [standing]);
    else known.push(standing);
  }
  return [...groups.values()];
}

const numbers = ['both', 'all three', 'all four', 'all five', 'all six', 'all seven', 'all eight', 'all nine'];

/** `both: `, `all three: `, before the evidence on several members; empty for one. */
const ofAll = (group: Alike): string =>
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
  const since = (standing: Told): Shown => datesOf(standing, yearOf(asOf));
  const who = (standing: Told): Shown => whoText(standing, sources);
  const [stances, dates] = [widest(members.map(stanceText)), widest(members.map(since))];
  const column = nameColumn(
    members.map(({ name }) => visible(name)),
    stances,
    layout,
  );
  const start = column.start + stances + 2;
  const whoInRow = members.every((standing) => start + dates + 2 + displayWidth(who(standing)) <= width);
  const indented = (text: Shown, paint: Paint = (line) => line): Painted[] =>
    text === '' ? [] : wrap(text, width - column.inner).map((line) => painted`${spaces(column.inner)}${paint(line)}`);
  const row = (standing: Told): Painted[] => {
    const [stance, date] = [stanceText(standing), since(standing)];
    const dateInRow = start + displayWidth(date) <= width;
    const known = whoInRow ? shown`${padEnd(date, dates)}  ${who(standing)}` : dateInRow ? date : visible('');
    const colour = theme.stance[standing.stance];
    return [
      ...column.row(
        visible(standing.name),
        painted`${colour(stance)}${spaces(stances - displayWidth(stance))}  ${theme.faint(known)}`,
      ),
      ...(dateInRow ? [] : indented(date, theme.faint)),
    ];
  };
  return alikeIn(members).flatMap((group) => {
    const [first] = group;
    const wants = wantsText(first, yearOf(asOf));
    const said = [
      ...(whoInRow || who(first) === '' ? [] : [{ text: who(first), paint: theme.faint }]),
      ...(first.why === undefined ? [] : [{ text: visible(first.why) }]),
      ...(wants === undefined ? [] : [{ text: wants }]),
    ];
    return [
      ...group.flatMap(row),
      ...said.flatMap(({ text, paint }, index) => indented(shown`${index === 0 ? ofAll(group) : ''}${text}`, paint)),
    ];
  });
}
