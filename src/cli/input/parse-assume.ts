import { type Stance, stances } from '../../model/stance.ts';
import { alternatives, didYouMean, quote } from '../../text/suggest.ts';
import { UsageError } from '../contract/usage-error.ts';

/** The assumptions in the values of `--assume`, by code. @throws UsageError for the first that makes no sense */
export function parseAssumptions(values: readonly string[]): ReadonlyMap<string, Stance> {
  const assumptions = new Map<string, Stance>();
  for (const value of values) {
    const [code, stance] = parseAssume(value);
    const known = assumptions.get(code.trim());
    if (known !== undefined && known !== stance)
      throw new UsageError('invalid-assumption', `--assume: ${quote(code)} cannot be both "${known}" and "${stance}"`);
    assumptions.set(code.trim(), stance);
  }
  return assumptions;
}

/** The code, as written, and the stance in one `--assume CODE=STANCE`. */
function parseAssume(text: string): readonly [code: string, stance: Stance] {
  const [, code, word = ''] = /^(.*)=([^=]*)$/s.exec(text) ?? [];
  if (code === undefined || code === '')
    throw new UsageError(
      'invalid-assumption',
      `--assume: ${quote(text)} is not of the form CODE=STANCE, such as TR=support`,
    );
  const stance = stances.find((candidate) => candidate === word.trim());
  if (stance !== undefined) return [code, stance];
  const hint = didYouMean(word, stances) ?? `expected one of ${alternatives(stances)}`;
  throw new UsageError('invalid-assumption', `--assume: ${quote(word)} is not a stance; ${hint}`);
}
