import { type Stance, traitsOf } from '../../model/stance.ts';
import { compareText } from '../../text/compare.ts';

/** Orders candidates: the proposed one first, then by name. */
export function compareCandidates(
  a: { readonly proposed: boolean; readonly name: string },
  b: { readonly proposed: boolean; readonly name: string },
): number {
  return Number(b.proposed) - Number(a.proposed) || compareText(a.name, b.name);
}

/** Orders holdouts by stance, the furthest from support first, then by code. */
export function compareHoldouts(a: { stance: Stance; code: string }, b: { stance: Stance; code: string }): number {
  return traitsOf[a.stance].rank - traitsOf[b.stance].rank || compareText(a.code, b.code);
}
