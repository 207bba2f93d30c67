import { type Stance, stances } from '../../model/stance.ts';
import type { Composition, StanceShare } from '../../model/tally.ts';
import { decimalText } from '../../text/decimal.ts';
import type { Measure } from './constraints.ts';
import type { Evaluated } from './evaluate.ts';

/** The composition of each criterion that counts, from left to right. */
export function compositionsOf({ figures, of }: Evaluated): Composition[] {
  return figures === undefined ? of.flatMap(compositionsOf) : [compositionOf(figures)];
}

function compositionOf({ members, decimals }: Measure): Composition {
  const [counted, others] = [new Map<Stance, Share>(), new Map<Stance, Share>()];
  const codes: string[] = [];
  for (const { standing, weight, counts, inBase } of members) {
    const shares = counts ? counted : others;
    const share = shares.get(standing.stance);
    if (share === undefined) shares.set(standing.stance, { amount: weight, inBase });
    else {
      share.amount += weight;
      share.inBase ||= inBase;
    }
    if (counts) codes.push(standing.code);
  }
  const shareOf = (stance: Stance, isCounted: boolean): StanceShare[] => {
    const { amount, inBase } = (isCounted ? counted : others).get(stance) ?? { amount: 0n, inBase: false };
    return amount === 0n ? [] : [{ stance, counted: isCounted, inBase, amount: decimalText(amount, decimals) }];
  };
  return {
    counted: codes,
    shares: stances.flatMap((stance) => [...shareOf(stance, true), ...shareOf(stance, false)]),
  };
}

/** The sum of the weights of members with the same stance, and whether one of them is in the base. */
interface Share {
  amount: bigint;
  inBase: boolean;
}
