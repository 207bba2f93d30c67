import type { Roster } from '../../../model/roster.ts';
import type { Rule } from '../../../model/rule.ts';
import { readRoster } from '../../../roster/read/read-roster.ts';
import { writeRoster } from '../../../roster/write/write-roster.ts';
import { quote } from '../../../text/suggest.ts';
import { UsageError } from '../../contract/usage-error.ts';
import { diagnoseInput } from '../../input/read-roster.ts';

/** The rule of a roster that names none: everybody agrees. */
export const consensus: Rule = readRoster('title: t\nrule: consensus\nmembers: { a: }\n')?.rule as Rule;

/**
 * The rule of `--rule`, a name or a criterion in braces, read against the members of a roster.
 *
 * @throws UsageError for one that is no rule, or that the members do not fit
 */
export async function ruleFor(written: string, roster: Roster): Promise<Rule> {
  const line = written.replace(/\s+/g, ' ').trim();
  const text = writeRoster({ ...roster, rule: consensus }).replace(/^rule: .*$/m, () => `rule: ${line}`);
  const read = readRoster(text);
  if (read !== undefined) return read.rule;
  const [first] = (await diagnoseInput({ text })).diagnostics;
  const hint = first?.hint === undefined ? '' : `; ${first.hint}`;
  throw new UsageError(
    'invalid-rule',
    first === undefined ? `--rule: ${quote(line)} is not a rule` : `--rule: ${first.message}${hint}`,
  );
}
