import { type Stance, stances } from '../../model/stance.ts';
import type { Composition, StanceShare } from '../../model/tally.ts';
import { decimalText } from '../../text/decimal.ts';
import type { Measure, ScopedMember } from './constraints.ts';
import type { Evaluated } from './evaluate.ts';

/** The composition of each criterion that counts, from left to right. */
export function compositionsOf({ figures, of }: Evaluated): Composition[] {
  return figures === undefined ? of.flatMap(compositionsOf) : [compositionOf(figures)];
}

function compositionOf({ members, decimals }: Measure): Composition {
  const byStance = new Map<Stance, ScopedMember[]>();
  for (const member of members) {
    const { stance } = member.standing;
    const alike = byStance.get(stance);
    if (alike === undefined) byStance.set(stance, [member]);
    else alike.push(member);
  }
  const shareOf = (stance: Stance, counted: boolean): StanceShare[] => {
    const alike = (byStance.get(stance) ?? []).filter(({ counts }) => counts === counted);
    const amount = alike.reduce((sum, { weight }) => sum + weight, 0n);
    if (amount === 0n) return [];
    return [{ stance, counted, inBase: alike.some(({ inBase }) => inBase), amount: decimalText(amount, decimals) }];
  };
  return {
    counted: members.flatMap(({ standing, counts }) => (counts ? standing.code : [])),
    shares: stances.flatMap((stance) => [...shareOf(stance, true), ...shareOf(stance, false)]),
  };
}
