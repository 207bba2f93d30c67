import { isCeiling } from '../../model/rule.ts';
import type { CountEvaluation, Evaluation } from '../../model/tally.ts';
import { type Shown, shown } from '../../text/escape-controls.ts';
import { grouped } from '../../text/numerals.ts';
import { countEvaluations, countedText, hasMoreThanNeeded } from '../words/criterion.ts';
import { shareNumber, thresholdNumber } from '../words/share.ts';

/** More criteria than this are counted. */
const mostCriteria = 2;

/**
 * What a rule has of what it needs, as short as it can be told: `2 of 31`, `12 of 15, 53.16 of 65%`, `13 (9 needed), 1
 * opposed`.
 * Of a rule of several parts, those that are missing; of alternatives the first that can still be met.
 */
export function needText(evaluation: Evaluation): Shown {
  const parts = countEvaluations(firstHope(evaluation));
  const missing = parts.filter(({ status }) => status !== 'reached');
  const told = missing.length === 0 ? parts : missing;
  const others = told.length - mostCriteria;
  const texts = told.slice(0, mostCriteria).map(criterionText);
  return shown`${texts.join(', ')}${others > 0 ? ` +${others}` : ''}`;
}

/** A rule with one of each of its alternatives: the one that is met, else the first that can be. */
function firstHope(evaluation: Evaluation): Evaluation {
  if (evaluation.kind === 'count') return evaluation;
  const { kind, of } = evaluation;
  if (kind === 'all') return { ...evaluation, of: of.map(firstHope) };
  const chosen =
    of.find(({ status }) => status === 'reached') ?? of.find(({ status }) => status === 'open') ?? of[0] ?? evaluation;
  return chosen === evaluation ? evaluation : firstHope(chosen);
}

function criterionText(evaluation: CountEvaluation): string {
  const { criterion, have, need } = evaluation;
  const isShare = criterion.by !== 'members' && criterion.bound.quantity.kind === 'share';
  if (isCeiling(criterion))
    return `${isShare ? `${shareNumber(evaluation)}%` : grouped(have)} ${countedText(criterion.count)}`;
  const [is, asked] = isShare
    ? [shareNumber(evaluation), `${thresholdNumber(evaluation)}%`]
    : [grouped(have), grouped(need)];
  return hasMoreThanNeeded(evaluation) ? `${is}${isShare ? '%' : ''} (${asked} needed)` : `${is} of ${asked}`;
}
