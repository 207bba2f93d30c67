import type { CountCriterion, Criterion } from '../model/rule.ts';

/** The criteria of a rule that count, from left to right. */
export function countsIn(criterion: Criterion): readonly CountCriterion[] {
  return criterion.kind === 'count' ? [criterion] : criterion.of.flatMap(countsIn);
}
