/*
 * What the roster schema uses of `zod/mini`, for bundles that only read sound rosters: the build puts it in its place
 * there.
 *
 * `compile.ts` reads by what a schema consists of, and needs nothing else of zod. To load zod and to make its schemas takes
 * longer than to read an ordinary roster. These describe themselves as zod's do. They tell no mistakes apart:
 * `roster/diagnose/` explains them, with zod.
 */

import type * as z from 'zod/mini';
import { compile, refused } from './compile.ts';

interface Definition {
  readonly type: string;
  readonly checks?: readonly Check[];
  readonly [part: string]: unknown;
}

interface Check {
  readonly _zod: { readonly check: (payload: never) => void };
}

interface Schema {
  readonly _zod: { readonly def: Definition };
  check(...checks: readonly Check[]): Schema;
  safeParse(value: unknown): Result;
}

type Result =
  | { readonly success: true; readonly data: unknown }
  | { readonly success: false; readonly error: { readonly issues: readonly object[] } };

const mistaken: Result = { success: false, error: { issues: [{}] } };

function schemaOf(def: Definition): Schema {
  const schema: Schema = {
    _zod: { def },
    check: (...checks) => schemaOf({ ...def, checks: [...(def.checks ?? []), ...checks] }),
    safeParse: (value) => {
      const data: unknown = compile(schema as unknown as z.ZodMiniType)(value);
      return data === refused ? mistaken : { success: true, data };
    },
  };
  return schema;
}

type Transform = (value: unknown, payload: unknown) => unknown;

/** Any value: what it means is not asked for where there is a mistake. */
export const NEVER: unknown = undefined;

export const string = (): Schema => schemaOf({ type: 'string' });
export const unknown = (): Schema => schemaOf({ type: 'unknown' });
export const optional = (innerType: Schema): Schema => schemaOf({ type: 'optional', innerType });
export const array = (element: Schema): Schema => schemaOf({ type: 'array', element });
export const record = (keyType: Schema, valueType: Schema): Schema => schemaOf({ type: 'record', keyType, valueType });
export const strictObject = (shape: Readonly<Record<string, Schema>>): Schema => schemaOf({ type: 'object', shape });
export const lazy = (getter: () => Schema): Schema => schemaOf({ type: 'lazy', getter });
export const transform = (make: Transform): Schema => schemaOf({ type: 'transform', transform: make });
export const pipe = (into: Schema, out: Schema): Schema => schemaOf({ type: 'pipe', in: into, out });
export const superRefine = (check: (value: unknown, payload: unknown) => void): Check => ({
  _zod: { check: (payload: { readonly value: unknown }) => check(payload.value, payload) },
});
