import { isCeiling } from '../../model/rule.ts';
import type { Stance } from '../../model/stance.ts';
import type { TimelineState } from '../../model/timeline.ts';
import { mainCount } from '../../render/timeline/chart/series.ts';
import { spectrum } from '../palette.ts';

/** How high the members must stack up, or how high they may not reach down. */
export interface Threshold {
  /** Members below the line. */
  readonly level: number;
  /** The number as the rule has it. */
  readonly need: string;
  readonly ceiling: boolean;
}

/**
 * The line that the layers of a state must reach.
 *
 * @returns undefined for a rule whose main criterion does not count all members, or counts stances that are not
 * neighbours in the stack: no line would be right
 */
export function thresholdOf({ evaluation, counts }: TimelineState): Threshold | undefined {
  const { criterion, need } = mainCount(evaluation);
  const { by, among, withWhy, count } = criterion;
  if (by !== 'members' || among !== undefined || withWhy || need.startsWith('-')) return undefined;
  const ceiling = isCeiling(criterion);
  const stacked = ceiling ? [...inStack].reverse() : inStack;
  if (!stacked.slice(0, count.length).every((stance) => count.includes(stance))) return undefined;
  const level = ceiling ? counts.members - counts.recused - Number(need) : Number(need);
  return { level: Math.max(0, level), need, ceiling };
}

/** A recused member lies on top of the stack and is counted nowhere. */
const inStack: readonly Stance[] = spectrum.filter((stance) => stance !== 'recused');
