import type { Plain, Written, WrittenMapping } from './yaml-text.ts';

/** A word of the format, a date or a number. */
export const plain = (text: string): Plain => ({ plain: text });

/** A mapping of those entries that are there. */
export function mapping(entries: Readonly<Record<string, Written | undefined>>): WrittenMapping {
  return new Map(
    Object.entries(entries).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])),
  );
}

/** A list, where there is something to list. */
export function list(items: readonly Written[]): readonly Written[] | undefined {
  return items.length === 0 ? undefined : items;
}

/** `true`, where it is so. */
export const ifTrue = (truth: boolean): Plain | undefined => (truth ? plain('true') : undefined);
