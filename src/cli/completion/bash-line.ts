/** A bash command line, split into words. */
export interface BashLine {
  /** Unquoted words after the name of the program. */
  readonly words: readonly string[];
  /** Zero-based index of the word at the cursor. */
  readonly cursor: number;
  /**
   * Number of characters of that word that bash keeps: a completion replaces what follows the last word break, and the
   * break itself if it is `@`, which starts a host name.
   */
  readonly kept: number;
}

/**
 * The words of a line as bash splits it, with nothing in it expanded.
 *
 * @param before the line up to the cursor
 * @param after the line after the cursor
 * @param breaks the characters that end a word in completion: `COMP_WORDBREAKS`
 */
export function readBashLine(before: string, after: string, breaks: string): BashLine {
  const { words, kept } = split(before, breaks);
  const rest = split(/^\S*\s*(.*)$/s.exec(after)?.[1] ?? '', breaks).words;
  return {
    words: [...words.slice(1), ...rest.filter((word) => word !== '')],
    cursor: Math.max(0, words.length - 2),
    kept,
  };
}

/** The words of a text; the last one is empty at the start and after a blank. */
function split(text: string, breaks: string): { readonly words: readonly string[]; readonly kept: number } {
  const words: string[] = [];
  let word = '';
  let started = false;
  let kept = 0;
  let quote = '';
  let escaped = false;
  for (const character of text) {
    if (escaped) {
      // Inside double quotes a backslash escapes only a few characters.
      word += quote === '' || '"\\$`'.includes(character) ? character : `\\${character}`;
      escaped = false;
    } else if (character === '\\' && quote !== "'") {
      escaped = true;
    } else if (character === quote) {
      quote = '';
    } else if (quote === '' && (character === '"' || character === "'")) {
      quote = character;
      started = true;
      kept = word.length;
    } else if (quote === '' && /\s/.test(character)) {
      if (started || word !== '') words.push(word);
      word = '';
      started = false;
      kept = 0;
    } else {
      if (quote === '' && breaks.includes(character)) kept = word.length + (character === '@' ? 0 : 1);
      word += character;
    }
  }
  return { words: [...words, word], kept };
}
