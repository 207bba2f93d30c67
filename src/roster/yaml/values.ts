import { FAILSAFE_SCHEMA, load, mapTag, YAMLException } from 'js-yaml';
import { tidy } from '../../text/suggest.ts';

/** How deep mappings and lists may nest. A roster needs ten levels. */
export const deepest = 100;

/** The name of an object's prototype in JavaScript, which no mapping may use as a key. */
export const reservedKey = '__proto__';

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

/** Mappings with tidied keys, so that two ways to write one name are the same key. */
const schema = FAILSAFE_SCHEMA.withTags({
  ...mapTag,
  addPair: (carrier, key, value) => {
    const name = typeof key === 'string' ? tidy(key) : key;
    if (name === reservedKey || (name !== key && mapTag.has(carrier, name))) return 'the key cannot be used';
    return mapTag.addPair(carrier, name, value);
  },
});
