import * as z from 'zod/mini';
import type { Denial } from '../../model/roster.ts';
import type { Time } from '../../model/time.ts';
import { limited } from '../limits/mistakes.ts';
import { mapping, needed, report, scalar, shorthand, text } from './combinators.ts';
import { readTime } from './scalars.ts';

/** A date that may be absent. */
export const time = scalar(readTime);
/** A date under a required key. */
export const neededTime = needed(readTime);

/** The keys that name one source or several, for every entry that has sources. */
export const sourced = { source: z.optional(text), sources: z.optional(limited(z.array(text))) };

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

/** The denial of a report: when, by whom and where, or the date alone. */
export const denial = shorthand(
  'date',
  mapping('a denial', { date: neededTime, by: z.optional(text), ...sourced }, oneWayToSource),
);

/** The denial that was written. */
export function toDenial(written: z.output<typeof denial>): Denial {
  const { date, by } = written;
  return { date, ...(by !== undefined && { by }), sources: sourcesOf(written) };
}

interface Payload {
  readonly value: { readonly date?: unknown; readonly basis?: unknown; readonly denied?: unknown };
  readonly issues: unknown[];
}

/** Reports a denial of anything but a dated report, and one that is earlier than its report. */
export function checkDenial({ value, issues }: Payload): void {
  const { date, basis, denied } = value;
  if (denied === undefined) return;
  if (basis !== 'reported') {
    const hint = 'add basis: reported; if the member took it back itself, add a position instead';
    report({ issues }, { code: 'denied-statement', message: 'only a report can be denied', hint, at: 'key' }, [
      'denied',
    ]);
  }
  if (date === undefined) {
    const hint = 'add date: … to the report';
    report({ issues }, { code: 'missing-key', message: 'a denied report without a "date"', hint, at: 'key' }, [
      'denied',
    ]);
  }
  const [reported, ended] = [timeIn(date), timeIn((denied as { readonly date?: unknown }).date)];
  if (reported === undefined || ended === undefined || !isBefore(ended, reported)) return;
  const message = `denied on ${ended.text}, before the report of ${reported.text}`;
  report({ issues }, { code: 'denied-before-report', message, hint: 'change one of the dates' }, ['denied', 'date']);
}

/** The time that the schema made of a date; undefined for one that it refused. */
const timeIn = (value: unknown): Time | undefined =>
  typeof value === 'object' && value !== null && 'day' in value ? (value as Time) : undefined;

/** Whether a time is certainly before another one; what is dated by a month may be of its first day. */
function isBefore(a: Time, b: Time): boolean {
  if (a.instant !== undefined && b.instant !== undefined) return a.instant < b.instant;
  return a.day < (b.text === b.day.slice(0, 7) ? `${b.text}-01` : b.day);
}
