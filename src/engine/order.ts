import type { Stance } from '../model/stance.ts';

/** Holdouts are listed worst first: no, then no yet, then those that do not stand in the way. */
const furthest: readonly Stance[] = [
  'oppose',
  'withheld',
  'conditional',
  'unclear',
  'undeclared',
  'abstain',
  'no-objection',
  'recused',
  'support',
];
const rank = Object.fromEntries(furthest.map((stance, index) => [stance, index])) as Readonly<Record<Stance, number>>;

/** Text by code units: the same order everywhere, whatever the locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Amounts, the largest first. */
export function compareAmounts(a: bigint, b: bigint): number {
  return a < b ? 1 : a > b ? -1 : 0;
}

/** The proposed one first, then by name. */
export function compareCandidates(
  a: { readonly proposed: boolean; readonly name: string },
  b: { readonly proposed: boolean; readonly name: string },
): number {
  return Number(b.proposed) - Number(a.proposed) || compareText(a.name, b.name);
}

/** Worst first, then by code. */
export function compareHoldouts(a: { stance: Stance; code: string }, b: { stance: Stance; code: string }): number {
  return rank[a.stance] - rank[b.stance] || compareText(a.code, b.code);
}
