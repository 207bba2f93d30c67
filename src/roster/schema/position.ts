import * as z from 'zod/mini';
import { type PositionKey, positionKeys } from '../../model/position-fields.ts';
import type { Position } from '../../model/roster.ts';
import { isPending, leanings, stances, writtenBases } from '../../model/stance.ts';
import { defined } from '../../text/defined.ts';
import { stanceHint } from '../hints/stance-words.ts';
import { basisHint, leaningHint } from '../hints/value-words.ts';
import {
  choose,
  filled,
  mapping,
  memberCode,
  neededText,
  oneOf,
  report,
  shorthand,
  text,
  to,
  truth,
} from './combinators.ts';
import { checkDenial, denial, oneWayToSource, sourced, sourcesOf, time, toDenial } from './statement.ts';

/** A demand: a text, or a text with an id; demands with the same id are the same. */
const demand = shorthand('text', mapping('a demand', { id: z.optional(text), text: neededText }));

/** One code or several. */
const oneOrMoreCodes = choose<readonly string[], 'text' | 'list'>(
  { text: to(memberCode, (code) => [code]), list: filled(memberCode) },
  (value) => (typeof value === 'string' ? 'text' : 'list'),
);

/** What a position asks for. */
export const wants = z.array(demand);

/** The demands that were written, each text once with its id if it has one. */
export function toWants(
  written: z.output<typeof wants> = [],
): Pick<Position, 'wants'> & { readonly wantIds: Position['wantIds'] } {
  const ids = written.flatMap(({ id, text: words }) => (id === undefined ? [] : [[words, id] as const]));
  return {
    wants: written.map(({ text: words }) => words),
    wantIds: ids.length > 0 ? Object.fromEntries(ids) : undefined,
  };
}

/** The keys of a position, in a member or in its list of `positions`. */
export const positionShape = {
  date: z.optional(time),
  circa: z.optional(truth),
  stance: z.optional(oneOf('unknown-stance', 'a stance', stances, stanceHint)),
  leaning: z.optional(oneOf('unknown-value', 'a leaning', leanings, leaningHint)),
  follows: z.optional(oneOrMoreCodes),
  basis: z.optional(oneOf('unknown-value', 'a basis', writtenBases, basisHint)),
  by: z.optional(text),
  why: z.optional(text),
  wants: z.optional(wants),
  ...sourced,
  quote: z.optional(text),
  denied: z.optional(denial),
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

/** The keys of a position whose stance is pending. */
export const pendingKeys = ['leaning', 'follows'] as const;

/** Reports keys of a pending position beside a settled stance. */
function checkPending({ value, issues }: Payload): void {
  const stance = stances.find((known) => known === value.stance);
  if (stance === undefined || isPending(stance)) return;
  const hint = 'delete it; a member that may still move is "conditional", "withheld" or "unclear"';
  for (const key of pendingKeys.filter((given) => value[given] !== undefined))
    report(
      { issues },
      { code: 'not-pending', message: `"${stance}" is settled and has no "${key}"`, hint, at: 'key' },
      [key],
    );
}

/** Reports keys of a position that do not go together. */
function checkPosition(payload: Payload): void {
  oneWayToSource(payload);
  checkPending(payload);
  checkDenial(payload);
}

/** Checks a position that is written in its member. It may be missing, and `undeclared` without a date has no evidence. */
export function checkInline(payload: Payload): void {
  checkPosition(payload);
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
  checkPosition(payload);
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
  const { date, circa, stance, leaning, follows, basis, by, why, quote, denied, note } = written;
  if (stance === undefined || (stance === 'undeclared' && date === undefined)) return undefined;
  return defined<Position>({
    date,
    circa: circa ?? false,
    stance,
    leaning,
    follows: follows && [...follows].sort(),
    basis: basis ?? 'stated',
    by,
    why,
    ...toWants(written.wants),
    sources: sourcesOf(written),
    quote,
    denied: denied && toDenial(denied),
    note,
  });
}

/** An entry of `positions`. */
export const position = to(mapping('a position', positionShape, checkEntry), (written) => toPosition(written));
