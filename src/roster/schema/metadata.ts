import type * as z from 'zod/mini';
import type { Read } from '../yaml/problem.ts';

/** The ways to write a value, for schemas in which zod itself sees only a function. */
export type Form =
  /** A text that `read` gives its meaning. */
  | { readonly kind: 'scalar'; readonly read: Reader }
  /** One of a closed list of words; `what` is a single word called. */
  | { readonly kind: 'word'; readonly what: string; readonly words: readonly string[] }
  /** A mapping with a fixed list of keys, and the checks between them. */
  | { readonly kind: 'mapping'; readonly what: string; readonly checks: readonly Checked[] }
  /** One of several forms that look different, which `pick` tells apart; it has a name if it contains itself. */
  | {
      readonly kind: 'choice';
      readonly name?: string;
      readonly options: readonly z.core.$ZodType[];
      readonly pick?: (value: unknown) => z.core.$ZodType;
    }
  /** A mapping, or only the text of its main key. */
  | { readonly kind: 'shorthand'; readonly key: string }
  /** A mapping or list that may be empty or absent. */
  | { readonly kind: 'section' }
  /** A list of one or more entries. */
  | { readonly kind: 'filled' };

/** The function that reads a kind of scalar. Only its identity matters here. */
export type Reader = (text: string) => Read<unknown> | boolean;

/** A check of a mapping. Only its identity matters here. */
export type Checked = (payload: never) => void;

/** Forms by schema, outside of the schemas, as in zod's own registries. */
const forms = new WeakMap<z.core.$ZodType, Form>();

/** The schema itself, with its form noted, for the JSON Schema and for what is compiled of the schema. */
export function formed<T extends z.core.$ZodType>(schema: T, form: Form): T {
  forms.set(schema, form);
  return schema;
}

/** The form noted for a schema; undefined for one that zod can describe by itself. */
export function formOf(schema: z.core.$ZodType): Form | undefined {
  return forms.get(schema);
}
