import type { Coalitions, MemberSets } from '../../model/path.ts';
import { type Json, number } from '../format/json.ts';

/** Sets of members as data. */
export function memberSetsJson({ size, sets, count, necessary, exact, complete }: MemberSets): {
  readonly [key: string]: Json;
} {
  return { size: size ?? null, sets, count: countJson(count), necessary, exact, complete };
}

/** What people ask of sets of members, as data. */
export function coalitionsJson(coalitions: Coalitions): { readonly [key: string]: Json } {
  const { easiest, toBlock, fewestDemands, leverage, defection, onEvidence } = coalitions;
  return {
    easiest: easiest === undefined ? null : { ...memberSetsJson(easiest), settled: easiest.settled ?? null },
    toBlock: toBlock === undefined ? null : memberSetsJson(toBlock),
    fewestDemands:
      fewestDemands === undefined
        ? null
        : { ...fewestDemands, size: fewestDemands.size ?? null, count: countJson(fewestDemands.count) },
    leverage:
      leverage === undefined
        ? null
        : {
            of: countJson(leverage.of),
            sets: Object.fromEntries([...leverage.sets].map(([code, sets]) => [code, countJson(sets)])),
          },
    defection: defection.map(({ member, size, sets, count, exact }) => {
      return { member, size: size ?? null, sets, count: countJson(count), exact };
    }),
    onEvidence: onEvidence === undefined ? null : memberSetsJson(onEvidence),
  };
}

/** A count; null where counting was given up. */
export const countJson = (count: bigint | undefined): Json => (count === undefined ? null : number(String(count)));
