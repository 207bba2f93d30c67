import * as z from 'zod/mini';
import { alternatives, didYouMean, quote, tidy } from '../../text/suggest.ts';
import { isMapping } from '../yaml/cursor.ts';
import type { Fault, KeyPath, Read } from '../yaml/problem.ts';
import { formed } from './metadata.ts';
import { readTruth } from './scalars.ts';

/** What a custom issue carries: the problem, and where it is relative to the value that was checked. */
export interface Verdict extends Fault {
  readonly at?: 'key' | 'value';
}

/** Adds a problem of ours to what zod has found. */
export function report(payload: { readonly issues: unknown[] }, verdict: Verdict, path: KeyPath = []): void {
  payload.issues.push({ code: 'custom', input: undefined, message: verdict.message, path: [...path], params: verdict });
}

/** What must hold of a value beyond its parts. */
export type Check<T> = (payload: { value: T; issues: unknown[] }) => void;

/** A check that runs although other parts of the value are wrong, so that all problems are found at once. */
function always<T>(applies: (value: unknown) => boolean, check: Check<T>) {
  return z.superRefine<T>((value, context) => check({ value, issues: context.issues }), {
    when: ({ value }) => applies(value),
  });
}

/** A mapping as it is checked: parts that the schema refused are as they were written. */
export type Keys = Readonly<Record<string, unknown>>;

export const checkText = (check: Check<string>) => always((value) => typeof value === 'string', check);

/** A list with one entry at least. */
export function filled<T extends z.ZodMiniType>(entry: T) {
  const notEmpty: Check<readonly unknown[]> = (payload) => {
    if (payload.value.length > 0) return;
    const hint = 'name at least one, or delete the key';
    report(payload, { code: 'missing-value', message: 'the list is empty', hint });
  };
  return formed(z.array(entry).check(always(Array.isArray, notEmpty)), { kind: 'filled' });
}

/** A value that has passed one schema, made into what it means. */
export function to<T extends z.ZodMiniType, R>(
  schema: T,
  make: (value: z.output<T>, context: z.core.ParsePayload) => R,
) {
  return z.pipe(schema, z.transform(make));
}

const nothing = (hint: string): Verdict => ({ code: 'missing-value', message: 'nothing is written here', hint });

/**
 * A scalar that one of the readers gives its meaning. Readers get it tidied and not empty.
 *
 * @param whenEmpty what to do where nothing is written
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

/** A scalar whose key must be there. */
export const needed = <T>(read: (text: string) => Read<T>) => scalar(read, 'write a value');

/** Text that means what it says. */
export const asText = (value: string): Read<string> => ({ value });

/** Text that is tidied and not empty. */
export const text = scalar(asText);

/** Text whose key must be there. */
export const neededText = needed(asText);

/** A word that stands for a member; whether there is such a member is asked elsewhere. */
export const asCode = (value: string): Read<string> => ({ value });

/** The code of a member, in a list of them or alone. */
export const memberCode = scalar(asCode);

/** One of a closed list of words. */
export function oneOf<const T extends string>(code: Fault['code'], what: string, words: readonly T[]) {
  const schema = scalar((value): Read<T> => {
    const word = words.find((candidate) => candidate === value);
    if (word !== undefined) return { value: word };
    const message = `${quote(value)} is not ${what}; expected one of ${alternatives(words)}`;
    const hint = didYouMean(value, words);
    return { fault: hint === undefined ? { code, message } : { code, message, hint } };
  });
  return formed(schema, { kind: 'word', what, words });
}

export const truth = scalar(readTruth);

/**
 * A mapping with these keys and no others. What it is called goes into the message about an unknown key.
 *
 * @param checks run although parts of the mapping are wrong
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

/** A section that may be left empty: nothing after its colon is the same as no entries. */
export function section<T extends z.ZodMiniType>(empty: unknown, schema: T) {
  const orEmpty = z.transform((value: unknown) => (value === undefined || value === '' ? empty : value));
  return formed(z.pipe(orEmpty, schema), { kind: 'section' });
}

/** The text or mapping, as a mapping: a text stands for the mapping's main key. */
export function shorthand<T extends z.ZodMiniType>(key: string, schema: T) {
  const asMapping = z.transform((value: unknown) =>
    typeof value === 'string' ? (value.trim() === '' ? {} : { [key]: value }) : value,
  );
  return formed(z.pipe(asMapping, schema), { kind: 'shorthand', key });
}

/**
 * Chooses a schema by the look of the value, so that a problem is explained in the words of the form that was meant.
 *
 * @param name for a choice that is a part of itself
 */
export function choose<T, K extends string>(
  options: Readonly<Record<K, z.ZodMiniType<T>>>,
  pick: (value: unknown) => K,
  name?: string,
): z.ZodMiniType<T> {
  const schema = to(z.unknown(), (value, context): T => {
    const result = options[pick(value)].safeParse(value);
    if (result.success) return result.data;
    context.issues.push(...(result.error.issues as never[]));
    return z.NEVER;
  });
  return formed(schema, {
    kind: 'choice',
    ...(name !== undefined && { name }),
    options: Object.values(options),
  }) as unknown as z.ZodMiniType<T>;
}

/** Which of three forms a value has; each has a schema of its own. */
export const textListOrMapping = (value: unknown) =>
  typeof value === 'string' ? 'text' : Array.isArray(value) ? 'list' : 'mapping';
