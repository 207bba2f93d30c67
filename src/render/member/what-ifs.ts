import type { MemberHistory, WhatIf } from '../../model/member-history.ts';
import { isCeiling } from '../../model/rule.ts';
import type { Stance } from '../../model/stance.ts';
import { type Shown, shown } from '../../text/escape-controls.ts';
import { grouped } from '../../text/numerals.ts';
import { enumeration } from '../../text/suggest.ts';
import { partsText } from '../words/headline.ts';
import { namedIn } from '../words/verdict.ts';

/** The result of each stance that the member might move to, a line for those with the same result. */
export function whatIfLines({ whatIfs, tally: { outcome }, snapshot }: MemberHistory): Shown[] {
  const named = namedIn(snapshot);
  const byText = new Map<string, Stance[]>();
  for (const whatIf of whatIfs) {
    const { status } = whatIf.evaluation;
    const text = `${status === outcome ? 'still ' : ''}${status}${missingText(whatIf, named)}`;
    byText.set(text, [...(byText.get(text) ?? []), whatIf.stance]);
  }
  return [...byText].map(([text, stances]) => shown`it moved to ${enumeration(stances, 'or')}: ${text}`);
}

/** What is missing, as the end of a sentence; empty when the rule is reached. */
function missingText({ evaluation, compositions }: WhatIf, named: (codes: readonly string[]) => string): string {
  if (evaluation.status === 'reached') return '';
  if (evaluation.kind !== 'count') return `, ${partsText(evaluation, compositions, named)}`;
  const { short, waiting, criterion, status } = evaluation;
  if (waiting) return ', only time is missing';
  if (isCeiling(criterion)) return `, ${grouped(short)} too many`;
  return `, ${grouped(short)} ${status === 'blocked' ? 'short' : 'to go'}`;
}
