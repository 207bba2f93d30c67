import { type CountCriterion, type Criterion, criteriaThatCount, type Effect, isCeiling } from '../../model/rule.ts';
import { type Stance, stances, traitsOf } from '../../model/stance.ts';

/** The effect of each stance under a rule, for a member in the scope of all its criteria. */
export function effectsOf(criterion: Criterion): Readonly<Record<Stance, Effect>> {
  const counts = criteriaThatCount(criterion);
  const effect = (stance: Stance): Effect => {
    if (!traitsOf[stance].takesPart) return 'left-out';
    const found = new Set(counts.map((leaf) => effectUnder(leaf, stance)));
    return found.has('for') ? 'for' : found.has('against') ? 'against' : 'none';
  };
  return Object.fromEntries(stances.map((stance) => [stance, effect(stance)])) as Record<Stance, Effect>;
}

/** The weights and groups that a rule names, each once, from left to right. */
export function needsOf(criterion: Criterion): {
  readonly weights: readonly string[];
  readonly groups: readonly string[];
} {
  const counts = criteriaThatCount(criterion);
  const weights = new Set(counts.flatMap(({ by }) => (by === 'members' ? [] : [by])));
  const groups = new Set(counts.flatMap(({ group }) => group ?? []));
  return { weights: [...weights], groups: [...groups] };
}

/** The effect under one criterion. A floor is harder to meet with more in its base, a ceiling with more counted. */
function effectUnder(leaf: CountCriterion, stance: Stance): Effect {
  const { count, of, bound } = leaf;
  if (isCeiling(leaf)) return count.includes(stance) ? 'against' : 'none';
  if (count.includes(stance)) return 'for';
  const inBase = bound.quantity.kind !== 'absolute' && (of === 'members' || of.includes(stance));
  return inBase ? 'against' : 'none';
}
