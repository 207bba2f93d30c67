import { sortedByName } from '../../text/compare.ts';
import { type Shown, shown, visible } from '../../text/escape-controls.ts';
import { displayWidth, padEnd, spaces, wrap } from '../../text/width.ts';
import { nameColumn, widest } from '../layout/columns.ts';
import { blocksText, headingLines, section } from '../layout/section.ts';
import type { Layout, Painted } from '../layout/theme.ts';
import { ruleText } from '../words/criterion.ts';
import { namesWithin } from '../words/names.ts';
import { equalMembers, type PowerView, winningText } from './power-view.ts';

/** The most cells that the names of members with the same power take. */
const mostForNames = 36;

/** `rules --power` for people: how many coalitions win, and how often each member makes the difference. */
export function renderPower(view: PowerView, layout: Layout): Painted {
  const { rule, of, power, origin } = view;
  const { width, theme } = layout;
  const title = rule.name === 'custom' ? 'Voting power' : `Voting power under ${rule.name}`;
  const meaning = ruleText(rule);
  const rows = equalMembers(power).map(({ members, swings, banzhaf = '', shapley }) => ({
    name: namesOf(members),
    cells: [swings, banzhaf, shapley].map(visible),
  }));
  const heads = ['Swings', 'Banzhaf', 'Shapley–Shubik'].map(visible);
  const widths = heads.map((head, index) => widest([head, ...rows.map(({ cells }) => cells[index] ?? shown``)]));
  const lineOf = (cells: readonly Shown[]): Shown => {
    const [swings = shown``, banzhaf = shown``, shapley = shown``] = cells.map((cell, index) => {
      const room = widths[index] ?? 0;
      return index === 2 ? padEnd(cell, room) : shown`${spaces(room - displayWidth(cell))}${cell}`;
    });
    return shown`${swings}  ${banzhaf}  ${shapley}`;
  };
  const column = nameColumn([shown`Member`, ...rows.map(({ name }) => name)], displayWidth(lineOf(heads)), layout);
  return blocksText([
    [
      ...headingLines({ title, body: of }, `${power.members.length} members`, layout),
      ...(meaning === undefined ? [] : wrap(meaning, width)),
    ],
    wrap(visible(winningText(power)), width),
    [
      ...column.row(shown`Member`, lineOf(heads)).map((line) => theme.faint(line)),
      ...rows.flatMap(({ name, cells }) => column.row(name, lineOf(cells))),
    ],
    [...section('From', [visible(origin)], layout)],
  ]);
}

/** The name of a member, or some of those of members with the same power. */
function namesOf(members: readonly { readonly name: string }[]): Shown {
  const names = sortedByName(members, ({ name }) => name).map(({ name }) => visible(name));
  return names.length === 1 ? (names[0] ?? shown``) : namesWithin(names, mostForNames);
}
