import * as z from 'zod/mini';
import { needed, report, scalar, text } from './combinators.ts';
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
