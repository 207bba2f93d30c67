import * as z from 'zod/mini';
import { type PositionKey, positionKeys } from '../../model/position-fields.ts';
import type { Position } from '../../model/roster.ts';
import { stances, writtenBases } from '../../model/stance.ts';
import { defined } from '../../text/defined.ts';
import { stanceHint } from '../hints/stance-words.ts';
import { basisHint } from '../hints/value-words.ts';
import { mapping, needed, neededText, oneOf, report, scalar, shorthand, text, to, truth } from './combinators.ts';
import { readTime } from './scalars.ts';

/** A date that may be absent. */
export const time = scalar(readTime);
/** A date under a required key. */
export const neededTime = needed(readTime);

/** The keys that name one source or several, for every entry that has sources. */
export const sourced = { source: z.optional(text), sources: z.optional(z.array(text)) };

/** The sources of an entry, from `source` or `sources`; empty if it names none. */
export function sourcesOf(value: {
  readonly source?: string | undefined;
  readonly sources?: readonly string[] | undefined;
}): readonly string[] {
  return value.source === undefined ? (value.sources ?? []) : [value.source];
}

/** Reports an entry with both `source` and `sources`. */
export function oneWayToSource(payload: { value: { source?: unknown; sources?: unknown }; issues: unknown[] }): void {
  const { source, sources } = payload.value;
  if (source === undefined || sources === undefined) return;
  const message = 'both "source" and "sources" are given';
  report(payload, { code: 'conflicting-keys', message, hint: 'write one list: sources: [...]', at: 'key' }, [
    'sources',
  ]);
}

/** A demand: a text, or a text with an id; demands with the same id are the same. */
const demand = shorthand('text', mapping('a demand', { id: z.optional(text), text: neededText }));

/** The keys of a position, in a member or in its list of `positions`. */
export const positionShape = {
  date: z.optional(time),
  circa: z.optional(truth),
  stance: z.optional(oneOf('unknown-stance', 'a stance', stances, stanceHint)),
  basis: z.optional(oneOf('unknown-value', 'a basis', writtenBases, basisHint)),
  by: z.optional(text),
  why: z.optional(text),
  wants: z.optional(z.array(demand)),
  ...sourced,
  quote: z.optional(text),
  note: z.optional(text),
} satisfies Record<PositionKey, z.ZodMiniType>;

/** The keys that need a stance: all but `stance` and `note`. */
export const evidence = positionKeys.filter((key) => key !== 'stance' && key !== 'note');

type Written = { readonly [K in keyof z.output<z.ZodMiniObject<typeof positionShape>>]?: unknown };
type Payload = { value: Written; issues: unknown[] };

const withoutStance = {
  code: 'missing-key',
  message: 'a position without a "stance"',
  hint: 'add one: stance: support',
  at: 'key',
} as const;

/** Checks a position that is written in its member. It may be missing, and `undeclared` without a date has no evidence. */
export function checkInline(payload: Payload): void {
  oneWayToSource(payload);
  const { stance } = payload.value;
  const given = evidence.find((key) => payload.value[key] !== undefined);
  if (given === undefined) return;
  if (stance === undefined) report(payload, withoutStance);
  if (stance !== 'undeclared' || payload.value.date !== undefined) return;
  const hint =
    'if it takes back what it had said, give the date; if it said something, write "unclear"; else delete all but the stance';
  const message = `"undeclared" without a date is the absence of a position and has no "${given}"`;
  report(payload, { code: 'undeclared-with-evidence', message, hint, at: 'key' }, [given]);
}

/** Checks an entry of `positions`. It must have a stance, and a date if that is `undeclared`. */
export function checkEntry(payload: Payload): void {
  oneWayToSource(payload);
  const { stance } = payload.value;
  if (stance === undefined) report(payload, withoutStance);
  if (stance !== 'undeclared' || payload.value.date !== undefined) return;
  const hint = 'if it takes back what the member had said, give the date; else delete the entry, or write "unclear"';
  const message = '"undeclared" without a date is the absence of a position and no entry of a history';
  report(payload, { code: 'undeclared-with-evidence', message, hint }, ['stance']);
}

type Parsed = z.output<z.ZodMiniObject<typeof positionShape>>;

/** The position that was written; undefined without a stance and for `undeclared` without a date. */
export function toPosition(written: Parsed): Position | undefined {
  const { date, circa, stance, basis, by, why, wants, quote, note } = written;
  if (stance === undefined || (stance === 'undeclared' && date === undefined)) return undefined;
  const asked = wants ?? [];
  const ids = asked.flatMap(({ id, text: words }) => (id === undefined ? [] : [[words, id] as const]));
  return defined<Position>({
    date,
    circa: circa ?? false,
    stance,
    basis: basis ?? 'stated',
    by,
    why,
    wants: asked.map(({ text: words }) => words),
    wantIds: ids.length > 0 ? Object.fromEntries(ids) : undefined,
    sources: sourcesOf(written),
    quote,
    note,
  });
}

/** An entry of `positions`. */
export const position = to(mapping('a position', positionShape, checkEntry), (written) => toPosition(written));
