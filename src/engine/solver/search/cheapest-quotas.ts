import type { Alternative } from '../program/need.ts';
import { at, total, type Vector } from '../program/vectors.ts';
import { firstStep, type LeveledSearch, type Witness } from './first-step.ts';

/** Quotas at which a need can be met, with a witness for each alternative that is met. */
export interface MetQuotas {
  readonly search: LeveledSearch;
  readonly quotas: readonly number[];
  readonly witnesses: readonly [Witness, ...Witness[]];
}

/** The fewest members that meet an alternative, in a search with one level. */
export function fewestMembers(
  search: LeveledSearch,
  alternatives: readonly Alternative[],
  known: Vector | undefined,
): MetQuotas | undefined {
  const to = total(known ?? search.program.sizes);
  const found = firstStep(search, alternatives, { quotasAt: (size) => [size], from: 0, to, last: known });
  return found && { search, quotas: [found.step], witnesses: found.witnesses };
}

/**
 * The fewest settled members that meet an alternative together with any number of pending ones, and then the fewest
 * pending ones. The search has the pending members on its first level, the settled ones on its second.
 */
export function fewestSettled(search: LeveledSearch, alternatives: readonly Alternative[]): MetQuotas | undefined {
  const [pending, settled] = [0, 1].map((level) => numberOn(search, level)) as [number, number];
  // Without signed rows nobody who comes in addition does harm, so the number of settled members is that with all
  // pending ones.
  const dear = firstStep(search, alternatives, { quotasAt: (number) => [pending, number], from: 0, to: settled });
  if (dear === undefined) return undefined;
  const able = dear.witnesses.map(({ alternative }) => alternative);
  const quotasAt = (number: number): number[] => [number, dear.step];
  const cheap = firstStep(search, able, { quotasAt, from: 0, to: pending });
  return cheap && { search, quotas: quotasAt(cheap.step), witnesses: cheap.witnesses };
}

/**
 * The quotas of sets of a size that can be met, by their number of settled members, the fewest first. The search has
 * the pending members on its first level, the settled ones on its second.
 */
export function* quotasOfSize(
  search: LeveledSearch,
  alternatives: readonly Alternative[],
  size: number,
): Generator<MetQuotas> {
  const quotasAt = (settled: number): number[] => [size - settled, settled];
  const to = Math.min(size, numberOn(search, 1));
  for (let from = Math.max(0, size - numberOn(search, 0)); from <= to; ) {
    const found = firstStep(search, alternatives, { quotasAt, from, to });
    if (found === undefined) return;
    yield { search, quotas: quotasAt(found.step), witnesses: found.witnesses };
    from = found.step + 1;
  }
}

function numberOn({ program: { sizes }, levels }: LeveledSearch, level: number): number {
  return total(sizes.map((size, index) => (at(levels, index) === level ? size : 0)));
}
