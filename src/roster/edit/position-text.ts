import { type PositionKey, positionKeys } from '../../model/position-fields.ts';
import { momentOf } from '../../model/time.ts';
import { type Entry, fieldsIn, list, text, type Value, word } from './entry-text.ts';
import type { DatedPosition } from './insertion.ts';

/** A position as an entry of `positions`, without defaults and empty fields. */
export function positionEntry(position: DatedPosition): Entry {
  const { date, circa, stance, leaning, follows, basis, by, why, wants, sources, quote, note } = position;
  const values: Readonly<Record<PositionKey, Value | undefined>> = {
    date: word(date.text),
    circa: word(circa ? 'true' : undefined),
    stance: word(stance),
    leaning: word(leaning),
    follows: follows && (follows.length > 1 ? list(follows) : text(follows[0])),
    basis: word(basis === 'stated' ? undefined : basis),
    by: text(by),
    why: text(why),
    wants: list(wants),
    source: sources.length > 1 ? undefined : text(sources[0]),
    sources: sources.length > 1 ? list(sources) : undefined,
    quote: text(quote),
    // What is recorded has only just been said.
    denied: undefined,
    note: text(note),
  };
  return { moment: momentOf(date), fields: fieldsIn(positionKeys.map((key) => [key, values[key]] as const)) };
}
