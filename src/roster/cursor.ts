import type { Path } from './problem.ts';
import { tidy } from './wording.ts';

/** A plain value and the way to it; the way is only spelled out when there is something to say about the value. */
export interface Cursor {
  readonly value: unknown;
  readonly parent?: Cursor;
  readonly key?: string | number;
}

/** @returns the keys and indices from the root to the cursor's value */
export function pathOf(cursor: Cursor): Path {
  const path: (string | number)[] = [];
  for (let here: Cursor | undefined = cursor; here?.key !== undefined; here = here.parent) path.push(here.key);
  return path.reverse();
}

export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What stands under a key; its value is undefined when nothing does. */
export function at(cursor: Cursor, key: string): Cursor {
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
