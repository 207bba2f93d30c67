import type { Need } from './requirement.ts';

/** Constraints that must all be met, as a set of bits, and how often what meets them all is counted. */
export type Terms = ReadonlyMap<number, number>;

const mostConstraints = 30;
const mostTerms = 128;

/**
 * A need as a sum of conjunctions, in which whatever meets the need is counted once: one or the other is one, and the
 * other, less both.
 *
 * @returns undefined when there would be too many
 */
export function termsOf(need: Need): Terms | undefined {
  if (need.kind === 'constraint') return need.index < mostConstraints ? new Map([[1 << need.index, 1]]) : undefined;
  // Any of them: not all of their opposites.
  const opposite = need.kind === 'any';
  let product: Terms | undefined = new Map([[0, 1]]);
  for (const part of need.of) {
    const terms = termsOf(part);
    product = product && terms && times(product, opposite ? lessThanAll(terms) : terms);
  }
  return product && opposite ? lessThanAll(product) : product;
}

/** What does not meet it. */
function lessThanAll(terms: Terms): Terms {
  return summed([[0, 1], ...[...terms].map(([bits, times]) => [bits, -times] as const)]);
}

function times(left: Terms, right: Terms): Terms | undefined {
  const product = summed([...left].flatMap(([a, m]) => [...right].map(([b, n]) => [a | b, m * n] as const)));
  return product.size > mostTerms ? undefined : product;
}

function summed(parts: readonly (readonly [number, number])[]): Terms {
  const sums = new Map<number, number>();
  for (const [bits, times] of parts) sums.set(bits, (sums.get(bits) ?? 0) + times);
  return new Map([...sums].filter(([, times]) => times !== 0));
}
