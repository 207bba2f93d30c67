import { type CountCriterion, type Criterion, criteriaThatCount, type Effect, isCeiling } from '../../model/rule.ts';
import { type Stance, stances, traitsOf } from '../../model/stance.ts';

/** What each stance does under a rule, for a member that all its criteria look at. */
export function effectsOf(criterion: Criterion): Readonly<Record<Stance, Effect>> {
  const counts = criteriaThatCount(criterion);
  const effect = (stance: Stance): Effect => {
    if (!traitsOf[stance].takesPart) return 'left-out';
    const found = new Set(counts.map((leaf) => effectUnder(leaf, stance)));
    return found.has('for') ? 'for' : found.has('against') ? 'against' : 'none';
  };
  return Object.fromEntries(stances.map((stance) => [stance, effect(stance)])) as Record<Stance, Effect>;
}

/** What a rule needs besides stances: weights of the members it looks at, and groups, each once. */
export function needsOf(criterion: Criterion): {
  readonly weights: readonly string[];
  readonly groups: readonly string[];
} {
  const counts = criteriaThatCount(criterion);
  const weights = new Set(counts.flatMap(({ by }) => (by === 'members' ? [] : [by])));
  const groups = new Set(counts.flatMap(({ group }) => group ?? []));
  return { weights: [...weights], groups: [...groups] };
}

/** A floor is harder to meet with more in its base, a ceiling with more that it counts. */
function effectUnder(leaf: CountCriterion, stance: Stance): Effect {
  const { count, of, bound } = leaf;
  if (isCeiling(leaf)) return count.includes(stance) ? 'against' : 'none';
  if (count.includes(stance)) return 'for';
  const inBase = bound.quantity.kind !== 'absolute' && (of === 'members' || of.includes(stance));
  return inBase ? 'against' : 'none';
}
