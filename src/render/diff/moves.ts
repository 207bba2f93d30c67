import type { Diff, Direction, MemberDiff, Move } from '../../model/diff.ts';
import type { Standing } from '../../model/snapshot.ts';
import { type Shown, shown, visible } from '../../text/escape-controls.ts';
import { displayWidth, padEnd, spaces, truncate, wrap } from '../../text/width.ts';
import { type Layout, narrow, type Paint, type Painted, painted } from '../layout/theme.ts';
import { sinceWords, whoText } from '../words/members.ts';

/** Heading of each group of moves. */
export const directionText: Readonly<Record<Direction, Shown>> = {
  toward: shown`Toward it`,
  away: shown`Away from it`,
  sideways: shown`Neither toward nor away`,
};

/** Whether a move has nothing to show but the change: from or to `undeclared`, without a reason. */
const isBare = ({ from, to, before, after }: Move): boolean =>
  !after.assumed &&
  before.wants.length + after.wants.length === 0 &&
  ((from === 'undeclared' && after.why === undefined) || (to === 'undeclared' && before.why === undefined));

/** The moves in one direction: first those with details, then the others grouped by change; empty when nobody moved. */
export function moveRows(diff: Diff, direction: Direction, layout: Layout, year: string): Painted[] {
  const moves = diff.moved.filter((move) => move.direction === direction);
  if (moves.length === 0) return [];
  const [told, bare] = [moves.filter((move) => layout.all || !isBare(move)), moves.filter(isBare)];
  const everyOne = moves.every(({ decisive }) => decisive);
  const heading = everyOne
    ? shown`${directionText[direction]}, ${moves.length === 1 ? 'decisive' : 'each of them decisive'}`
    : directionText[direction];
  const names = told.reduce((most, move) => Math.max(most, displayWidth(nameIn(move))), 0);
  return [
    layout.theme.strong(heading),
    ...told.flatMap((move) => moveRow(move, names, layout, year, !everyOne)),
    ...(layout.all ? [] : bareLines(bare, told.length > 0, layout.width)),
  ];
}

const nameIn = ({ name }: Move): Shown => truncate(visible(name), 28);

/** @param names width of the longest name, in terminal cells */
function moveRow(move: Move, names: number, { width, theme }: Layout, year: string, marks: boolean): Painted[] {
  const { from, to, before, after, decisive } = move;
  const head = painted`  ${theme.strong(padEnd(nameIn(move), names))}  `;
  const when = sinceWords(after, year);
  const words = [when, ...(after.assumed ? ['assumed'] : []), ...(marks && decisive ? ['decisive'] : [])];
  const tail = visible(words.filter((word) => word !== '').join(', '));
  const change = shown`${from} → ${to}`;
  const inRow = 4 + names + displayWidth(change) + 2 + displayWidth(tail) <= width;
  const inner = width >= narrow ? 4 + names : 6;
  const indented = (text: Shown, paint: Paint = (line) => line): Painted[] =>
    text === '' ? [] : wrap(text, width - inner).map((line) => painted`${spaces(inner)}${paint(line)}`);
  const list = (what: string, wants: readonly string[]): Painted[] =>
    wants.length === 0 ? [] : indented(shown`${what}: ${wants.join('; ')}`);
  return [
    inRow && tail !== '' ? painted`${head}${change}  ${theme.faint(tail)}` : painted`${head}${change}`,
    ...(inRow ? [] : indented(tail, theme.faint)),
    ...(after.by === undefined && after.basis === 'stated' ? [] : indented(whoText(after), theme.faint)),
    ...indented(visible(after.why ?? '')),
    ...(before.why === undefined ? [] : indented(shown`before: ${before.why}`, theme.faint)),
    ...list('asked for', before.wants),
    ...list('wants', after.wants),
  ];
}

function bareLines(moves: readonly Move[], more: boolean, width: number): Painted[] {
  const changeOf = ({ from, to }: Move): string => `${from} → ${to}`;
  const changes = [...new Set(moves.map(changeOf))];
  return changes.flatMap((change) => {
    const names = moves.filter((move) => changeOf(move) === change).map(({ name }) => visible(name));
    const text = shown`${names.length}${more ? ' more' : ''}, ${change}: ${names.sort().join(', ')}`;
    return wrap(text, width - 4).map((line, index) => painted`${spaces(index === 0 ? 2 : 4)}${line}`);
  });
}

/** Members with the same stance that give another reason or ask for something else. */
export function reasonRows(changes: readonly MemberDiff<Standing>[], { width, theme }: Layout): Painted[] {
  const words = ({ why, wants }: Standing): Shown =>
    shown`${why ?? 'no reason given'}${wants.length === 0 ? '' : ` · wants: ${wants.join('; ')}`}`;
  return changes.flatMap(({ name, before, after }) => [
    painted`  ${theme.strong(truncate(visible(name), width - 18))}  ${visible(after.stance)}`,
    ...labelled(shown`was`, words(before), width),
    ...labelled(shown`is`, words(after), width),
  ]);
}

function labelled(label: Shown, text: Shown, width: number): Painted[] {
  return wrap(text, width - 9).map((line, index) => painted`    ${index === 0 ? padEnd(label, 5) : spaces(5)}${line}`);
}
