import { type Stance, stances } from '../../model/stance.ts';
import { stanceHint } from '../../roster/hints/stance-words.ts';
import { alternatives, quote } from '../../text/suggest.ts';
import { UsageError } from '../contract/usage-error.ts';

/** The assumption of one `--assume`: a member, a group or `all` as the user calls them, and where they stand. */
export interface Assumption {
  readonly who: string;
  readonly stance: Stance;
}

/** The assumptions in the values of `--assume`, in their order. @throws UsageError for the first that makes no sense */
export function parseAssumptions(values: readonly string[]): readonly Assumption[] {
  return values.flatMap(assumptionsIn).map(parseAssume);
}

/** The assumptions of one value, separated by commas; a name may have commas, too. */
function assumptionsIn(value: string): readonly string[] {
  const parts = value.split(',');
  return parts.every((part) => part.includes('=')) ? parts : [value];
}

function parseAssume(text: string): Assumption {
  const [, who = '', word = ''] = /^(.*)=([^=]*)$/s.exec(text) ?? [];
  if (who.trim() === '')
    throw new UsageError(
      'invalid-assumption',
      `--assume: ${quote(text)} is not of the form CODE=STANCE, such as TR=support`,
    );
  const stance = stances.find((candidate) => candidate === word.trim());
  if (stance !== undefined) return { who: who.trim(), stance };
  const hint = stanceHint(word) ?? `expected one of ${alternatives(stances)}`;
  throw new UsageError('invalid-assumption', `--assume: ${quote(word)} is not a stance; ${hint}`);
}
