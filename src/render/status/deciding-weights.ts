import type { Among } from '../../model/rule.ts';
import type { Standing } from '../../model/snapshot.ts';
import type { CountEvaluation, Evaluation } from '../../model/tally.ts';
import { type Shown, visible } from '../../text/escape-controls.ts';
import { grouped, percentText } from '../../text/numerals.ts';

/** The criteria that add up a weight and are still unmet, without those of an alternative that another has settled. */
export function decidingWeights(evaluation: Evaluation): CountEvaluation[] {
  if (evaluation.status === 'reached') return [];
  if (evaluation.kind !== 'count') return evaluation.of.flatMap(decidingWeights);
  const { criterion, short } = evaluation;
  return criterion.by !== 'members' && short !== '0' ? [evaluation] : [];
}

/** What a member weighs in each of some criteria: `13.16% of the population`, `40 shares`; empty where it counts in none. */
export function weightText({ code, weights }: Standing, criteria: readonly CountEvaluation[]): Shown {
  const texts = criteria.flatMap(({ criterion: { by, among, bound }, base }) => {
    const weight = weights[by];
    if (weight === undefined || (among && !isAmong(code, among))) return [];
    const share = bound.quantity.kind === 'share' ? percentText(weight, base) : undefined;
    return [share === undefined ? `${grouped(weight)} ${by}` : `${share} of the ${by}`];
  });
  return visible([...new Set(texts)].join(', '));
}

const isAmong = (code: string, among: Among): boolean =>
  'only' in among ? among.only.includes(code) : !among.except.includes(code);
