import type * as z from 'zod/mini';
import type { Read } from '../yaml/problem.ts';

/** How a part of a roster may be written, where zod itself sees a function and nothing more. */
export type Form =
  /** Text to which a reader gives its meaning. */
  | { readonly kind: 'scalar'; readonly read: Reader }
  /** One of a closed list of words, and what they are. */
  | { readonly kind: 'word'; readonly what: string; readonly words: readonly string[] }
  /** A mapping with no keys but these, and what must hold between them. */
  | { readonly kind: 'mapping'; readonly what: string; readonly checks: readonly Checked[] }
  /** One of several forms that look different; it has a name when it is a part of itself. */
  | { readonly kind: 'choice'; readonly name?: string; readonly options: readonly z.core.$ZodType[] }
  /** A mapping, or the text under its main key alone. */
  | { readonly kind: 'shorthand'; readonly key: string }
  /** A mapping or list that may be left empty. */
  | { readonly kind: 'section' }
  /** A list with one entry at least. */
  | { readonly kind: 'filled' };

/** What tells one scalar from another; only its identity is looked at. */
export type Reader = (text: string) => Read<unknown> | boolean;

/** What tells one check from another; only its identity is looked at. */
export type Checked = (payload: never) => void;

/** Kept as zod keeps what is said of a schema: beside it. */
const forms = new WeakMap<z.core.$ZodType, Form>();

/** Notes how a schema's value may be written. Only the JSON Schema asks: reading a roster never does. */
export function formed<T extends z.core.$ZodType>(schema: T, form: Form): T {
  forms.set(schema, form);
  return schema;
}

/** @returns undefined for a schema that zod can describe by itself */
export function formOf(schema: z.core.$ZodType): Form | undefined {
  return forms.get(schema);
}
