import * as z from 'zod/mini';
import { type PositionKey, positionKeys } from '../../model/position-fields.ts';
import type { Position } from '../../model/roster.ts';
import { stances, writtenBases } from '../../model/stance.ts';
import { defined } from '../../text/defined.ts';
import { mapping, needed, neededText, oneOf, report, scalar, shorthand, text, to, truth } from './combinators.ts';
import { readTime } from './scalars.ts';

export const time = scalar(readTime);
export const neededTime = needed(readTime);

/** One source or several: the keys of every statement that can be traced. */
export const sourced = { source: z.optional(text), sources: z.optional(z.array(text)) };

/** The sources of a statement, however it names them. */
export function sourcesOf(value: {
  readonly source?: string | undefined;
  readonly sources?: readonly string[] | undefined;
}): readonly string[] {
  return value.source === undefined ? (value.sources ?? []) : [value.source];
}

/** `source` and `sources` say the same: only one may be there. */
export function oneWayToSource(payload: { value: { source?: unknown; sources?: unknown }; issues: unknown[] }): void {
  const { source, sources } = payload.value;
  if (source === undefined || sources === undefined) return;
  const message = 'both "source" and "sources" are given';
  report(payload, { code: 'conflicting-keys', message, hint: 'write one list: sources: [...]', at: 'key' }, [
    'sources',
  ]);
}

/** What a member asks for: a text alone, or with an id that it shares with other texts. */
const demand = shorthand('text', mapping('a demand', { id: z.optional(text), text: neededText }));

/** What may be said of a position, wherever it is written. */
export const positionShape = {
  date: z.optional(time),
  circa: z.optional(truth),
  stance: z.optional(oneOf('unknown-stance', 'a stance', stances)),
  basis: z.optional(oneOf('unknown-value', 'a basis', writtenBases)),
  by: z.optional(text),
  why: z.optional(text),
  wants: z.optional(z.array(demand)),
  ...sourced,
  quote: z.optional(text),
  note: z.optional(text),
} satisfies Record<PositionKey, z.ZodMiniType>;

/** The keys that say something about a stance, and make no sense without one. */
export const evidence = positionKeys.filter((key) => key !== 'stance' && key !== 'note');

type Written = { readonly [K in keyof z.output<z.ZodMiniObject<typeof positionShape>>]?: unknown };
type Payload = { value: Written; issues: unknown[] };

const withoutStance = {
  code: 'missing-key',
  message: 'a position without a "stance"',
  hint: 'say what the member stands for: stance: support',
  at: 'key',
} as const;

/** What a position must be beyond its parts: it has a stance, and says what the stance demands. */
function checkPosition(payload: Payload): void {
  oneWayToSource(payload);
  const { stance, wants } = payload.value;
  if (stance === 'conditional' && (wants === undefined || (Array.isArray(wants) && wants.length === 0))) {
    const hint = 'add what it asks for (wants: [...]), or write "withheld" or "unclear"';
    report(
      payload,
      { code: 'conditional-without-wants', message: 'a "conditional" position does not say what it wants', hint },
      ['stance'],
    );
  }
}

/** A position that is written as its member: none at all is fine, and `undeclared` is a way to write that. */
export function checkInline(payload: Payload): void {
  checkPosition(payload);
  const { stance } = payload.value;
  const given = evidence.find((key) => payload.value[key] !== undefined);
  if (given === undefined) return;
  if (stance === undefined) report(payload, withoutStance);
  if (stance !== 'undeclared') return;
  const hint = 'for a member that said something, write "unclear"; else delete all but the stance';
  const message = `"undeclared" is the absence of a position and has no "${given}"`;
  report(payload, { code: 'undeclared-with-evidence', message, hint, at: 'key' }, [given]);
}

/** An entry of a history, which is there because something was said. */
export function checkEntry(payload: Payload): void {
  checkPosition(payload);
  const { stance } = payload.value;
  if (stance === undefined) report(payload, withoutStance);
  if (stance !== 'undeclared') return;
  const hint = 'delete the entry; for a member that said something, write "unclear"';
  const message = '"undeclared" is the absence of a position and no entry of a history';
  report(payload, { code: 'undeclared-with-evidence', message, hint }, ['stance']);
}

type Parsed = z.output<z.ZodMiniObject<typeof positionShape>>;

/** The position that was written; undefined for none. */
export function toPosition(written: Parsed): Position | undefined {
  const { date, circa, stance, basis, by, why, wants, quote, note } = written;
  if (stance === undefined || stance === 'undeclared') return undefined;
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

/** An entry of a member's history. */
export const position = to(mapping('a position', positionShape, checkEntry), (written) => toPosition(written));
