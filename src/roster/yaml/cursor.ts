import { tidy } from '../../text/suggest.ts';
import type { KeyPath, Problem } from './problem.ts';

/** The one key that no mapping may have, because it names an object's prototype in JavaScript. */
export const reservedKey = '__proto__';

/** A plain value with a link to its parent. The path is built only for a value that has a problem. */
export interface Cursor {
  readonly value: unknown;
  readonly parent?: Cursor;
  readonly key?: string | number;
}

/** The keys and indices from the root to the cursor's value; empty for the root. */
export function pathOf(cursor: Cursor): KeyPath {
  const path: (string | number)[] = [];
  for (let here: Cursor | undefined = cursor; here?.key !== undefined; here = here.parent) path.push(here.key);
  return path.reverse();
}

/** Whether a plain value is a mapping. */
export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value under a key; undefined if the key is absent or the cursor is not at a mapping. */
export function valueUnder(cursor: Cursor, key: string): Cursor {
  const value = isMapping(cursor.value) && Object.hasOwn(cursor.value, key) ? cursor.value[key] : undefined;
  return { value, parent: cursor, key };
}

/** Whether a cursor is at a mapping that has a key, which costs less than a cursor to its value. */
export function hasKey({ value }: Cursor, key: string): boolean {
  return isMapping(value) && Object.hasOwn(value, key);
}

/** The values of a mapping, in the order of the file; empty for anything but a mapping. */
export function entriesOf(cursor: Cursor): Cursor[] {
  const { value } = cursor;
  return isMapping(value) ? Object.keys(value).map((key) => ({ value: value[key], parent: cursor, key })) : [];
}

/** The items of a list; empty for anything but a list. */
export function itemsOf(cursor: Cursor): Cursor[] {
  return Array.isArray(cursor.value) ? cursor.value.map((value: unknown, key) => ({ value, parent: cursor, key })) : [];
}

/** The tidied text of a scalar; undefined for an empty scalar and for anything but a scalar. */
export function textOf(cursor: Cursor): string | undefined {
  return typeof cursor.value === 'string' ? tidy(cursor.value) || undefined : undefined;
}

/** A function with which a check reports a problem with a value or its key; `value` is the default. */
export type ReportProblem = (
  cursor: Cursor,
  problem: Omit<Problem, 'path' | 'at' | 'severity'>,
  where?: 'key' | 'value',
) => void;

/** The positions of a member: the items of `positions`, or else the member's own mapping. Empty for a stance alone. */
export function positionsOf(member: Cursor): readonly Cursor[] {
  if (!isMapping(member.value)) return nobody;
  return hasKey(member, 'positions') ? itemsOf(valueUnder(member, 'positions')) : [member];
}

const nobody: readonly Cursor[] = [];

/**
 * All entries that have a past date and sources: positions and denials, claims, histories of demands and candidates, the
 * decision.
 *
 * @param positions those of all members
 */
export function statementsIn(root: Cursor, positions: readonly Cursor[]): Cursor[] {
  const histories = ['demands', 'candidates'].flatMap((section) =>
    entriesOf(valueUnder(root, section)).flatMap((entry) => itemsOf(valueUnder(entry, 'history'))),
  );
  const statements: Cursor[] = [];
  for (const entries of [positions, itemsOf(valueUnder(root, 'claims'))])
    for (const entry of entries) {
      statements.push(entry);
      if (hasKey(entry, 'denied')) statements.push(valueUnder(entry, 'denied'));
    }
  for (const entry of histories) statements.push(entry);
  statements.push(valueUnder(root, 'decision'));
  return statements;
}
