import type { MemberHistory } from '../../model/member-history.ts';
import { isCeiling } from '../../model/rule.ts';
import type { Stance } from '../../model/stance.ts';
import type { Evaluation } from '../../model/tally.ts';
import { grouped, plural } from '../../text/numerals.ts';
import { enumeration } from '../../text/suggest.ts';

/** The result of each stance that the member might move to; stances with the same result share an entry. */
export function whatIfLines({
  whatIfs: suppositions,
  evaluation: now,
}: MemberHistory): (readonly [stances: string, text: string])[] {
  const byText = new Map<string, Stance[]>();
  for (const { stance, evaluation } of suppositions) {
    const text = `${evaluation.status === now.status ? 'still ' : ''}${evaluation.status}${missingText(evaluation)}`;
    byText.set(text, [...(byText.get(text) ?? []), stance]);
  }
  return [...byText].map(([text, stances]) => [enumeration(stances, 'or'), text]);
}

/** What is missing, as the end of a sentence; empty when the rule is reached. */
function missingText(evaluation: Evaluation): string {
  if (evaluation.status === 'reached') return '';
  if (evaluation.kind !== 'count') {
    const reached = evaluation.of.filter(({ status }) => status === 'reached').length;
    return `, ${reached} of ${plural(evaluation.of.length, 'criterion', 'criteria')} reached`;
  }
  const { short, waiting, criterion, status } = evaluation;
  if (waiting) return ', only time is missing';
  if (isCeiling(criterion)) return `, ${grouped(short)} too many`;
  return `, ${grouped(short)} ${status === 'blocked' ? 'short' : 'to go'}`;
}
