/*
 * Building blocks of the roster schema.
 *
 * A schema here takes plain values, in which every scalar is text, and gives what they mean: a `Time`, a `Position`. It
 * knows no places, so that it works the same for both readers of YAML. The functions of `scalars.ts` read the scalars;
 * the other files of this folder describe one section of a roster each, and `roster.ts` the whole.
 *
 * Each problem has a code, a message and a hint of ours. `report` adds it to zod's issues as a custom issue, together
 * with its path relative to the value. A check compares the parts of one entry; it runs even if zod has refused some of
 * them, so that all problems are reported at once. What must hold across entries is in `roster/check/`.
 *
 * `formed` notes for the JSON Schema how a value may be written, because zod itself sees only a function there.
 */

import * as z from 'zod/mini';
import { alternatives, didYouMean, quote, tidy } from '../../text/suggest.ts';
import { limited } from '../limits/mistakes.ts';
import { isMapping } from '../yaml/cursor.ts';
import type { Fault, KeyPath, Read } from '../yaml/problem.ts';
import { formed } from './metadata.ts';
import { readTruth } from './scalars.ts';

/** The content of a custom issue: a problem, and whether it is about the key or the value (the default). */
export interface Verdict extends Fault {
  readonly at?: 'key' | 'value';
}

/**
 * Adds a problem to the issues that zod has found.
 *
 * @param path from the checked value to the part that has the problem; empty for the value itself
 */
export function report(payload: { readonly issues: unknown[] }, verdict: Verdict, path: KeyPath = []): void {
  payload.issues.push({ code: 'custom', input: undefined, message: verdict.message, path: [...path], params: verdict });
}

/** A function that reports what is wrong with a value as a whole. */
export type Check<T> = (payload: { value: T; issues: unknown[] }) => void;

/** A check that also runs on a value with refused parts, so that all problems are found at once. */
function always<T>(applies: (value: unknown) => boolean, check: Check<T>) {
  return z.superRefine<T>((value, context) => check({ value, issues: context.issues }), {
    when: ({ value }) => applies(value),
  });
}

/** A mapping as checks see it: the output of the schema, or the plain value for parts that it refused. */
export type Keys = Readonly<Record<string, unknown>>;

/** The first of some keys that a mapping has; undefined if it has none of them. */
export function firstGiven<Key extends string>(value: Keys, keys: readonly Key[]): Key | undefined {
  for (const key of keys) if (value[key] !== undefined) return key;
  return undefined;
}

/** A check of a mapping with keys of its own. */
export const checkMapping = (check: Check<Keys>) => always<Keys>(isMapping, check);

/** A check of a text. */
export const checkText = (check: Check<string>) => always((value) => typeof value === 'string', check);

/** A list of one or more entries. */
export function filled<T extends z.ZodMiniType>(entry: T) {
  const notEmpty: Check<readonly unknown[]> = (payload) => {
    if (payload.value.length > 0) return;
    const hint = 'name at least one, or delete the key';
    report(payload, { code: 'missing-value', message: 'the list is empty', hint });
  };
  return formed(limited(z.array(entry).check(always(Array.isArray, notEmpty))), { kind: 'filled' });
}

/** A schema with a function applied to its output. */
export function to<T extends z.ZodMiniType, R>(
  schema: T,
  make: (value: z.output<T>, context: z.core.ParsePayload) => R,
) {
  return z.pipe(schema, z.transform(make));
}

const nothing = (hint: string): Verdict => ({ code: 'missing-value', message: 'nothing is written here', hint });

/**
 * A scalar with the meaning that `read` gives it.
 *
 * @param read gets the tidied text, which is never empty
 * @param whenEmpty the hint for an empty scalar
 */
export function scalar<T>(read: (text: string) => Read<T>, whenEmpty = 'write a value, or delete the key') {
  const schema = to(z.string(), (value, context): T => {
    const tidied = tidy(value);
    const result = tidied === '' ? { fault: nothing(whenEmpty) } : read(tidied);
    if ('value' in result) return result.value;
    report(context, result.fault);
    return z.NEVER;
  });
  return formed(schema, { kind: 'scalar', read });
}

/** A scalar whose key is required: the hint for an empty one does not offer to delete the key. */
export const needed = <T>(read: (text: string) => Read<T>) => scalar(read, 'write a value');

/** The text itself, whatever it says. */
export const asText = (value: string): Read<string> => ({ value });

/** Tidied text that is not empty. */
export const text = scalar(asText);

/** Tidied text under a required key. */
export const neededText = needed(asText);

/** A member's code. Whether there is such a member is a cross-check. */
export const asCode = (value: string): Read<string> => ({ value });

/** A reference to a member by its code. */
export const memberCode = scalar(asCode);

/**
 * One of a closed list of words.
 *
 * @param what a single word of the list is called in messages: `a stance`
 * @param hintFor gives the hint for any other text
 */
export function oneOf<const T extends string>(
  code: Fault['code'],
  what: string,
  words: readonly T[],
  hintFor = (value: string): string | undefined => didYouMean(value, words),
) {
  const schema = scalar((value): Read<T> => {
    const word = words.find((candidate) => candidate === value);
    if (word !== undefined) return { value: word };
    const message = `${quote(value)} is not ${what}; expected one of ${alternatives(words)}`;
    const hint = hintFor(value);
    return { fault: hint === undefined ? { code, message } : { code, message, hint } };
  });
  return formed(schema, { kind: 'word', what, words });
}

/** `true` or `false`. */
export const truth = scalar(readTruth);

/**
 * A mapping with these keys and no others.
 *
 * @param what the mapping is called in messages: `a position`
 * @param checks run even if parts of the mapping are wrong
 */
export function mapping<T extends z.core.$ZodShape>(what: string, shape: T, ...checks: readonly Check<Keys>[]) {
  const schema = z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys' ? JSON.stringify({ what, keys: Object.keys(shape) }) : undefined,
  });
  return formed(schema.check(...checks.map((check) => always(isMapping, check as Check<unknown>))), {
    kind: 'mapping',
    what,
    checks,
  });
}

/** A section that may be absent, or have nothing after its colon: both give `empty`. */
export function section<T extends z.ZodMiniType>(empty: unknown, schema: T) {
  const orEmpty = z.transform((value: unknown) => (value === undefined || value === '' ? empty : value));
  return formed(z.pipe(orEmpty, schema), { kind: 'section' });
}

/** A mapping that may be written as the text of its main key; an empty text gives an empty mapping. */
export function shorthand<T extends z.ZodMiniType>(key: string, schema: T) {
  const asMapping = z.transform((value: unknown) =>
    typeof value === 'string' ? (value.trim() === '' ? {} : { [key]: value }) : value,
  );
  return formed(z.pipe(asMapping, schema), { kind: 'shorthand', key });
}

/**
 * One of several schemas, picked by the look of the value, so that problems are explained for the form that was meant.
 *
 * @param name of the definition in the JSON Schema; needed if the schema contains itself
 */
export function choose<T, K extends string>(
  options: Readonly<Record<K, z.ZodMiniType<T>>>,
  pick: (value: unknown) => K,
  name?: string,
): z.ZodMiniType<T> {
  const schema = z.unknown();
  // With what zod passes on, so that mistakes are counted within the choice, too.
  schema._zod.run = (payload, context) => options[pick(payload.value)]._zod.run(payload as never, context) as never;
  return formed(schema, {
    kind: 'choice',
    ...(name !== undefined && { name }),
    options: Object.values(options),
    pick: (value) => options[pick(value)],
  }) as unknown as z.ZodMiniType<T>;
}

/** The kind of a plain value, for `choose`. */
export const textListOrMapping = (value: unknown) =>
  typeof value === 'string' ? 'text' : Array.isArray(value) ? 'list' : 'mapping';
