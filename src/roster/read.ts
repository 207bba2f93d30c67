import { FAILSAFE_SCHEMA, load, mapTag, YAMLException } from 'js-yaml';
import type { Roster } from '../model/roster.ts';
import { assemble } from './assemble.ts';
import { crossChecks } from './checks.ts';
import { rosterSchema } from './schema.ts';
import { tidy } from './wording.ts';

/** How deep mappings and lists may nest. A roster needs ten levels. */
export const deepest = 100;

/** The name of an object's prototype in JavaScript, which no mapping may use as a key. */
export const reservedKey = '__proto__';

/** Mappings with tidied keys, so that two ways to write one name are the same key. */
const schema = FAILSAFE_SCHEMA.withTags({
  ...mapTag,
  addPair: (carrier, key, value) => {
    const name = typeof key === 'string' ? tidy(key) : key;
    if (name === reservedKey || (name !== key && mapTag.has(carrier, name))) return 'the key cannot be used';
    return mapTag.addPair(carrier, name, value);
  },
});

/** What the fast reader made of a text, or where it gave up. */
export type Values =
  | { readonly value: unknown }
  | { readonly reason: string; readonly offset: number; readonly tooDeep: boolean };

/** The document as plain values: mappings, lists and texts, without aliases and with every key once. */
export function readValues(text: string): Values {
  try {
    return { value: load(text, { schema, maxDepth: deepest, maxAliases: 0 }) };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const tooDeep = error.reason.includes('maxDepth');
    return { reason: error.reason, offset: error.mark?.position ?? 0, tooDeep };
  }
}

/**
 * The roster in a text, if nothing is wrong with it. This is the quick way: it keeps no places and explains nothing.
 *
 * @returns undefined when anything at all is wrong; `diagnose` then says what and where
 */
export function readRoster(text: string): Roster | undefined {
  const read = readValues(text);
  return 'value' in read ? rosterOf(read.value) : undefined;
}

/** The roster in plain values; undefined when anything is wrong with them. */
export function rosterOf(value: unknown): Roster | undefined {
  const written = checked(value);
  return written?.success && crossChecks(value).length === 0 ? assemble(written.data) : undefined;
}

/**
 * The schema's answer; undefined when there are more mistakes than zod can carry, which is more than a hundred
 * thousand: it hands them on as arguments, and the stack has an end.
 */
export function checked(value: unknown): ReturnType<typeof rosterSchema.safeParse> | undefined {
  try {
    return rosterSchema.safeParse(value);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return undefined;
  }
}
