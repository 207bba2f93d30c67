import { type Leaning, leaningRank, type Stance, traitsOf } from '../../model/stance.ts';
import { compareText } from '../../text/compare.ts';

/** Orders candidates: the proposed one first, then by name. */
export function compareCandidates(
  a: { readonly proposed: boolean; readonly name: string },
  b: { readonly proposed: boolean; readonly name: string },
): number {
  return Number(b.proposed) - Number(a.proposed) || compareText(a.name, b.name);
}

interface Stand {
  readonly stance: Stance;
  readonly leaning?: Leaning;
  readonly code: string;
}

/** Orders holdouts by stance, then by leaning, the furthest from support first, then by code. */
export function compareHoldouts(a: Stand, b: Stand): number {
  return (
    traitsOf[a.stance].rank - traitsOf[b.stance].rank ||
    leaningRank(a.leaning) - leaningRank(b.leaning) ||
    compareText(a.code, b.code)
  );
}
