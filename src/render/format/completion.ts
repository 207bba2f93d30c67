import { visible } from '../../text/escape-controls.ts';
import { truncate } from '../../text/width.ts';

/** The shells that there is completion for. */
export const shells = ['bash', 'zsh', 'fish'] as const;
export type CompletionShell = (typeof shells)[number];

/** A word that would make sense at the cursor. */
export interface Offer {
  /** The whole word. */
  readonly value: string;
  readonly meaning?: string;
  /** More is to be written behind it: no space. */
  readonly unfinished?: boolean;
}

/** All that would make sense at the cursor. */
export interface Offers {
  readonly words: readonly Offer[];
  /** Files would make sense too; their names begin behind so much of the word. */
  readonly filesBehind?: string;
}

const widestMeaning = 100;

/** What a shell inserts without quoting it. */
const plain = /^[\w.@%+,:=/-]*$/;

/**
 * Offers as the scripts for the shells read them. The first line says behind how many characters of the word files
 * make sense, or `-`, and whether a space is to follow (`closed`) or not (`open`). Then comes an offer a line.
 *
 * @param kept how much of the word a shell keeps and puts the offer behind
 */
export function renderOffers({ words, filesBehind }: Offers, shell: CompletionShell, kept = 0): string {
  const ending = words.some(({ unfinished }) => unfinished) ? 'open' : 'closed';
  const lines = words.flatMap((offer) => offerLine(offer, shell, kept));
  return `${[`${filesBehind?.length ?? '-'} ${ending}`, ...lines].join('\n')}\n`;
}

/**
 * An offer in the one line that a shell's script reads, or no line: a word that would need more than quotes comes from
 * a roster, and may mean something to the shell.
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

/** Text for zsh's `_describe`, where a colon ends a word and a backslash takes that from it. */
const zshText = (text: string): string => text.replace(/[\\:]/g, '\\$&');
