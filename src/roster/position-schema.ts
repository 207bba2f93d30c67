import * as z from 'zod';
import type { Position } from '../model/roster.ts';
import { stances, writtenBases } from '../model/stance.ts';
import { checkMapping, mapping, oneOf, report, scalar, text, truth } from './blocks.ts';
import { readTime } from './scalars.ts';

export const time = scalar(readTime);

/** One source or several: the keys of every statement that can be traced. */
export const sourced = { source: text.optional(), sources: z.array(text).optional() };

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

/** What may be said of a position, wherever it is written. */
export const positionShape = {
  date: time.optional(),
  circa: truth.optional(),
  stance: oneOf('unknown-stance', 'a stance', stances).optional(),
  basis: oneOf('unknown-value', 'a basis', writtenBases).optional(),
  by: text.optional(),
  why: text.optional(),
  wants: z.array(text).optional(),
  ...sourced,
  quote: text.optional(),
  note: text.optional(),
};

/** The keys that say something about a stance, and make no sense without one. */
const evidence = ['date', 'circa', 'basis', 'by', 'why', 'wants', 'source', 'sources', 'quote'] as const;

type Written = { readonly [K in keyof z.output<z.ZodObject<typeof positionShape>>]?: unknown };

/** What a position must be beyond its parts: it has a stance, and says what the stance demands. */
export function checkPosition(payload: { value: Written; issues: unknown[] }): void {
  oneWayToSource(payload);
  const { stance, wants } = payload.value;
  const given = evidence.find((key) => payload.value[key] !== undefined);
  if (stance === undefined && given !== undefined) {
    report(payload, {
      code: 'missing-key',
      message: 'a position without a "stance"',
      hint: 'say what the member stands for: stance: support',
      at: 'key',
    });
  }
  if (stance === 'undeclared' && given !== undefined) {
    const hint = 'for a member that said something, write "unclear"; else delete all but the stance';
    report(
      payload,
      {
        code: 'undeclared-with-evidence',
        message: `"undeclared" is the absence of a position and has no "${given}"`,
        hint,
        at: 'key',
      },
      [given],
    );
  }
  if (stance === 'conditional' && (wants === undefined || (Array.isArray(wants) && wants.length === 0))) {
    const hint = 'add what it asks for (wants: [...]), or write "withheld" or "unclear"';
    report(
      payload,
      { code: 'conditional-without-wants', message: 'a "conditional" position does not say what it wants', hint },
      ['stance'],
    );
  }
}

type Parsed = z.output<z.ZodObject<typeof positionShape>>;

/** The position that was written; undefined for none. */
export function toPosition(written: Parsed): Position | undefined {
  const { date, circa, stance, basis, by, why, wants, quote, note } = written;
  if (stance === undefined || stance === 'undeclared') return undefined;
  return {
    ...(date && { date }),
    circa: circa ?? false,
    stance,
    basis: basis ?? 'stated',
    ...(by !== undefined && { by }),
    ...(why !== undefined && { why }),
    wants: wants ?? [],
    sources: sourcesOf(written),
    ...(quote !== undefined && { quote }),
    ...(note !== undefined && { note }),
  };
}

/** An entry of a member's history. */
export const position = mapping('a position', positionShape)
  .check(checkMapping<Written>(checkPosition))
  .check(
    checkMapping<Written>((payload) => {
      const { stance } = payload.value;
      if (stance === undefined && evidence.every((key) => payload.value[key] === undefined)) {
        report(payload, {
          code: 'missing-key',
          message: 'a position without a "stance"',
          hint: 'say what the member stands for: stance: support',
          at: 'key',
        });
      }
      if (stance === 'undeclared') {
        const hint = 'delete the entry; for a member that said something, write "unclear"';
        report(
          payload,
          {
            code: 'undeclared-with-evidence',
            message: '"undeclared" is the absence of a position and no entry of a history',
            hint,
          },
          ['stance'],
        );
      }
    }),
  )
  .transform((written) => toPosition(written));
