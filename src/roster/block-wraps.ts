import { type BlockStyle, itemLines } from './block-style.ts';
import { layoutOf } from './flow-edits.ts';
import { type Entry, entriesOf, follow } from './flow-wraps.ts';
import {
  afterComments,
  beforeBlanks,
  beforeComments,
  breakAt,
  columnOf,
  type Edit,
  indentRest,
  lineEnd,
  linesBelow,
  marginOf,
} from './lines.ts';
import { isOfPosition, type Way } from './member-outline.ts';
import type { OutlinePair } from './outline.ts';
import type { Task } from './record.ts';
import { itemStart } from './written-position.ts';

/** A stance alone becomes the first position of a history. */
export function wrapStanceInBlock(task: Task, { pair }: Way<'stance'>): Edit[] {
  const { text, styleOf } = task;
  const style = styleOf(pair);
  const first = indentRest(text.slice(pair.value.start, pair.value.end), shiftInto(text, pair, style));
  return inPlaceOfValue(task, pair, style, [], `stance: ${first}`);
}

/** One position in braces becomes the first of a history: as it is, or line by line when there is more in the braces. */
export function unfoldPosition(task: Task, { pair, mapping }: Way<'position'>): Edit[] {
  const { text, styleOf } = task;
  const style = styleOf(pair);
  const entries = entriesOf(text, mapping);
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
  const line = ({ pair: { name, value }, comments }: Entry, margin: string): string => {
    const written = `${text.slice(name.start, name.end)}: ${indentRest(text.slice(value.start, value.end), shift)}`;
    return written.trimEnd() + follow(comments, newline + margin);
  };
  const inside = entries.filter((entry) => isOfPosition(entry.pair));
  const [outer, inner] = [' '.repeat(style.column), ' '.repeat(style.items.dash + 1 + style.items.gap)];
  const lines = about.map((entry) => outer + line(entry, outer));
  const { dash, gap, listIndent } = style.items;
  const first = inside.map((entry) => line(entry, inner)).join(newline + inner);
  return inPlaceOfValue(task, pair, { ...style, items: { dash, gap, listIndent } }, lines, first);
}

/** By how much what was a member's value moves to the right as a part of its history. */
function shiftInto(text: string, member: OutlinePair, { items }: BlockStyle): string {
  return ' '.repeat(items.dash + 1 + items.gap - columnOf(text, member.start));
}

/** Lines, and a history of two, in place of what was a member's value. */
function inPlaceOfValue(
  { text, position }: Task,
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
  return [{ start, end: value.end, put }, linesBelow(text, value.end, itemLines(position, items))];
}

/** One position beside a member's name becomes the first of a history; what comes in between is moved before it. */
export function wrapPositionInBlock(task: Task, { pair, mapping }: Way<'position'>): Edit[] {
  const { text, styleOf, position } = task;
  const { column, items } = styleOf(pair);
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
  return [{ start: beforeBlanks(text, start), end: whole, put }, linesBelow(text, whole, itemLines(position, items))];
}
