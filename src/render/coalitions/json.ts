import type { Coalitions, Defection, MemberSets } from '../../model/path.ts';
import type { MemberView } from '../../model/view.ts';
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
    defection: defection.map((one) => ({ member: one.member, ...defectionJson(one) })),
    onEvidence: onEvidence === undefined ? null : memberSetsJson(onEvidence),
  };
}

/** The part of one member in the sets, as data: how many sets there are, and how many hold it. */
export function memberPartJson({ history: { member }, path, coalitions, demands }: MemberView) {
  const { code } = member;
  const { easiest, toBlock, fewestDemands, onEvidence } = coalitions;
  const own = demands.filter(({ members }) => members.includes(code)).map(({ id, text }) => id ?? text);
  const needed = new Set(fewestDemands?.sets.flat());
  const defection = coalitions.defection.find((one) => one.member === code);
  return {
    easiest: easiest === undefined ? null : { ...partJson(easiest, code), settled: easiest.settled ?? null },
    path: partJson(path, code),
    toBlock: partJson(toBlock, code),
    fewestDemands:
      fewestDemands === undefined
        ? null
        : { size: fewestDemands.size ?? null, own: own.filter((label) => needed.has(label)) },
    defection: defection === undefined ? null : defectionJson(defection),
    onEvidence: partJson(onEvidence, code),
  } satisfies Readonly<Record<string, Json>>;
}

/** The part of a member that is not in the roster on the date. */
export const noPartJson: Readonly<Record<keyof ReturnType<typeof memberPartJson>, null>> = {
  easiest: null,
  path: null,
  toBlock: null,
  fewestDemands: null,
  defection: null,
  onEvidence: null,
};

function partJson(sets: MemberSets | undefined, code: string): { readonly [key: string]: Json } | null {
  if (sets === undefined) return null;
  const { size, count, holding } = sets;
  return { size: size ?? null, of: countJson(count), sets: countJson(holding && (holding.get(code) ?? 0n)) };
}

function defectionJson({ size, sets, count, exact }: Defection) {
  return { size: size ?? null, sets, count: countJson(count), exact };
}

/** A count; null where counting was given up. */
export const countJson = (count: bigint | undefined): Json => (count === undefined ? null : number(String(count)));
