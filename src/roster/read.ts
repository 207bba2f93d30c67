import { FAILSAFE_SCHEMA, load, mapTag, YAMLException } from 'js-yaml';
import type { Roster } from '../model/roster.ts';
import { assemble } from './assemble.ts';
import { crossChecks } from './checks.ts';
import { rosterSchema } from './schema.ts';

/** How deep mappings and lists may nest. A roster needs ten levels. */
export const deepest = 100;

/** The name of an object's prototype in JavaScript, which no mapping may use as a key. */
export const reservedKey = '__proto__';

const schema = FAILSAFE_SCHEMA.withTags({
  ...mapTag,
  addPair: (carrier, key, value) =>
    key === reservedKey ? `the key "${reservedKey}" is reserved` : mapTag.addPair(carrier, key, value),
});

/** What the fast reader made of a text, or where it gave up. */
export type Values = { readonly value: unknown } | { readonly reason: string; readonly offset: number };

/** The document as plain values: mappings, lists and texts, without aliases and with every key once. */
export function readValues(text: string): Values {
  try {
    return { value: load(text, { schema, maxDepth: deepest, maxAliases: 0 }) };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return { reason: error.reason, offset: error.mark?.position ?? 0 };
  }
}

/**
 * The roster in a text, if nothing is wrong with it. This is the quick way: it keeps no places and explains nothing.
 *
 * @returns undefined when anything at all is wrong; `diagnose` then says what and where
 */
export function readRoster(text: string): Roster | undefined {
  const read = readValues(text);
  if (!('value' in read)) return undefined;
  const written = rosterSchema.safeParse(read.value);
  return written.success && crossChecks(read.value).length === 0 ? assemble(written.data) : undefined;
}
