import * as z from 'zod/mini';
import { type PositionKey, positionKeys } from '../../model/position-fields.ts';
import type { Position } from '../../model/roster.ts';
import { isPending, leanings, type Stance, stances, writtenBases } from '../../model/stance.ts';
import type { Writable } from '../../text/defined.ts';
import { stanceHint } from '../hints/stance-words.ts';
import { basisHint, leaningHint } from '../hints/value-words.ts';
import { limited } from '../limits/mistakes.ts';
import {
  choose,
  filled,
  firstGiven,
  type Keys,
  mapping,
  memberCode,
  oneOf,
  report,
  shorthand,
  text,
  to,
  truth,
} from './combinators.ts';
import { checkDenial, denial, oneWayToSource, sourced, sourcesOf, time, toDenial } from './statement.ts';

/** A demand as written; one without a text has that of its id in `demands`. */
export type WrittenDemand = { readonly id?: string | undefined } & (
  | { readonly text: string }
  | { readonly id: string; readonly text?: undefined }
);

/** A statement of what members say, before the texts of its demands are looked up. */
export type WithWrittenDemands<T> = Omit<T, 'wants' | 'wantIds'> & { readonly wants: readonly WrittenDemand[] };

/** Reports a demand with neither an id nor a text. */
export function saysWhat({ value, issues }: { value: Keys; issues: unknown[] }): void {
  if (value.id !== undefined || value.text !== undefined) return;
  const hint = 'add one: text: …; or name one of "demands" by its id';
  report({ issues }, { code: 'missing-key', message: 'a demand without a "text"', hint });
}

/** A demand: a text, a text with an id, or the id of one of `demands`; demands with the same id are the same. */
const demand = to(
  shorthand('text', mapping('a demand', { id: z.optional(text), text: z.optional(text) }, saysWhat)),
  (written) => written as WrittenDemand,
);

/** One code or several. */
const oneOrMoreCodes = choose<readonly string[], 'text' | 'list'>(
  { text: to(memberCode, (code) => [code]), list: filled(memberCode) },
  (value) => (typeof value === 'string' ? 'text' : 'list'),
);

/** What a position asks for. */
export const wants = limited(z.array(demand));

/**
 * A statement with the texts of its demands, and their ids where they have one.
 *
 * @param demands those of the roster, by id; each that is named by its id alone is there with a text
 */
export function resolveDemands<T extends WithWrittenDemands<object>>(
  statement: T,
  demands: Readonly<Record<string, { readonly text?: string | undefined }>>,
): Omit<T, 'wants'> & Pick<Position, 'wants' | 'wantIds'> {
  // The usual case: the same object, without a copy.
  if (statement.wants.length === 0) return statement as unknown as Omit<T, 'wants'> & { readonly wants: readonly [] };
  const { wants: written, ...rest } = statement;
  const textOf = ({ id, text: own }: WrittenDemand): string =>
    own ?? ((demands[id as string] as (typeof demands)[string]).text as string);
  const ids = written.flatMap((one) => (one.id === undefined ? [] : [[textOf(one), one.id] as const]));
  return { ...rest, wants: written.map(textOf), ...(ids.length > 0 && { wantIds: Object.fromEntries(ids) }) };
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
  const stance = (stances as readonly unknown[]).includes(value.stance) ? (value.stance as Stance) : undefined;
  if (stance === undefined || isPending(stance)) return;
  const hint = 'delete it; a member that may still move is "conditional", "withheld" or "unclear"';
  for (const key of pendingKeys) {
    if (value[key] === undefined) continue;
    const message = `"${stance}" is settled and has no "${key}"`;
    report({ issues }, { code: 'not-pending', message, hint, at: 'key' }, [key]);
  }
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
  const given = firstGiven(payload.value, evidence);
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
  const message = '"undeclared" without a date is the absence of a position, not an entry of a history';
  report(payload, { code: 'undeclared-with-evidence', message, hint }, ['stance']);
}

type Parsed = z.output<z.ZodMiniObject<typeof positionShape>>;

/** The position that was written; undefined without a stance and for `undeclared` without a date. */
export function toPosition(written: Parsed): WithWrittenDemands<Position> | undefined {
  const { date, circa, stance, leaning, follows, basis, by, why, quote, denied, note } = written;
  if (stance === undefined || (stance === 'undeclared' && date === undefined)) return undefined;
  // Set one by one: there may be a million of them, and each is kept.
  const position: Writable<WithWrittenDemands<Position>> = {
    circa: circa ?? false,
    stance,
    basis: basis ?? 'stated',
    wants: written.wants ?? nothing,
    sources: sourcesOf(written),
  };
  if (date !== undefined) position.date = date;
  if (leaning !== undefined) position.leaning = leaning;
  if (follows !== undefined) position.follows = [...follows].sort();
  if (by !== undefined) position.by = by;
  if (why !== undefined) position.why = why;
  if (quote !== undefined) position.quote = quote;
  if (denied !== undefined) position.denied = toDenial(denied);
  if (note !== undefined) position.note = note;
  return position;
}

const nothing: readonly WrittenDemand[] = [];

/** An entry of `positions`. */
export const position = to(mapping('a position', positionShape, checkEntry), (written) => toPosition(written));
