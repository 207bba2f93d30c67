import type { Position } from '../../model/roster.ts';
import { layoutOf } from './flow.ts';
import { type BlockStyle, blockPosition, flowPosition, type ItemLayout, itemStart } from './position-text.ts';

import { type OutlineList, type OutlineMapping, type OutlinePair, under } from './syntax.ts';
import { columnAt } from './text-edits.ts';

/** A position as an item of a list in a block, line by line. */
export function itemLines(position: Position, layout: ItemLayout): string[] {
  return layout.braces === undefined
    ? blockPosition(position, layout)
    : [itemStart(layout.dash, layout.gap) + flowPosition(position, layout.braces)];
}

/** How a history in a block is written: like its item at a place. */
export function layoutNear(text: string, history: OutlinePair, list: OutlineList, place: number): ItemLayout {
  const dash = columnAt(text, list.start);
  const listIndent = Math.max(0, dash - columnAt(text, history.start));
  const value = list.items[place]?.value;
  if (value?.kind !== 'mapping') return { dash, gap: 1, listIndent };
  const gap = Math.max(1, columnAt(text, value.start) - dash - 1);
  return { dash, gap, listIndent, ...(value.flow && { braces: layoutOf(text, value, false) }) };
}

/** Tells what the neighbours of a member look like, the nearest first; where there are none to look at, as the file is indented. */
export function stylesIn(text: string, { pairs }: OutlineMapping): (member: OutlinePair) => BlockStyle {
  const places = new Map(pairs.map((pair, place) => [pair, place]));
  const blocks = pairs.flatMap(({ value }, place) =>
    value.kind === 'mapping' && !value.flow ? [{ place, value }] : [],
  );
  const histories = blocks.flatMap(({ place, value }) => {
    const history = under(value, 'positions');
    return history?.value.kind === 'list' && !history.value.flow ? [{ place, history, list: history.value }] : [];
  });
  return (member) => {
    const place = places.get(member) as number;
    const key = columnAt(text, member.start);
    const block = nearestTo(place, blocks);
    const column = block === undefined ? 2 * key : columnAt(text, block.value.start);
    const written = nearestTo(place, histories);
    if (written === undefined) {
      const listIndent = column - key;
      return { column, items: { dash: column + listIndent, gap: 1, listIndent } };
    }
    const { history, list } = written;
    const { gap, listIndent, braces } = layoutNear(text, history, list, list.items.length - 1);
    const items = { dash: column + listIndent, gap, listIndent };
    return { column, items: braces === undefined ? items : { ...items, braces: { json: false, padding: ' ' } } };
  };
}

/** The nearest to a place of what is in order; of two as near the one before it. */
function nearestTo<T extends { readonly place: number }>(place: number, all: readonly T[]): T | undefined {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle] as T).place < place) low = middle + 1;
    else high = middle;
  }
  const [before, after] = [all[low - 1], all[low]];
  if (before === undefined || after === undefined) return before ?? after;
  return place - before.place <= after.place - place ? before : after;
}
