import { visible } from '../../text/escape-controls.ts';
import { truncate } from '../../text/width.ts';

/** Supported shells. */
export const shells = ['bash', 'zsh', 'fish'] as const;
/** A supported shell. */
export type CompletionShell = (typeof shells)[number];

/** A word offered at the cursor. */
export interface Offer {
  /** The whole word, including what is typed already. */
  readonly value: string;
  readonly meaning?: string;
  /** More text follows in the same word, so the shell adds no space. */
  readonly unfinished?: boolean;
}

/** Everything offered at the cursor. */
export interface Offers {
  readonly words: readonly Offer[];
  /** File names are offered too, after this beginning of the word; absent where files make no sense. */
  readonly filesBehind?: string;
}

const widestMeaning = 100;

/** Words that a shell inserts without quotes. */
const plain = /^[\w.@%+,:=/-]*$/;

/**
 * Offers in the format that the shell scripts read. The first line holds the number of characters before a file name,
 * or `-` for no files, then `closed` if a space follows or `open` if not. Each further line is an offer.
 *
 * @param kept number of characters of the word that bash keeps; its offers are written without them
 */
export function renderOffers({ words, filesBehind }: Offers, shell: CompletionShell, kept = 0): string {
  const ending = words.some(({ unfinished }) => unfinished) ? 'open' : 'closed';
  const lines = words.flatMap((offer) => offerLine(offer, shell, kept));
  return `${[`${filesBehind?.length ?? '-'} ${ending}`, ...lines].join('\n')}\n`;
}

/**
 * One line for an offer, or none when the word needs more than quotes: such a word comes from a roster, and the shell
 * might interpret it.
 */
function offerLine({ value, meaning = '' }: Offer, shell: CompletionShell, kept: number): string[] {
  const rest = value.slice(kept);
  const text = truncate(visible(meaning), widestMeaning);
  if (visible(value) !== value) return [];
  switch (shell) {
    case 'bash':
      return plain.test(rest) ? [rest] : [];
    case 'zsh':
      return [`${value}\t${zshText(value)}${text === '' ? '' : `:${zshText(text)}`}`];
    case 'fish':
      return [text === '' ? value : `${value}\t${text}`];
  }
}

/** Text escaped for zsh's `_describe`, where an unescaped colon ends the word. */
const zshText = (text: string): string => text.replace(/[\\:]/g, '\\$&');
