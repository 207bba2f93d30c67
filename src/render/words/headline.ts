import { isCeiling } from '../../model/rule.ts';
import type { Composition, CountEvaluation, Evaluation } from '../../model/tally.ts';
import { enumeration } from '../../text/suggest.ts';
import { countEvaluations } from './criterion.ts';
import { ceilingText, type FloorPart, floorPart, havesText, type Setting } from './criterion-part.ts';

/** More parts than this are counted, and told below. */
const mostParts = 6;

/** Part of a headline: floors in a row with what they lack in a row behind them, then everything else. */
interface Parts {
  readonly floors: readonly FloorPart[];
  readonly others: readonly string[];
}

/**
 * How far a rule of several parts is, part by part: `12 of 15 members and 53.16 of 65% of the population: 3 members and
 * 11.84 points to go`, `13 in favour, 9 needed; vetoed by the United States`. Of what any one part could settle, those that
 * still can are told, or the one that has.
 *
 * @param compositions for each criterion that counts, from left to right
 */
export function partsText(
  evaluation: Evaluation,
  compositions: readonly Composition[],
  named: (codes: readonly string[]) => string,
): string {
  const counts = countEvaluations(evaluation);
  const told = prunedRule(evaluation);
  const weighted = countEvaluations(told).some(({ criterion }) => criterion.by !== 'members');
  if (countEvaluations(told).length > mostParts) return summary(evaluation);
  const compositionOf = (count: CountEvaluation): Composition | undefined => compositions[counts.indexOf(count)];
  return treeText(told, { weighted, compositionOf, named });
}

/** How many of too many parts are reached. */
function summary(evaluation: Evaluation): string {
  if (evaluation.kind === 'count') return '';
  const reached = evaluation.of.filter(({ status }) => status === 'reached').length;
  return `${evaluation.kind === 'all' ? 'all' : 'any one'} of ${evaluation.of.length} criteria, ${reached} reached`;
}

/** The rule without the alternatives that no longer matter: all but the one that settled it, or those that cannot. */
export function prunedRule(evaluation: Evaluation): Evaluation {
  if (evaluation.kind === 'count') return evaluation;
  const { kind, status, of } = evaluation;
  const settled = of.find((part) => part.status === 'reached');
  const kept =
    kind === 'all' || status === 'blocked'
      ? of
      : status === 'reached'
        ? of.filter((part) => part === settled)
        : of.filter((part) => part.status !== 'blocked');
  const parts = kept.map(prunedRule);
  const [only, another] = parts;
  return only !== undefined && another === undefined ? only : { ...evaluation, of: parts };
}

function treeText(evaluation: Evaluation, setting: Setting): string {
  if (evaluation.kind === 'any') return evaluation.of.map((part) => treeText(part, setting)).join('; or ');
  const { floors, others } = partsOf(evaluation, setting);
  const haves = havesText(floors);
  const missing = floors.flatMap((floor) => floor.missing ?? []);
  const lack = `${enumeration(missing, 'and')} ${floors.some(({ isBlocked }) => isBlocked) ? 'short' : 'to go'}`;
  const head = missing.length === 0 ? haves : `${haves}: ${lack}`;
  return [head, ...others].filter((part) => part !== '').join('; ');
}

function partsOf(evaluation: Evaluation, setting: Setting): Parts {
  if (evaluation.kind === 'count')
    return isCeiling(evaluation.criterion)
      ? { floors: [], others: [ceilingText(evaluation, setting)] }
      : { floors: [floorPart(evaluation, setting)], others: [] };
  if (evaluation.kind === 'any') {
    const branches = evaluation.of.map((part) => treeText(part, setting));
    return { floors: [], others: [`either ${branches.map((branch) => `(${branch})`).join(' or ')}`] };
  }
  const parts = evaluation.of.map((part) => partsOf(part, setting));
  return { floors: parts.flatMap(({ floors }) => floors), others: parts.flatMap(({ others }) => others) };
}
