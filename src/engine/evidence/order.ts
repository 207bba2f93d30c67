import type { Stance } from '../../model/stance.ts';
import { compareText } from '../../text/compare.ts';

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
