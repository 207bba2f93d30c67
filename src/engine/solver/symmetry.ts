import type { Standing } from '../../model/snapshot.ts';
import { type Constraint, gainOf } from '../rule/constraints.ts';

/** Members that no constraint tells apart: any one of them is as good as any other. */
export type Alike = readonly [Standing, ...Standing[]];

/** Sorts members into classes of those that gain the same everywhere, and are told apart by nothing else that matters. */
export function classesOf(
  members: readonly Standing[],
  constraints: readonly Constraint[],
  also: (standing: Standing) => boolean,
): Alike[] {
  const classes = new Map<string, [Standing, ...Standing[]]>();
  for (const standing of members) {
    const key = `${also(standing)} ${constraints.map(({ gains }) => gains.get(standing.code) ?? 0n).join(' ')}`;
    const known = classes.get(key);
    if (known === undefined) classes.set(key, [standing]);
    else known.push(standing);
  }
  return [...classes.values()];
}

/** A constraint in numbers, by class: what one member of each gains. */
export interface ClassConstraint {
  readonly gains: readonly number[];
  readonly required: number;
  /** The numbers stand for larger ones, rounded. */
  readonly rounded: boolean;
}

/** Sums below this many bits are exact in a double, with room to add some. */
const bits = 50;

/**
 * Constraints in numbers. Where they are too large for that, they are rounded.
 *
 * @param lenient round so that what meets the constraint meets the row, and not so that what meets the row meets it
 */
export function classConstraints(
  constraints: readonly Constraint[],
  classes: readonly Alike[],
  lenient: boolean,
): ClassConstraint[] {
  return constraints.map((constraint) => {
    const shift = BigInt(Math.max(0, gainOf(constraint).toString(2).length - bits));
    const down = (value: bigint): number => Number(value >> shift);
    const up = (value: bigint): number => -Number(-value >> shift);
    const [ofGain, ofRequired] = lenient ? [up, down] : [down, up];
    return {
      gains: classes.map(([{ code }]) => ofGain(constraint.gains.get(code) ?? 0n)),
      required: ofRequired(constraint.required),
      rounded: shift > 0n,
    };
  });
}
