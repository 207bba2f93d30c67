import type { Need } from '../solver/program/need.ts';

/** Inclusion–exclusion: the coefficient of each conjunction, by its bit set of constraint indexes. */
export type Coefficients = ReadonlyMap<number, number>;

const mostConstraints = 30;
const mostConjunctions = 128;

/**
 * A need as a sum of conjunctions with coefficients. For whatever meets the need, the coefficients of the conjunctions
 * that it meets add up to one; for anything else, to zero. `any` of a and b gives a + b - ab.
 *
 * @returns undefined when there are too many constraints or conjunctions
 */
export function inclusionExclusion(need: Need): Coefficients | undefined {
  if (need.kind === 'constraint') return need.index < mostConstraints ? new Map([[1 << need.index, 1]]) : undefined;
  // De Morgan: any of them is not all of their complements.
  const negated = need.kind === 'any';
  let all: Coefficients | undefined = new Map([[0, 1]]);
  for (const part of need.of) {
    const own = inclusionExclusion(part);
    all = all && own && product(all, negated ? complement(own) : own);
  }
  return all && negated ? complement(all) : all;
}

/** One minus the sum: what does not meet the need. */
function complement(coefficients: Coefficients): Coefficients {
  return collected([[0, 1], ...[...coefficients].map(([bits, times]) => [bits, -times] as const)]);
}

function product(left: Coefficients, right: Coefficients): Coefficients | undefined {
  const all = collected([...left].flatMap(([a, m]) => [...right].map(([b, n]) => [a | b, m * n] as const)));
  return all.size > mostConjunctions ? undefined : all;
}

/** Adds up the coefficients of equal conjunctions and drops those that come to zero. */
function collected(terms: readonly (readonly [bits: number, times: number])[]): Coefficients {
  const sums = new Map<number, number>();
  for (const [bits, times] of terms) sums.set(bits, (sums.get(bits) ?? 0) + times);
  return new Map([...sums].filter(([, times]) => times !== 0));
}
