import type { Outline, OutlineItem, OutlinePair } from '../outline/syntax.ts';
import { layoutNear } from './block-style.ts';
import { type BlockStyle, itemLines, itemStart } from './entry-text.ts';
import { type FlowEntry, fillInFlow, firstInFlow, flowEntries, layoutOf, trailingComments } from './flow.ts';
import type { InsertionTask } from './insertion.ts';
import { datesIn, isOfPosition, type MemberOutlineOf, placeFor } from './member-syntax.ts';
import {
  afterComments,
  beforeBlanks,
  beforeComments,
  breakAt,
  columnAt,
  type Edit,
  indentRest,
  lineEnd,
  lineStart,
  linesAbove,
  linesBelow,
  marginOf,
} from './text-edits.ts';

/** Another item of a list, where it keeps their order, in the layout of its neighbour. */
export function itemInBlock(
  { text, entry }: Pick<InsertionTask, 'text' | 'entry'>,
  { history, list }: Pick<MemberOutlineOf<'history'>, 'history' | 'list'>,
): Edit[] {
  const { items } = list;
  const moments = datesIn(list).map(({ moment }) => moment);
  // Nothing can be added above a list that begins on the line of its key.
  const place = marginOf(text, list.start) === undefined ? items.length : placeFor(entry.moment, moments);
  const layout = layoutNear(text, history, list, Math.max(0, place - 1));
  const lines = itemLines(entry, layout);
  const before = items[place - 1];
  const spaced = isSpaced(text, items, place);
  if (before !== undefined) {
    return [linesBelow(text, afterComments(text, before.end, layout.dash), spaced ? ['', ...lines] : lines)];
  }
  return [linesAbove(text, beforeComments(text, list.start, history.name.end), spaced ? [...lines, ''] : lines)];
}

/** Whether items of a list are separated by empty lines, judged by the two items nearest to a place. */
function isSpaced(text: string, items: readonly OutlineItem[], place: number): boolean {
  const second = Math.min(Math.max(1, place), items.length - 1);
  const [a, b] = [items[second - 1], items[second]];
  return a !== undefined && b !== undefined && /(?:\r\n|\r(?!\n)|\n)[ \t]*[\r\n]/.test(text.slice(a.end, b.start));
}

/** The lines of `positions` with only the new position. */
const newHistory = ({ entry }: InsertionTask, { column, items }: BlockStyle): string[] => [
  `${' '.repeat(column)}positions:`,
  ...itemLines(entry, items),
];

/** `positions` for a member without a value, or with an empty one or `undeclared`. */
export function firstInBlock(task: InsertionTask, { pair }: MemberOutlineOf<'nothing'>): Edit[] {
  const { text } = task;
  if (hasComment(text, pair.value)) return firstInFlow(task, { kind: 'nothing', pair });
  return inPlaceOf(text, pair, newHistory(task, task.style()));
}

/** The first item of an empty list. */
export function fillInBlock(
  task: Pick<InsertionTask, 'text' | 'entry' | 'json' | 'style'>,
  way: Pick<MemberOutlineOf<'no-history'>, 'history'>,
): Edit[] {
  const { text, entry } = task;
  const { history } = way;
  if (hasComment(text, history.value)) return fillInFlow(task, way);
  return inPlaceOf(text, history, itemLines(entry, task.style().items));
}

/** `positions` for a member that has other keys but no position; they replace `stance: undeclared`. */
export function withHistoryInBlock(task: InsertionTask, { mapping, undeclared }: MemberOutlineOf<'about'>): Edit[] {
  const { text, entry } = task;
  const style = task.style();
  if (undeclared === undefined) {
    return [linesBelow(text, afterComments(text, mapping.end, style.column - 1), newHistory(task, style))];
  }
  return [{ ...undeclared.name, put: 'positions' }, ...inPlaceOf(text, undeclared, itemLines(entry, style.items))];
}

/** Whether empty brackets or braces contain a comment. */
const hasComment = (text: string, { kind, start, end }: Outline): boolean =>
  kind !== 'text' && /#/.test(text.slice(start, end));

/** Lines below a key, in place of its empty value. Comments around the value stay. */
function inPlaceOf(text: string, pair: OutlinePair, lines: readonly string[]): Edit[] {
  const colon = pair.colon ? [] : [`${' '.repeat(columnAt(text, pair.start))}:`];
  return [withoutValue(text, pair), linesBelow(text, pair.end, [...colon, ...lines])];
}

/** An edit that removes an entry's value, with its line if there is nothing else. */
function withoutValue(text: string, { end, value }: OutlinePair): Edit {
  if (value.kind === 'nothing') return { start: end, end, put: '' };
  const { start } = value;
  const [, header = ''] = /^[|>][^\r\n#]*[ \t](#[^\r\n]*)/.exec(text.slice(start, end)) ?? [];
  if (marginOf(text, start) === undefined)
    return { start: beforeBlanks(text, start), end, put: header && ` ${header}` };
  if (header !== '') return { start, end, put: header };
  const rest = text.slice(end, lineEnd(text, end));
  const comment = rest.trimStart();
  if (comment !== '') return { start, end: end + rest.length - comment.length, put: '' };
  const line = lineStart(text, start);
  return { start: line - (text.startsWith('\r\n', line - 2) ? 2 : 1), end, put: '' };
}

/** `positions` in place of a stance, which becomes their first item. */
export function wrapStanceInBlock(task: InsertionTask, { pair }: MemberOutlineOf<'stance'>): Edit[] {
  const { text } = task;
  const style = task.style();
  const first = indentRest(text.slice(pair.value.start, pair.value.end), shiftInto(text, pair, style));
  return inPlaceOfValue(task, pair, style, [], `stance: ${first}`);
}

/** `positions` in place of a position in braces: it becomes the first item, in lines if the braces have other keys. */
export function unfoldPosition(task: InsertionTask, { pair, mapping }: MemberOutlineOf<'position'>): Edit[] {
  const { text } = task;
  const style = task.style();
  const entries = flowEntries(text, mapping);
  const shift = shiftInto(text, pair, style);
  const about = entries.filter((entry) => !isOfPosition(entry.pair));
  if (about.length === 0) {
    const { padding } = layoutOf(text, mapping, false);
    const items = { ...style.items, braces: { json: false, padding } };
    return inPlaceOfValue(
      task,
      pair,
      { ...style, items },
      [],
      indentRest(text.slice(mapping.start, mapping.end), shift),
    );
  }
  const newline = breakAt(text, lineEnd(text, mapping.start));
  const line = ({ pair: { key, name, value }, within, comments }: FlowEntry, margin: string): string => {
    // Outside of braces a key stands on one line.
    const [keyWritten = '', moreLines] = text.slice(name.start, name.end).split(/[\r\n]/);
    const written = `${moreLines === undefined ? keyWritten : key}: ${indentRest(text.slice(value.start, value.end), shift)}`;
    return written.trimEnd() + trailingComments([...within, ...comments], newline + margin);
  };
  const inside = entries.filter((entry) => isOfPosition(entry.pair));
  const [outer, inner] = [' '.repeat(style.column), ' '.repeat(style.items.dash + 1 + style.items.gap)];
  const lines = about.map((entry) => outer + line(entry, outer));
  const { dash, gap, listIndent } = style.items;
  const first = inside.map((entry) => line(entry, inner)).join(newline + inner);
  return inPlaceOfValue(task, pair, { ...style, items: { dash, gap, listIndent } }, lines, first);
}

/** The blanks by which the later lines of a member's value move to the right as an item of `positions`. */
function shiftInto(text: string, member: OutlinePair, { items }: BlockStyle): string {
  return ' '.repeat(items.dash + 1 + items.gap - columnAt(text, member.start));
}

/** Lines about the member and `positions` with two items, in place of its value. */
function inPlaceOfValue(
  { text, entry }: InsertionTask,
  { value }: OutlinePair,
  { column, items }: BlockStyle,
  about: readonly string[],
  first: string,
): Edit[] {
  const newline = breakAt(text, lineEnd(text, value.start));
  const ownLine = marginOf(text, value.start) !== undefined;
  const start = beforeBlanks(text, value.start);
  const lines = [...about, `${' '.repeat(column)}positions:`, itemStart(items.dash, items.gap) + first];
  const put = (ownLine ? '' : newline) + lines.join(newline);
  return [{ start, end: value.end, put }, linesBelow(text, value.end, itemLines(entry, items))];
}

/** `positions` in place of a member's own position, which becomes the first item; keys in between go before it. */
export function wrapPositionInBlock(task: InsertionTask, { mapping }: MemberOutlineOf<'position'>): Edit[] {
  const { text, entry } = task;
  const { column, items } = task.style();
  const { pairs } = mapping;
  const [first, last] = [pairs.findIndex(isOfPosition), pairs.findLastIndex(isOfPosition)];
  const run = pairs.slice(first, last + 1);
  const end = run.reduce((_, entry) => entry.end, 0);
  const whole = last === pairs.length - 1 ? afterComments(text, end, column - 1) : end;
  const starts = run.map(({ start }, index) => {
    const before = run[index - 1];
    return before === undefined ? start : beforeComments(text, start, before.end);
  });
  const parts = run.map((entry, index) => ({ entry, lines: text.slice(starts[index], starts[index + 1] ?? whole) }));
  const linesOf = (ofPosition: boolean): string =>
    parts.flatMap(({ entry, lines }) => (isOfPosition(entry) === ofPosition ? [lines] : [])).join('');
  const newline = breakAt(text, lineEnd(text, mapping.start));
  const [start] = starts as [number];
  const ownLine = marginOf(text, start) !== undefined;
  const history = `${' '.repeat(column)}positions:${newline}${itemStart(items.dash, items.gap)}`;
  const shift = ' '.repeat(items.dash + 1 + items.gap - column);
  const put = (ownLine ? '' : newline) + linesOf(false) + history + indentRest(linesOf(true), shift);
  return [{ start: beforeBlanks(text, start), end: whole, put }, linesBelow(text, whole, itemLines(entry, items))];
}
