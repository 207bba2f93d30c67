import { tidy } from '../../text/suggest.ts';
import type { KeyPath, Problem } from './problem.ts';

/** A plain value and the way to it; the way is only spelled out when there is something to say about the value. */
export interface Cursor {
  readonly value: unknown;
  readonly parent?: Cursor;
  readonly key?: string | number;
}

/** @returns the keys and indices from the root to the cursor's value */
export function pathOf(cursor: Cursor): KeyPath {
  const path: (string | number)[] = [];
  for (let here: Cursor | undefined = cursor; here?.key !== undefined; here = here.parent) path.push(here.key);
  return path.reverse();
}

export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What stands under a key; its value is undefined when nothing does. */
export function valueUnder(cursor: Cursor, key: string): Cursor {
  const value = isMapping(cursor.value) && Object.hasOwn(cursor.value, key) ? cursor.value[key] : undefined;
  return { value, parent: cursor, key };
}

/** The entries of a mapping, in the order of the file; none when it is no mapping. */
export function entriesOf(cursor: Cursor): Cursor[] {
  if (!isMapping(cursor.value)) return [];
  return Object.entries(cursor.value).map(([key, value]) => ({ value, parent: cursor, key }));
}

/** The items of a list; none when it is no list. */
export function itemsOf(cursor: Cursor): Cursor[] {
  return Array.isArray(cursor.value) ? cursor.value.map((value: unknown, key) => ({ value, parent: cursor, key })) : [];
}

/** @returns the trimmed text of a scalar; undefined for anything else and for a scalar that is empty */
export function textOf(cursor: Cursor): string | undefined {
  return typeof cursor.value === 'string' ? tidy(cursor.value) || undefined : undefined;
}

/** How a check says that something is wrong with a value, or with its key. */
export type ReportProblem = (
  cursor: Cursor,
  problem: Omit<Problem, 'path' | 'at' | 'severity'>,
  where?: 'key' | 'value',
) => void;

/** The positions of a member, wherever they are written: in a list, or as the member itself. */
export function positionsOf(member: Cursor): Cursor[] {
  const history = valueUnder(member, 'positions');
  return history.value === undefined ? (isMapping(member.value) ? [member] : []) : itemsOf(history);
}

/** Everything that happened or was said: what has a date in the past, and names its sources. */
export function statementsIn(root: Cursor): Cursor[] {
  const candidates = entriesOf(valueUnder(root, 'candidates')).flatMap((candidate) =>
    itemsOf(valueUnder(candidate, 'history')),
  );
  return [
    ...entriesOf(valueUnder(root, 'members')).flatMap(positionsOf),
    ...itemsOf(valueUnder(root, 'claims')),
    ...candidates,
    valueUnder(root, 'decision'),
  ];
}
