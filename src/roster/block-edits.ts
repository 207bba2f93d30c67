import { type BlockStyle, itemLines, layoutNear } from './block-style.ts';
import { fillInFlow, firstInFlow } from './flow-edits.ts';
import {
  afterComments,
  beforeBlanks,
  beforeComments,
  columnOf,
  type Edit,
  linesAbove,
  linesBelow,
  marginOf,
} from './lines.ts';
import { datesOf, placeFor, type Way } from './member-outline.ts';
import type { Outline, OutlineItem, OutlinePair } from './outline.ts';
import type { Task } from './record.ts';

/** One more position of a history, in the order that the history has, like its neighbour there. */
export function itemInBlock({ text, position }: Task, { pair, history, list }: Way<'history'>): Edit[] {
  const { items } = list;
  const days = datesOf(pair).map(({ day }) => day);
  // A history that begins beside its key has no line above it.
  const place = marginOf(text, list.start) === undefined ? items.length : placeFor(position.date.day, days);
  const layout = layoutNear(text, history, list, Math.max(0, place - 1));
  const lines = itemLines(position, layout);
  const before = items[place - 1];
  const spaced = isSpaced(text, items, place);
  if (before !== undefined) {
    return [linesBelow(text, afterComments(text, before.end, layout.dash), spaced ? ['', ...lines] : lines)];
  }
  return [linesAbove(text, beforeComments(text, list.start, history.name.end), spaced ? [...lines, ''] : lines)];
}

/** Whether there are empty lines between the items of a list, as can be told near a place in it. */
function isSpaced(text: string, items: readonly OutlineItem[], place: number): boolean {
  const second = Math.min(Math.max(1, place), items.length - 1);
  const [a, b] = [items[second - 1], items[second]];
  return a !== undefined && b !== undefined && /(?:\r\n|\r(?!\n)|\n)[ \t]*[\r\n]/.test(text.slice(a.end, b.start));
}

/** The key of a new history, and the new position in it. */
const newHistory = ({ position }: Task, { column, items }: BlockStyle): string[] => [
  `${' '.repeat(column)}positions:`,
  ...itemLines(position, items),
];

/** The first position of a member of which nothing is said. */
export function firstInBlock(task: Task, { pair }: Way<'nothing'>): Edit[] {
  const { text, styleOf } = task;
  if (hasComment(text, pair.value)) return firstInFlow(task, { kind: 'nothing', pair });
  const colon = pair.colon ? [] : [`${' '.repeat(columnOf(text, pair.start))}:`];
  return inPlaceOf(text, pair, [...colon, ...newHistory(task, styleOf(pair))]);
}

/** The first position of a history that is there and empty. */
export function fillInBlock(task: Task, way: Way<'no-history'>): Edit[] {
  const { text, styleOf, position } = task;
  const { pair, history } = way;
  if (hasComment(text, history.value)) return fillInFlow(task, way);
  return inPlaceOf(text, history, itemLines(position, styleOf(pair).items));
}

/** A history for a member of which only its name and such are known. */
export function withHistoryInBlock(task: Task, { pair, mapping, undeclared }: Way<'about'>): Edit[] {
  const { text, styleOf, position } = task;
  const style = styleOf(pair);
  if (undeclared === undefined) {
    return [linesBelow(text, afterComments(text, mapping.end, style.column - 1), newHistory(task, style))];
  }
  const { start, end } = undeclared;
  return [{ start, end, put: 'positions:' }, linesBelow(text, end, itemLines(position, style.items))];
}

/** Whether there is a comment between brackets or braces that have nothing else in them. */
const hasComment = (text: string, { start, end }: Outline): boolean => /#/.test(text.slice(start, end));

/** Lines below a key in place of its value, which says nothing. */
function inPlaceOf(text: string, { end, value }: OutlinePair, lines: readonly string[]): Edit[] {
  const start = value.kind === 'nothing' ? end : beforeBlanks(text, value.start);
  return [{ start, end, put: '' }, linesBelow(text, end, lines)];
}
