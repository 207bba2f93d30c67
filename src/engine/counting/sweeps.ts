import { at, itemAt, type Vector } from '../solver/program/vectors.ts';
import type { Half } from './layers.ts';
import { reduced } from './residues.ts';

/** A modulus, and by class the number of ways to choose some of its members. */
export interface Arithmetic {
  readonly modulus: number;
  readonly choose: readonly Vector[];
}

/** By layer, of each entry: how many selections it stands for. */
export type Ways = readonly Vector[];

/** The sweep forward through the layers of a half. */
export function waysOf({ layers, extensions }: Half, { modulus, choose }: Arithmetic): Ways {
  const all: Float64Array[] = [new Float64Array([1])];
  for (const [step, { index, from, more, to }] of extensions.entries()) {
    const before = itemAt(all, step);
    const after = new Float64Array(itemAt(layers, step + 1).length);
    const own = itemAt(choose, index);
    for (let edge = 0; edge < from.length; edge += 1) {
      const target = to[edge] as number;
      const ways = reduced(at(before, from[edge] as number) * at(own, more[edge] as number), modulus);
      after[target] = reduced(at(after, target) + ways, modulus);
    }
    all.push(after);
  }
  return all;
}

/** What all selections weigh together, and by class the same times how many of its members they have. */
export interface Weighed {
  readonly total: number;
  readonly byClass: ReadonlyMap<number, number>;
}

/**
 * The sweep back, as in reverse differentiation: from what the selections weigh that complete each entry of the last
 * layer to what each class has in them.
 */
export function weighed({ layers, extensions }: Half, ways: Ways, last: Vector, arithmetic: Arithmetic): Weighed {
  const { modulus, choose } = arithmetic;
  const byClass = new Map<number, number>();
  let adjoint = last;
  for (let step = extensions.length - 1; step >= 0; step -= 1) {
    const { index, from, more, to } = itemAt(extensions, step);
    const [before, next] = [itemAt(ways, step), new Float64Array(itemAt(layers, step).length)];
    const own = itemAt(choose, index);
    let held = 0;
    for (let edge = 0; edge < from.length; edge += 1) {
      const [source, number] = [from[edge] as number, more[edge] as number];
      const share = reduced(at(adjoint, to[edge] as number) * at(own, number), modulus);
      next[source] = reduced(at(next, source) + share, modulus);
      const weight = reduced(share * at(before, source), modulus);
      held = reduced(held + reduced(weight * number, modulus), modulus);
    }
    byClass.set(index, held);
    adjoint = next;
  }
  return { total: at(adjoint, 0), byClass };
}
