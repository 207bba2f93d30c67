import { type OutlineList, type OutlineMapping, type OutlinePair, under } from '../outline/syntax.ts';
import type { BlockStyle, ItemLayout } from './entry-text.ts';
import { layoutOf } from './flow.ts';
import type { MembersOutline } from './members-outline.ts';
import { columnAt } from './text-edits.ts';

/** The layout of the item with a given index in a member's block list, for a new item next to it. */
export function layoutNear(text: string, history: OutlinePair, list: OutlineList, place: number): ItemLayout {
  const dash = columnAt(text, list.start);
  const listIndent = Math.max(0, dash - columnAt(text, history.start));
  const value = list.items[place]?.value;
  if (value?.kind !== 'mapping') return { dash, gap: 1, listIndent };
  const gap = Math.max(1, columnAt(text, value.start) - dash - 1);
  return { dash, gap, listIndent, ...(value.flow && { braces: layoutOf(text, value, false) }) };
}

/** A function that gives the block style of the nearest member that has one, else one with the file's indentation. */
export function stylesIn(text: string, members: MembersOutline): (place: number, member: OutlinePair) => BlockStyle {
  const blockNear = nearest(members, inBlock);
  const historyNear = nearest(members, historyInBlock);
  return (place, member) => {
    const block = blockNear(place);
    const key = columnAt(text, member.start);
    const column = block === undefined ? 2 * key : columnAt(text, block.start);
    const written = historyNear(place);
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

function inBlock({ value }: OutlinePair): OutlineMapping | undefined {
  return value.kind === 'mapping' && !value.flow ? value : undefined;
}

interface History {
  readonly history: OutlinePair;
  readonly list: OutlineList;
}

function historyInBlock(member: OutlinePair): History | undefined {
  const block = inBlock(member);
  const history = block && under(block, 'positions');
  return history?.value.kind === 'list' && !history.value.flow ? { history, list: history.value } : undefined;
}

/** The members on each side of a place whose style is looked at. Each has to be parsed. */
const mostNeighbours = 200;

/** A function that finds something in the member nearest to a place; of two equally near, the earlier. It caches. */
function nearest<T>(
  { codes, at }: MembersOutline,
  find: (member: OutlinePair) => T | undefined,
): (place: number) => T | undefined {
  const asked: boolean[] = codes.map(() => false);
  const known: (T | undefined)[] = codes.map(() => undefined);
  const foundAt = (place: number): T | undefined => {
    if (asked[place] === false) {
      asked[place] = true;
      const member = at(place);
      known[place] = member && find(member);
    }
    return known[place];
  };
  return (place) => {
    const farthest = Math.min(mostNeighbours, Math.max(place, codes.length - 1 - place));
    for (let distance = 0; distance <= farthest; distance += 1) {
      const found = (distance <= place ? foundAt(place - distance) : undefined) ?? foundAt(place + distance);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}
