import { at, type Cursor, entriesOf, isMapping, itemsOf } from './cursor.ts';
import type { Problem } from './problem.ts';

/** How a check says that something is wrong with a value, or with its key. */
export type Report = (
  cursor: Cursor,
  problem: Omit<Problem, 'path' | 'at' | 'severity'>,
  where?: 'key' | 'value',
) => void;

/** The positions of a member, wherever they are written: in a list, or as the member itself. */
export function positionsOf(member: Cursor): Cursor[] {
  const history = at(member, 'positions');
  return history.value === undefined ? (isMapping(member.value) ? [member] : []) : itemsOf(history);
}

/** Everything that happened or was said: what has a date in the past, and names its sources. */
export function evidenceOf(root: Cursor): Cursor[] {
  const candidates = entriesOf(at(root, 'candidates')).flatMap((candidate) => itemsOf(at(candidate, 'history')));
  return [
    ...entriesOf(at(root, 'members')).flatMap(positionsOf),
    ...itemsOf(at(root, 'claims')),
    ...candidates,
    at(root, 'decision'),
  ];
}
