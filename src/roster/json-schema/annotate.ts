import { isMapping } from '../yaml/cursor.ts';
import { type KeyWords, meanings } from './descriptions.ts';
import type { JsonSchema } from './scalar-patterns.ts';

/** A closed list of words; null is for nothing after the colon. */
export function enumSchema(what: string, words: readonly (string | null)[]): JsonSchema {
  const meaning = found(meanings[what], `what the words for ${what} mean`);
  const meaningOf = (word: string): string => found(meaning[word], `what "${word}" means as ${what}`);
  return { enum: words, enumDescriptions: words.map((word) => (word === null ? 'Nothing.' : meaningOf(word))) };
}

/** What may be written under a key, with the words about the key. Nothing may stand beside a `$ref` in this draft. */
export function explained([text, ...examples]: KeyWords, schema: JsonSchema): JsonSchema {
  const isScalar = (example: unknown): boolean => typeof example !== 'object';
  const scalars = examples.filter(isScalar);
  const filledIn = examples.filter((example) => !isScalar(example));
  return {
    description: text.replaceAll('`', ''),
    ...(text.includes('`') && { markdownDescription: text }),
    ...(scalars.length > 0 && { examples: scalars }),
    ...(filledIn.length > 0 && { defaultSnippets: filledIn.map((body) => ({ label: inFlow(body), body })) }),
    ...('$ref' in schema ? { allOf: [schema] } : schema),
  };
}

/** A value on one line, as YAML writes it. */
function inFlow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inFlow).join(', ')}]`;
  if (!isMapping(value)) return String(value);
  const entries = Object.entries(value).map(([key, entry]) => `${key}: ${inFlow(entry)}`);
  return `{ ${entries.join(', ')} }`;
}

/** What a table says. @throws Error when it says nothing */
export function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`the JSON Schema needs ${what}`);
  return value;
}
