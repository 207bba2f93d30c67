import { type Stance, stances } from '../../model/stance.ts';
import { bare } from '../../roster/hints/other-words.ts';
import { stanceMeant, vagueHint } from '../../roster/hints/stance-words.ts';
import type { Read } from '../../roster/yaml/problem.ts';
import { alternatives, didYouMean, nearest, quote, tidy } from '../../text/suggest.ts';
import { UsageError } from '../contract/usage-error.ts';

/** Stances by words of a file: those that the user gives for them, and the table that `import --words` prints. */
export type StanceWords = ReadonlyMap<string, Stance>;

/** The values of `--stance WORD=STANCE`. @throws UsageError for one that gives no stance, or two for one word */
export function stanceWordsOf(values: readonly string[]): StanceWords {
  const words = new Map<string, Stance>();
  for (const value of values) {
    const at = value.lastIndexOf('=');
    const [word, meaning] = [value.slice(0, at), value.slice(at + 1)];
    if (at < 1 || tidy(word) === '')
      throw new UsageError(
        'invalid-stance',
        `--stance: ${quote(value)} gives no stance; write WORD=STANCE, as in absent=undeclared`,
      );
    const stance = stances.find((known) => known === tidy(meaning));
    if (stance === undefined) {
      const hint = didYouMean(tidy(meaning), stances) ?? `expected one of ${alternatives(stances)}`;
      throw new UsageError('unknown-stance', `--stance: ${quote(tidy(meaning))} is not a stance; ${hint}`);
    }
    const known = words.get(bare(word));
    if (known !== undefined && known !== stance)
      throw new UsageError(
        'repeated-stance',
        `--stance: ${quote(tidy(word))} is given as "${known}" and as "${stance}"`,
      );
    words.set(bare(word), stance);
  }
  return words;
}

/**
 * The stance that a word of a file means.
 *
 * @param own the words of the file's own format, which go before the table
 */
export function readStance(text: string, given: StanceWords, own: StanceWords = new Map()): Read<Stance> {
  const word = tidy(text);
  const stance = given.get(bare(word)) ?? own.get(bare(word)) ?? stanceMeant(word);
  if (stance !== undefined) return { value: stance };
  const flag = `--stance ${flagWord(word)}`;
  const [vague, near] = [vagueHint(word), nearest(word, stances)];
  const unknown = `say what it means with ${flag}=STANCE; rutte-tally import --words lists the words that are known`;
  const likely = near && `did you mean "${near}"? Say so with ${flag}=${near}`;
  const hint =
    vague === undefined ? (likely ?? unknown) : `${vague.replace(/^write /, 'choose ')}, with ${flag}=STANCE`;
  return { fault: { code: 'unknown-stance', message: `${quote(word)} is not a stance`, hint } };
}

/** A word as it stands on a command line. */
const flagWord = (word: string): string => {
  const short = [...word].slice(0, 40).join('');
  return /^[\p{L}\p{Nd}._+-]+$/u.test(short) ? short : `'${short.replaceAll("'", "'\\''")}'`;
};
