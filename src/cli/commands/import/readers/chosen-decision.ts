import { didYouMean, enumeration, quote } from '../../../../text/suggest.ts';
import { UsageError } from '../../../contract/usage-error.ts';
import type { Reading } from './imported.ts';

/**
 * The decision that a file is about: the one that the user names by one of its names, or the only one.
 *
 * @param names of each entry of the file: those of its decision, the one for people first
 * @param what a word for what the file calls a decision
 * @returns the first name of the decision; undefined for a file without entries
 * @throws UsageError where there are several and none is named, or where the one that is named is not there
 */
export function chosenDecision(
  names: readonly (readonly string[])[],
  { decision }: Reading,
  what: string,
): string | undefined {
  const known = [...new Set(names.map(([first = '']) => first))];
  if (decision === undefined) {
    if (known.length < 2) return known[0];
    const shown = enumeration(known.map(quote), 'and', 5);
    throw new UsageError(
      'several-decisions',
      `the file has ${known.length} ${what}s: ${shown}; name one with --decision`,
    );
  }
  const found = names.find((all) => all.includes(decision.trim()));
  if (found !== undefined) return found[0];
  const hint = didYouMean(decision, names.flat()) ?? `it has ${enumeration(known.map(quote), 'and', 5)}`;
  throw new UsageError('unknown-decision', `--decision: the file has no ${what} ${quote(decision)}; ${hint}`);
}
