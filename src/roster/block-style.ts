import type { Position } from '../model/roster.ts';
import { layoutOf } from './flow-edits.ts';
import { columnOf } from './lines.ts';
import { type OutlineList, type OutlineMapping, type OutlinePair, under } from './outline.ts';
import { type BlockLayout, blockPosition, type FlowLayout, flowPosition, itemStart } from './written-position.ts';

/** How the items of a list in a block are written: a line for each key, or in braces. */
export interface ItemLayout extends BlockLayout {
  readonly braces?: FlowLayout;
}

/** A position as an item of a list in a block, line by line. */
export function itemLines(position: Position, layout: ItemLayout): string[] {
  return layout.braces === undefined
    ? blockPosition(position, layout)
    : [itemStart(layout.dash, layout.gap) + flowPosition(position, layout.braces)];
}

/** How a history in a block is written: like its item at a place. */
export function layoutNear(text: string, history: OutlinePair, list: OutlineList, place: number): ItemLayout {
  const dash = columnOf(text, list.start);
  const listIndent = Math.max(0, dash - columnOf(text, history.start));
  const value = list.items[place]?.value;
  if (value?.kind !== 'mapping') return { dash, gap: 1, listIndent };
  const gap = Math.max(1, columnOf(text, value.start) - dash - 1);
  return { dash, gap, listIndent, ...(value.flow && { braces: layoutOf(text, value, false) }) };
}

/** How a member is written that has a line for each key. */
export interface BlockStyle {
  /** The column of the member's own keys. */
  readonly column: number;
  readonly items: ItemLayout;
}

/** What the neighbours of a member look like, the nearest first; where there are none to look at, as the file is indented. */
export function styleNear(text: string, members: OutlineMapping, member: OutlinePair): BlockStyle {
  const key = columnOf(text, member.start);
  let own: number | undefined;
  for (const { value } of outwards(members.pairs, members.pairs.indexOf(member))) {
    if (value.kind !== 'mapping' || value.flow) continue;
    own ??= columnOf(text, value.start);
    const history = under(value, 'positions');
    if (history?.value.kind !== 'list' || history.value.flow) continue;
    const { gap, listIndent, braces } = layoutNear(text, history, history.value, history.value.items.length - 1);
    const items = { dash: own + listIndent, gap, listIndent };
    return { column: own, items: braces === undefined ? items : { ...items, braces: { json: false, padding: ' ' } } };
  }
  const column = own ?? 2 * key;
  const listIndent = column - key;
  return { column, items: { dash: column + listIndent, gap: 1, listIndent } };
}

/** The entries at a place, beside it, and ever further away. */
function* outwards(pairs: readonly OutlinePair[], index: number): Generator<OutlinePair> {
  for (let distance = 0; distance < pairs.length; distance += 1) {
    for (const at of distance === 0 ? [index] : [index - distance, index + distance]) {
      const pair = pairs[at];
      if (pair !== undefined) yield pair;
    }
  }
}
