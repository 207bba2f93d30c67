import type { Claim } from '../../model/roster.ts';
import { momentOf } from '../../model/time.ts';
import { type Entry, fieldsIn, list, text, word } from './entry-text.ts';

/** A claim as it is written, in the order in which rosters say it. A list of nobody is written, as it says something. */
export function claimEntry(claim: Claim): Entry {
  const { date, circa, by, supporting, holdingOut, holdouts, sources, quote, note } = claim;
  return {
    moment: momentOf(date),
    fields: fieldsIn([
      ['date', word(date.text)],
      ['circa', word(circa ? 'true' : undefined)],
      ['by', text(by)],
      ['supporting', word(supporting?.text)],
      ['holding-out', word(holdingOut?.text)],
      ['holdouts', holdouts && { list: holdouts }],
      ['source', sources.length > 1 ? undefined : text(sources[0])],
      ['sources', sources.length > 1 ? list(sources) : undefined],
      ['quote', text(quote)],
      ['note', text(note)],
    ]),
  };
}
