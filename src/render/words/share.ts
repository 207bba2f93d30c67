import { isCeiling } from '../../model/rule.ts';
import type { CountEvaluation } from '../../model/tally.ts';
import { decimalText } from '../../text/decimal.ts';
import { decimalsOf, type Edges, percentText, type Ratio, units } from '../../text/numerals.ts';

/**
 * The share of its base that a criterion has, in percent. A criterion that is met looks met, and one that is not does not,
 * however near the threshold it is.
 *
 * @returns undefined where the base is zero
 */
export function shareText(evaluation: CountEvaluation): string | undefined {
  return percentText(evaluation.have, evaluation.base, edgesOf(evaluation));
}

/** The threshold, where the share must be seen to be below or above it. */
function edgesOf(evaluation: CountEvaluation): Edges {
  const { criterion, have, base } = evaluation;
  if (base === '0') return {};
  const threshold = thresholdRatio(evaluation);
  const decimals = Math.max(decimalsOf(have), decimalsOf(base));
  const [above, below] = [units(have, decimals) * threshold.denominator, units(base, decimals) * threshold.numerator];
  const { comparison } = criterion.bound;
  if (above < below) return comparison === 'at-most' ? {} : { under: threshold };
  return above > below && (comparison === 'more-than' || isCeiling(criterion)) ? { over: threshold } : {};
}

/** The bound as a share of the base: as written, or what an absolute one comes to. */
export function thresholdRatio({ criterion, need, base }: CountEvaluation): Ratio {
  const { quantity } = criterion.bound;
  if (quantity.kind === 'share')
    return { numerator: BigInt(quantity.numerator), denominator: BigInt(quantity.denominator) };
  const decimals = Math.max(decimalsOf(need), decimalsOf(base));
  return { numerator: units(need, decimals), denominator: units(base, decimals) };
}

/** The same as a number: `53.16`, `55`. */
export const shareNumber = (evaluation: CountEvaluation): string => decimalText(hundredthsOf(shareText(evaluation)), 2);

/** The bound in percent, as a number: `65`, `66.67`. */
export const thresholdNumber = (evaluation: CountEvaluation): string => decimalText(thresholdOf(evaluation), 2);

/** What lies between the share and the bound, in points of a percent, as these two are shown: `11.84`. */
export function pointsBetween(evaluation: CountEvaluation): string {
  const points = thresholdOf(evaluation) - hundredthsOf(shareText(evaluation));
  return decimalText(points < 0n ? -points : points, 2);
}

function thresholdOf(evaluation: CountEvaluation): bigint {
  const { numerator, denominator } = thresholdRatio(evaluation);
  return hundredthsOf(percentText(String(numerator), String(denominator)));
}

const hundredthsOf = (percent = '0.00%'): bigint => BigInt(percent.replace(/[.%]/g, ''));
