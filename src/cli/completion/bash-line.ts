/** A line as the user has typed it into bash, in words. */
export interface BashLine {
  /** Without quotes, and without the name of the program. */
  readonly words: readonly string[];
  /** Index of the word at the cursor. */
  readonly cursor: number;
  /**
   * How many characters of that word bash keeps, because it puts what is offered behind the last of its breaks; in the
   * place of the last one if that is `@`, which starts a host's name.
   */
  readonly kept: number;
}

/**
 * Takes a line apart as bash does, and expands nothing in it.
 *
 * @param before the line up to the cursor
 * @param after the line behind it
 * @param breaks what bash takes for the end of a word when it completes: `COMP_WORDBREAKS`
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

/** The words of a text, the last of them empty when blanks stand before it. */
function split(text: string, breaks: string): { readonly words: readonly string[]; readonly kept: number } {
  const words: string[] = [];
  let word = '';
  let started = false;
  let kept = 0;
  let quote = '';
  let escaped = false;
  for (const character of text) {
    if (escaped) {
      // Inside double quotes a backslash escapes little, and stays otherwise.
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
