import { groupedBy } from '../../../text/grouped.ts';
import type { Constraint } from '../../rule/constraints.ts';
import type { Mover } from './requirement.ts';
import type { Vector } from './vectors.ts';

/** Members that gain the same in every constraint, in their given order: any of them can stand in for any other. */
export type SymmetryClass = readonly [Mover, ...Mover[]];

/**
 * The symmetry classes of the members, ordered by their first members; none for no members.
 *
 * @param trait a further property that all members of a class share, such as being settled
 */
export function symmetryClasses(
  members: readonly Mover[],
  constraints: readonly Constraint[],
  trait: (mover: Mover) => boolean,
): SymmetryClass[] {
  // Most gain something in few of many constraints.
  const gainsOf = new Map(members.map((mover) => [mover.code, `${trait(mover)}`]));
  for (const [index, { gains }] of constraints.entries())
    for (const [code, gain] of gains) {
      const known = gainsOf.get(code);
      if (known !== undefined) gainsOf.set(code, `${known} ${index}:${gain}`);
    }
  return [...groupedBy(members, ({ code }) => gainsOf.get(code) as string).values()];
}

/**
 * A constraint over classes, in doubles: a row of the integer program. A selection meets it when the dot product with
 * `gains` reaches `required`.
 */
export interface Row {
  /** What one member of each class gains. */
  readonly gains: Vector;
  readonly required: number;
  /** The exact numbers are too large for doubles: these are rounded and scaled down. */
  readonly rounded: boolean;
  /** Whether a gain is below zero. */
  readonly signed: boolean;
}

/** Sums of at most this many bits are exact in a double, with room for adding some more. */
const exactBits = 50;

/**
 * The constraints over classes, in the same order. Numbers too large for doubles are scaled down by a power of two.
 *
 * @param lenient how to round: true keeps every selection that meets the constraint, false admits none that does not
 */
export function rowsOf(constraints: readonly Constraint[], classes: readonly SymmetryClass[], lenient: boolean): Row[] {
  return constraints.map((constraint) => {
    let size = constraint.required < 0n ? -constraint.required : constraint.required;
    for (const gain of constraint.gains.values()) size += gain < 0n ? -gain : gain;
    const shift = BigInt(Math.max(0, size.toString(2).length - exactBits));
    const down = (value: bigint): number => Number(value >> shift);
    const up = (value: bigint): number => -Number(-value >> shift);
    const [roundGain, roundRequired] = lenient ? [up, down] : [down, up];
    const gains = Float64Array.from(classes, ([{ code }]) => roundGain(constraint.gains.get(code) ?? 0n));
    return {
      gains,
      required: roundRequired(constraint.required),
      rounded: shift > 0n,
      signed: gains.some((gain) => gain < 0),
    };
  });
}
