import type { Claim } from '../../model/roster.ts';
import { momentOf } from '../../model/time.ts';
import { type Entry, fieldsIn, list, text, type Value, word } from './entry-text.ts';

/** A claim as an entry of `claims`, without defaults and empty fields; an empty list of holdouts says something. */
export function claimEntry(claim: Claim): Entry {
  const { date, circa, by, supporting, holdingOut, holdouts, sources, quote, note } = claim;
  const values: Readonly<Record<keyof Claim | 'source', Value | undefined>> = {
    date: word(date.text),
    circa: word(circa ? 'true' : undefined),
    by: text(by),
    supporting: word(supporting?.text),
    holdingOut: word(holdingOut?.text),
    holdouts: holdouts && { list: holdouts },
    source: sources.length > 1 ? undefined : text(sources[0]),
    sources: sources.length > 1 ? list(sources) : undefined,
    quote: text(quote),
    note: text(note),
  };
  const keyOf = (name: string): string => (name === 'holdingOut' ? 'holding-out' : name);
  return {
    moment: momentOf(date),
    fields: fieldsIn(Object.entries(values).map(([name, value]) => [keyOf(name), value] as const)),
  };
}
