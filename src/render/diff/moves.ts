import type { Diff, Direction, MemberDiff, Move } from '../../model/diff.ts';
import type { Standing } from '../../model/snapshot.ts';
import { type Shown, shown, visible } from '../../text/escape-controls.ts';
import { displayWidth, padEnd, spaces, wrap } from '../../text/width.ts';
import { type NameColumn, nameColumn, widest } from '../layout/columns.ts';
import { type Layout, type Paint, type Painted, painted } from '../layout/theme.ts';
import { assumedText, leaningStance, sinceWords, wantsText, whoText } from '../words/members.ts';
import { membersByName } from '../words/order.ts';
import { reasonText } from './reason.ts';

/** Heading of each group of moves. */
export const directionText: Readonly<Record<Direction, Shown>> = {
  toward: shown`Closer to a decision`,
  away: shown`Further from a decision`,
  sideways: shown`No effect on the outcome`,
};

/** Whether a move has nothing to show but the change: from or to `undeclared`, without a reason. */
const isBare = ({ from, to, before, after }: Move): boolean =>
  !after.assumed &&
  before.wants.length + after.wants.length + after.answered.length === 0 &&
  ((from === 'undeclared' && after.why === undefined) || (to === 'undeclared' && before.why === undefined));

/** Fewer moves without details than this have a row each. */
const fewestGrouped = 4;

/** The moves in one direction: first those with details, then the others grouped by change; empty when nobody moved. */
export function moveRows(diff: Diff, direction: Direction, layout: Layout, year: string): Painted[] {
  const moves = membersByName(diff.moved.filter((move) => move.direction === direction));
  if (moves.length === 0) return [];
  const few = layout.all || moves.filter(isBare).length < fewestGrouped;
  const [told, bare] = [moves.filter((move) => few || !isBare(move)), few ? [] : moves.filter(isBare)];
  const everyOne = moves.every(({ decisive }) => decisive);
  const heading = everyOne
    ? shown`${directionText[direction]} (${moves.length === 1 ? '' : 'each '}decisive)`
    : directionText[direction];
  const column = nameColumn(
    told.map(({ name }) => visible(name)),
    widest(told.map(changeText)),
    layout,
  );
  return [
    layout.theme.strong(heading),
    ...told.flatMap((move) => moveRow(move, column, layout, year, !everyOne)),
    ...bareLines(bare, told.length > 0, layout.width),
  ];
}

const changeText = ({ before, after }: Move): Shown => shown`${leaningStance(before)} → ${leaningStance(after)}`;

function moveRow(move: Move, column: NameColumn, { width, theme }: Layout, year: string, marks: boolean): Painted[] {
  const { before, after, decisive } = move;
  const when = sinceWords(after, year);
  const words = [when, assumedText(after) ?? '', ...(marks && decisive ? ['decisive'] : [])];
  const tail = visible(words.filter((word) => word !== '').join(', '));
  const change = changeText(move);
  const inRow = column.start + displayWidth(change) + 2 + displayWidth(tail) <= width;
  const indented = (text: Shown, paint: Paint = (line) => line): Painted[] =>
    text === '' ? [] : wrap(text, width - column.inner).map((line) => painted`${spaces(column.inner)}${paint(line)}`);
  return [
    ...column.row(visible(move.name), inRow && tail !== '' ? painted`${change}  ${theme.faint(tail)}` : change),
    ...(inRow ? [] : indented(tail, theme.faint)),
    ...(after.by === undefined && after.basis === 'stated' ? [] : indented(whoText(after), theme.faint)),
    ...indented(visible(after.why ?? '')),
    ...(before.why === undefined ? [] : indented(shown`before: ${before.why}`, theme.faint)),
    ...(before.wants.length === 0 ? [] : indented(shown`asked for: ${before.wants.join('; ')}`)),
    ...indented(wantsText(after, year) ?? visible('')),
  ];
}

function bareLines(moves: readonly Move[], more: boolean, width: number): Painted[] {
  const changes = [...new Set(moves.map(changeText))];
  return changes.flatMap((change) => {
    const names = moves.filter((move) => changeText(move) === change).map(({ name }) => visible(name));
    const text = shown`${names.length}${more ? ' more' : ''}, ${change}: ${names.join(', ')}`;
    return wrap(text, width - 4).map((line, index) => painted`${spaces(index === 0 ? 2 : 4)}${line}`);
  });
}

/** Members with the same stance that give another reason or ask for something else. */
export function reasonRows(changes: readonly MemberDiff<Standing>[], layout: Layout): Painted[] {
  const column = nameColumn(
    changes.map(({ name }) => visible(name)),
    widest(changes.map(({ after }) => visible(after.stance))),
    layout,
  );
  return membersByName(changes).flatMap(({ name, before, after }) => [
    ...column.row(visible(name), visible(after.stance)),
    ...labelled(shown`was`, reasonText(before), layout.width),
    ...labelled(shown`is`, reasonText(after), layout.width),
  ]);
}

function labelled(label: Shown, text: Shown, width: number): Painted[] {
  return wrap(text, width - 9).map((line, index) => painted`    ${index === 0 ? padEnd(label, 5) : spaces(5)}${line}`);
}
