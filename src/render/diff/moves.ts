import type { Diff, Direction, MemberDiff, Move } from '../../model/diff.ts';
import type { Standing } from '../../model/snapshot.ts';
import { visible } from '../../text/escape-controls.ts';
import { displayWidth, padEnd, truncate, wrap } from '../../text/width.ts';
import { type Layout, narrow } from '../layout/theme.ts';
import { sinceWords, whoText } from '../words/members.ts';

/** What a group of moves is headed by. */
export const directionText: Readonly<Record<Direction, string>> = {
  toward: 'Toward it',
  away: 'Away from it',
  sideways: 'Neither toward nor away',
};

/** Moves of which nothing is known but that they happened: out of nowhere or into it, without a reason. */
const isBare = ({ from, to, before, after }: Move): boolean =>
  !after.assumed &&
  before.wants.length + after.wants.length === 0 &&
  ((from === 'undeclared' && after.why === undefined) || (to === 'undeclared' && before.why === undefined));

/** The moves of one direction: each with what made it, and in one line those of which no more is known. */
export function moveRows(diff: Diff, direction: Direction, layout: Layout, year: string): string[] {
  const moves = diff.moved.filter((move) => move.direction === direction);
  if (moves.length === 0) return [];
  const [told, bare] = [moves.filter((move) => layout.all || !isBare(move)), moves.filter(isBare)];
  const everyOne = moves.every(({ decisive }) => decisive);
  const heading = everyOne
    ? `${directionText[direction]}, ${moves.length === 1 ? 'decisive' : 'each of them decisive'}`
    : directionText[direction];
  const names = told.reduce((most, move) => Math.max(most, displayWidth(nameIn(move))), 0);
  return [
    layout.theme.strong(heading),
    ...told.flatMap((move) => moveRow(move, names, layout, year, !everyOne)),
    ...(layout.all ? [] : bareLines(bare, told.length > 0, layout.width)),
  ];
}

const nameIn = ({ name }: Move): string => truncate(visible(name), 28);

/** @param names how many cells the longest name has */
function moveRow(move: Move, names: number, { width, theme }: Layout, year: string, marks: boolean): string[] {
  const { from, to, before, after, decisive } = move;
  const head = `  ${theme.strong(padEnd(nameIn(move), names))}  `;
  const when = sinceWords(after, year);
  const tail = [when, ...(after.assumed ? ['assumed'] : []), ...(marks && decisive ? ['decisive'] : [])]
    .filter((word) => word !== '')
    .join(', ');
  const change = `${from} → ${to}`;
  const inRow = 4 + names + displayWidth(change) + 2 + displayWidth(tail) <= width;
  const inner = width >= narrow ? 4 + names : 6;
  const indented = (text: string, paint = (line: string) => line): string[] =>
    text === '' ? [] : wrap(text, width - inner).map((line) => `${' '.repeat(inner)}${paint(line)}`);
  const list = (words: string, wants: readonly string[]): string[] =>
    wants.length === 0 ? [] : indented(`${words}: ${wants.map(visible).join('; ')}`);
  return [
    `${head}${change}${inRow && tail !== '' ? `  ${theme.faint(tail)}` : ''}`,
    ...(inRow ? [] : indented(tail, theme.faint)),
    ...(after.by === undefined && after.basis === 'stated' ? [] : indented(whoText(after), theme.faint)),
    ...indented(visible(after.why ?? '')),
    ...(before.why === undefined ? [] : indented(`before: ${visible(before.why)}`, theme.faint)),
    ...list('asked for', before.wants),
    ...list('wants', after.wants),
  ];
}

function bareLines(moves: readonly Move[], more: boolean, width: number): string[] {
  const changeOf = ({ from, to }: Move): string => `${from} → ${to}`;
  const changes = [...new Set(moves.map(changeOf))];
  return changes.flatMap((change) => {
    const names = moves.filter((move) => changeOf(move) === change).map(({ name }) => visible(name));
    const text = `${names.length}${more ? ' more' : ''}, ${change}: ${names.sort().join(', ')}`;
    return wrap(text, width - 4).map((line, index) => `${index === 0 ? '  ' : '    '}${line}`);
  });
}

/** Members with the same stance that give another reason or ask for something else. */
export function reasonRows(changes: readonly MemberDiff<Standing>[], { width, theme }: Layout): string[] {
  const words = ({ why, wants }: Standing): string =>
    [
      visible(why ?? 'no reason given'),
      ...(wants.length === 0 ? [] : [`wants: ${wants.map(visible).join('; ')}`]),
    ].join(' · ');
  return changes.flatMap(({ name, before, after }) => [
    `  ${theme.strong(truncate(visible(name), width - 18))}  ${after.stance}`,
    ...labelled('was', words(before), width),
    ...labelled('is', words(after), width),
  ]);
}

function labelled(label: string, text: string, width: number): string[] {
  return wrap(text, width - 9).map((line, index) => `    ${padEnd(index === 0 ? label : '', 5)}${line}`);
}
