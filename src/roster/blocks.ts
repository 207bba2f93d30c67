import * as z from 'zod';
import { isMapping } from './cursor.ts';
import type { Fault, Path, Read } from './problem.ts';
import { alternatives, didYouMean, quote } from './wording.ts';

/** What a custom issue carries: the problem, and where it is relative to the value that was checked. */
export interface Verdict extends Fault {
  readonly at?: 'key' | 'value';
}

/** Adds a problem of ours to what zod has found. */
export function report(payload: { readonly issues: unknown[] }, verdict: Verdict, path: Path = []): void {
  payload.issues.push({ code: 'custom', input: undefined, message: verdict.message, path: [...path], params: verdict });
}

type Check<T> = (payload: { value: T; issues: unknown[] }) => void;

/** A check that runs although other parts of the value are wrong, so that all problems are found at once. */
function always<T>(applies: (value: unknown) => boolean, check: Check<T>) {
  return z.superRefine<T>((value, context) => check({ value, issues: context.issues }), {
    when: ({ value }) => applies(value),
  });
}

/** A check of a mapping whose parts may be wrong: those that the schema refused are as they were written. */
export const checkMapping = <T>(check: Check<T>) => always(isMapping, check);

export const checkText = (check: Check<string>) => always((value) => typeof value === 'string', check);

export const checkList = (check: Check<readonly unknown[]>) => always(Array.isArray, check);

/** Text that is not empty, trimmed and in Unicode's composed form. */
export const text = z.string().transform((value, context) => {
  const trimmed = value.trim().normalize('NFC');
  if (trimmed === '')
    report(context, {
      code: 'missing-value',
      message: 'nothing is written here',
      hint: 'write a value, or delete the key',
    });
  return trimmed;
});

/** A scalar that one of the readers gives its meaning. */
export function scalar<T>(read: (text: string) => Read<T>) {
  return text.transform((value, context): T => {
    if (value === '') return z.NEVER;
    const result = read(value);
    if ('value' in result) return result.value;
    report(context, result.fault);
    return z.NEVER;
  });
}

/** One of a closed list of words. */
export function oneOf<const T extends string>(code: Fault['code'], what: string, words: readonly T[]) {
  return scalar((value): Read<T> => {
    const word = words.find((candidate) => candidate === value);
    if (word !== undefined) return { value: word };
    const message = `${quote(value)} is not ${what}; expected one of ${alternatives(words)}`;
    const hint = didYouMean(value, words);
    return { fault: hint === undefined ? { code, message } : { code, message, hint } };
  });
}

export const truth = scalar(
  (value): Read<boolean> =>
    value === 'true' || value === 'false'
      ? { value: value === 'true' }
      : { fault: { code: 'invalid-boolean', message: `${quote(value)} is neither "true" nor "false"` } },
);

/** A mapping with these keys and no others. What it is called goes into the message about an unknown key. */
export function mapping<T extends z.ZodRawShape>(what: string, shape: T) {
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys' ? JSON.stringify({ what, keys: Object.keys(shape) }) : undefined,
  });
}

/** A section that may be left empty: nothing after its colon is the same as no entries. */
export function section<T extends z.ZodType>(empty: unknown, schema: T) {
  return z.preprocess((value) => (value === undefined || value === '' ? empty : value), schema);
}

/** The text or mapping, as a mapping: a text stands for the mapping's main key. */
export function shorthand<T extends z.ZodType>(key: string, schema: T) {
  return z.preprocess(
    (value) => (typeof value === 'string' ? (value.trim() === '' ? {} : { [key]: value }) : value),
    schema,
  );
}
