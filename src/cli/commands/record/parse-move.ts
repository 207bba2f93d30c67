import type { Given, RecordedField, TextField } from '../../../model/position-fields.ts';
import { isPending, leanings, stances, writtenBases } from '../../../model/stance.ts';
import type { DatedPosition, Insertion } from '../../../roster/edit/insertion.ts';
import { stanceHint } from '../../../roster/hints/stance-words.ts';
import { basisHint, leaningHint, truthHint } from '../../../roster/hints/value-words.ts';
import type { Read } from '../../../roster/yaml/problem.ts';
import { compareText } from '../../../text/compare.ts';
import { defined } from '../../../text/defined.ts';
import { alternatives, quote, tidy } from '../../../text/suggest.ts';
import { UsageError } from '../../contract/usage-error.ts';
import { readDate } from '../../input/parse-date.ts';

/** A move in the user's words. */
export type WrittenMove = { readonly code: string; readonly stance: string } & {
  readonly [K in RecordedField]?: Given<K, string>;
};

/** The name of each field as the user wrote it: `--date`, or the column of a CSV line. */
export type NameOfField = (key: keyof WrittenMove) => string;

/**
 * A move, parsed.
 *
 * @param today ISO day, for a move without a date
 * @throws UsageError for the first field that is not valid
 */
export function moveOf(written: WrittenMove, naming: NameOfField, today: string): Insertion {
  const fail = (key: keyof WrittenMove, code: string, message: string, hint?: string): never => {
    throw new UsageError(code, `${naming(key)}: ${message}${hint === undefined ? '' : `; ${hint}`}`);
  };
  const text = (key: keyof WrittenMove, value: string): string =>
    tidy(value) || fail(key, 'missing-value', 'the value is empty', 'give one, or leave it out');
  const word = <T extends string>(
    key: keyof WrittenMove,
    value: string,
    words: readonly T[],
    hintFor: (value: string) => string | undefined,
  ): T => {
    const found = words.find((candidate) => candidate === tidy(value));
    if (found !== undefined) return found;
    const hint = hintFor(value) ?? `expected one of ${alternatives(words)}`;
    return fail(key, `unknown-${key}`, `${quote(value)} is not a ${key}`, hint);
  };
  const read = <T>(key: keyof WrittenMove, result: Read<T>): T =>
    'value' in result ? result.value : fail(key, result.fault.code, result.fault.message, result.fault.hint);
  const optional = (key: TextField): string | undefined => {
    const value = written[key];
    return value === undefined ? undefined : text(key, value);
  };

  const stance = word('stance', written.stance, stances, stanceHint);
  const leaning = written.leaning === undefined ? undefined : word('leaning', written.leaning, leanings, leaningHint);
  if (leaning !== undefined && !isPending(stance))
    return fail('leaning', 'not-pending', `"${stance}" is settled and leans to no side`, 'leave it out');
  const follows = [...new Set((written.follows ?? []).flatMap((codes) => text('follows', codes).split(',').map(tidy)))];
  if (follows.length > 0 && !isPending(stance))
    return fail('follows', 'not-pending', `"${stance}" is settled and follows nobody`, 'leave it out');
  if (follows.includes('')) return fail('follows', 'missing-value', 'write codes or names', 'as in TR,HU');
  const wants = [...new Set((written.wants ?? []).map((want) => text('wants', want)))];
  return {
    code: text('code', written.code),
    position: defined<DatedPosition>({
      date: read('date', readDate(tidy(written.date ?? today), today)),
      circa: written.circa !== undefined && word('circa', written.circa, ['true', 'false'], truthHint) === 'true',
      stance,
      leaning,
      follows: follows.length === 0 ? undefined : follows.sort(compareText),
      basis: written.basis === undefined ? 'stated' : word('basis', written.basis, writtenBases, basisHint),
      by: optional('by'),
      why: optional('why'),
      wants,
      wantIds: undefined,
      sources: [...new Set((written.source ?? []).map((source) => text('source', source)))],
      quote: optional('quote'),
      denied: undefined,
      note: optional('note'),
    }),
  };
}
