import type { Agreed, AgreementLevel, AgreementRange } from '../../model/decisions/agreement.ts';

/**
 * Those that agreed most and least often, by share, and of equal shares those compared more often. What was compared
 * less than half as often as can be is left out: once of once says little where others were compared ten times.
 *
 * @returns undefined where nothing could be compared
 */
export function mostAndLeast<A extends Agreed>(pairs: readonly A[]): AgreementRange<A> | undefined {
  const largest = pairs.reduce((most, { of }) => Math.max(most, of), 0);
  const told = pairs.filter(({ of }) => of > 0 && 2 * of >= largest);
  const [first] = told;
  if (first === undefined) return undefined;
  const level = (sign: 1 | -1): AgreementLevel<A> => {
    const best = told.reduce((a, b) => ((sign * compareShares(b, a) || b.of - a.of) > 0 ? b : a), first);
    const { agreed, of } = best;
    return { agreed, of, pairs: told.filter((pair) => pair.agreed === agreed && pair.of === of) };
  };
  return { most: level(1), least: level(-1) };
}

/** The order of shares, the smallest first; exact, by cross-multiplication. */
export const compareShares = (a: Agreed, b: Agreed): number => a.agreed * b.of - b.agreed * a.of;
