import { isMapping } from '../yaml/cursor.ts';
import { type KeyWords, meanings } from './descriptions.ts';
import type { JsonSchema } from './scalar-patterns.ts';

/** The schema of a closed list of words with the meaning of each; null stands for nothing after the colon. */
export function enumSchema(what: string, words: readonly (string | null)[]): JsonSchema {
  const meaning = found(meanings[what], `what the words for ${what} mean`);
  const meaningOf = (word: string): string => found(meaning[word], `what "${word}" means as ${what}`);
  return { enum: words, enumDescriptions: words.map((word) => (word === null ? 'Nothing.' : meaningOf(word))) };
}

/** The schema of a key's value with description and examples. Draft 7 ignores siblings of `$ref`, hence the `allOf`. */
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

/** A value in YAML's flow style, on one line. */
function inFlow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inFlow).join(', ')}]`;
  if (!isMapping(value)) return String(value);
  const entries = Object.entries(value).map(([key, entry]) => `${key}: ${inFlow(entry)}`);
  return `{ ${entries.join(', ')} }`;
}

/**
 * The value itself, which must not be missing.
 *
 * @param what is missing, for the message
 * @throws Error if the value is undefined
 */
export function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`the JSON Schema needs ${what}`);
  return value;
}
