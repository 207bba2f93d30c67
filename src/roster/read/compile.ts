/*
 * The happy path of a schema: the same answer as zod for a sound value, and nothing but `refused` for any other.
 *
 * zod gathers issues for every part of a value, which costs more than reading the text. What is compiled here walks the
 * same schema once, and then makes only what is in the answer. The schema stays the one definition of the format: a part
 * that has no faster way is left to zod itself. `test/roster/read/compile.test.ts` holds both to the same answers.
 */

import type * as z from 'zod/mini';
import { once } from '../../text/once.ts';
import { type Form, formOf } from '../schema/metadata.ts';
import { isMapping } from '../yaml/cursor.ts';

/** The answer for a value that the schema refuses. */
export const refused: unique symbol = Symbol('refused');

type Read = (value: unknown) => unknown;
type Schema = z.core.$ZodType;

/** A payload as zod's checks and transforms get it. */
interface Payload {
  value: unknown;
  readonly issues: z.core.$ZodRawIssue[];
}

/** A function that reads a plain value as the schema does; it gives `refused` if zod would find any issue. */
export function compile<T extends Schema>(schema: T): (value: unknown) => z.output<T> | typeof refused {
  return readerOf(schema) as (value: unknown) => z.output<T> | typeof refused;
}

/**
 * Readers by schema, so that a schema that is used in several places is compiled once. A schema that contains itself does so
 * by a choice or a lazy part, which ask for readers only when they read.
 */
const readers = new WeakMap<Schema, Read>();

function readerOf(schema: Schema): Read {
  const known = readers.get(schema);
  if (known !== undefined) return known;
  const read = withChecks(schema, plainReaderOf(schema));
  readers.set(schema, read);
  return read;
}

function plainReaderOf(schema: Schema): Read {
  const form = formOf(schema);
  if (form?.kind === 'choice' && form.pick !== undefined) return choiceReader(form.pick);
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'string':
      return (value) => (typeof value === 'string' ? value : refused);
    case 'unknown':
      return (value) => value;
    case 'optional': {
      const inner = readerOf(def.innerType);
      return (value) => (value === undefined ? undefined : inner(value));
    }
    case 'array':
      return listReader(readerOf(def.element));
    case 'record':
      return recordReader(readerOf(def.keyType), readerOf(def.valueType));
    case 'object':
      return mappingReader(def.shape);
    case 'lazy':
      return (value) => readerOf(def.getter())(value);
    case 'transform':
      return transformReader(def.transform as (value: unknown, payload: Payload) => unknown);
    case 'pipe':
      return form?.kind === 'scalar' || form?.kind === 'word'
        ? remembering(pipeReader(readerOf(def.in), readerOf(def.out)))
        : pipeReader(readerOf(def.in), readerOf(def.out));
    default:
      return leftToZod(schema);
  }
}

function choiceReader(pick: NonNullable<Extract<Form, { kind: 'choice' }>['pick']>): Read {
  return (value) => readerOf(pick(value))(value);
}

function pipeReader(into: Read, out: Read): Read {
  return (value) => {
    const between = into(value);
    return between === refused ? refused : out(between);
  };
}

/** The longest text that V8 copies out of a roster's text, instead of keeping all of that for it. */
const longestCopied = 12;
const mostRemembered = 1000;

/** Gives the same answer again for a short text, such as a date or a stance, instead of making it again. */
function remembering(read: Read): Read {
  const known = new Map<unknown, unknown>();
  return (value) => {
    if (typeof value !== 'string' || value.length > longestCopied) return read(value);
    const before = known.get(value);
    if (before !== undefined) return before;
    const answer = read(value);
    if (known.size < mostRemembered) known.set(value, answer);
    return answer;
  };
}

function transformReader(transform: (value: unknown, payload: Payload) => unknown): Read {
  const payload = emptyPayload();
  return (value) => {
    payload.value = value;
    const answer = transform(value, payload);
    return isSound(payload) ? answer : refused;
  };
}

/** A payload that is used for one value after the other: the inner parts of a value are read before it is checked. */
const emptyPayload = (): Payload => ({ value: undefined, issues: [] });

/** Whether a payload has gathered no issues; it has none afterwards. */
function isSound({ issues }: Payload): boolean {
  if (issues.length === 0) return true;
  issues.length = 0;
  return false;
}

function listReader(item: Read): Read {
  return (value) => {
    if (!Array.isArray(value)) return refused;
    const answers: unknown[] = [];
    for (const one of value) {
      const answer = item(one);
      if (answer === refused) return refused;
      answers.push(answer);
    }
    return answers;
  };
}

function recordReader(key: Read, item: Read): Read {
  return (value) => {
    if (!isMapping(value)) return refused;
    const answers: Record<string, unknown> = {};
    for (const name in value) {
      const answer = item(value[name]);
      if (answer === refused || key(name) === refused) return refused;
      answers[name] = answer;
    }
    return answers;
  };
}

function mappingReader(shape: Readonly<Record<string, Schema>>): Read {
  const parts = new Map(Object.entries(shape).map(([key, part]) => [key, readerOf(part)] as const));
  const needed = [...parts]
    .filter(([key]) => (shape[key] as z.core.$ZodTypes)._zod.def.type !== 'optional')
    .map(([key, part]) => [key, once(() => part(undefined))] as const);
  return (value) => {
    if (!isMapping(value)) return refused;
    const answers: Record<string, unknown> = {};
    for (const key in value) {
      const part = parts.get(key);
      const answer = part === undefined ? refused : part(value[key]);
      if (answer === refused) return refused;
      answers[key] = answer;
    }
    for (const [key, absent] of needed) {
      if (answers[key] !== undefined) continue;
      const answer = absent();
      if (answer === refused) return refused;
      answers[key] = answer;
    }
    return answers;
  };
}

function leftToZod(schema: Schema): Read {
  return (value) => {
    const result = (schema as z.ZodMiniType).safeParse(value);
    return result.success ? result.data : refused;
  };
}

/** The reader, followed by the checks of the schema. */
function withChecks(schema: Schema, read: Read): Read {
  const checks = checksOf(schema);
  if (checks.length === 0) return read;
  const payload = emptyPayload();
  return (value) => {
    const answer = read(value);
    if (answer === refused) return refused;
    payload.value = answer;
    for (const check of checks) check(payload);
    return isSound(payload) ? answer : refused;
  };
}

function checksOf(schema: Schema): readonly ((payload: Payload) => void)[] {
  const form = formOf(schema);
  // The checks of a mapping by themselves, without what zod prepares for each of them.
  if (form?.kind === 'mapping') return form.checks as readonly ((payload: Payload) => void)[];
  const { checks = [] } = (schema as z.core.$ZodTypes)._zod.def;
  return checks.map((check) => (payload) => void check._zod.check(payload as never));
}
