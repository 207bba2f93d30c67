import { fold } from '../../text/fold.ts';
import { didYouMean } from '../../text/suggest.ts';

/** Other words for each word of a closed list, separated by commas; in small letters, blanks for hyphens. */
export type OtherWords<W extends string> = Readonly<Partial<Record<W, string>>>;

/** A text as tables of other words have it: without case, marks, closing dots, and hyphens between letters. */
export const bare = (text: string): string =>
  fold(text)
    .replace(/(?<=\w)[-_](?=\w)/g, ' ')
    .replace(/(?<=\w)[.!]+$/, '')
    .replaceAll('’', "'");

/** Whether a comma-separated list of words has a text, however it is spelled. */
export const has = (list: string | undefined, text: string): boolean => list?.split(', ').includes(bare(text)) === true;

/**
 * The word of a closed list that is meant by another word for it.
 *
 * @returns undefined if no word of the list has it among its other words
 */
export const meantBy = <W extends string>(text: string, words: readonly W[], others: OtherWords<W>): W | undefined =>
  words.find((word) => has(others[word], text));

/** The hint for a text that is not in a closed list: the word that it means, or the nearest; undefined without either. */
export function hintFrom<W extends string>(words: readonly W[], others: OtherWords<W>) {
  return (text: string): string | undefined => {
    const meant = meantBy(text, words, others);
    return meant === undefined ? didYouMean(text, words) : `did you mean "${meant}"?`;
  };
}
