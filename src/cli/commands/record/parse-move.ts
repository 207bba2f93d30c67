import type { Position } from '../../../model/roster.ts';
import { stances, writtenBases } from '../../../model/stance.ts';
import type { Insertion } from '../../../roster/edit/insertion.ts';
import { readTime } from '../../../roster/schema/scalars.ts';
import type { Read } from '../../../roster/yaml/problem.ts';
import { alternatives, didYouMean, quote, tidy } from '../../../text/suggest.ts';
import { UsageError } from '../../contract/usage-error.ts';

/** What a user says of a move, in the user's words. */
export interface WrittenMove {
  readonly code: string;
  readonly stance: string;
  readonly date?: string;
  readonly circa?: string;
  readonly basis?: string;
  readonly by?: string;
  readonly why?: string;
  readonly wants?: readonly string[];
  readonly source?: readonly string[];
  readonly quote?: string;
  readonly note?: string;
}

/** What each part of a move is called where the user has written it: `--date`, or a column of a line. */
export type NameOfField = (key: keyof WrittenMove) => string;

/**
 * A move as the user wrote it, read.
 *
 * @param today ISO day, for a move without a date
 * @throws UsageError for the first part that makes no sense
 */
export function moveOf(written: WrittenMove, naming: NameOfField, today: string): Insertion {
  const fail = (key: keyof WrittenMove, code: string, message: string, hint?: string): never => {
    throw new UsageError(code, `${naming(key)}: ${message}${hint === undefined ? '' : `; ${hint}`}`);
  };
  const text = (key: keyof WrittenMove, value: string): string =>
    tidy(value) || fail(key, 'missing-value', 'nothing is written here', 'write a text, or leave it out');
  const word = <T extends string>(key: keyof WrittenMove, value: string, words: readonly T[]): T => {
    const hint = didYouMean(value, words) ?? `expected one of ${alternatives(words)}`;
    const found = words.find((candidate) => candidate === tidy(value));
    return found ?? fail(key, `unknown-${key}`, `${quote(value)} is not a ${key}`, hint);
  };
  const read = <T>(key: keyof WrittenMove, result: Read<T>): T =>
    'value' in result ? result.value : fail(key, result.fault.code, result.fault.message, result.fault.hint);
  const optional = (key: 'by' | 'why' | 'quote' | 'note'): Partial<Position> => {
    const value = written[key];
    return value === undefined ? {} : { [key]: text(key, value) };
  };

  const stance = word('stance', written.stance, stances);
  if (stance === 'undeclared')
    return fail('stance', 'undeclared-with-evidence', '"undeclared" is the absence of a position', 'write "unclear"');
  const wants = [...new Set((written.wants ?? []).map((want) => text('wants', want)))];
  if (stance === 'conditional' && wants.length === 0)
    return fail('stance', 'conditional-without-wants', '"conditional" needs to say what it wants');
  return {
    code: text('code', written.code),
    position: {
      date: read('date', readTime(tidy(written.date ?? today))),
      circa: written.circa !== undefined && word('circa', written.circa, ['true', 'false']) === 'true',
      stance,
      basis: written.basis === undefined ? 'stated' : word('basis', written.basis, writtenBases),
      ...optional('by'),
      ...optional('why'),
      wants,
      sources: [...new Set((written.source ?? []).map((source) => text('source', source)))],
      ...optional('quote'),
      ...optional('note'),
    },
  };
}
