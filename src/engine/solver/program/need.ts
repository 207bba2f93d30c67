/** What must hold, over constraints by index: a tree. `all` of nothing is always met, `any` of nothing never. */
export type Need =
  | { readonly kind: 'constraint'; readonly index: number }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Need[] };

/** The need that is met whoever moves. */
export const alwaysMet: Need = { kind: 'all', of: [] };
/** The need that cannot be met whoever moves. */
export const neverMet: Need = { kind: 'any', of: [] };

/** Whether a simplified need is `alwaysMet`. */
export const isAlwaysMet = (need: Need): boolean => need.kind === 'all' && need.of.length === 0;
/** Whether a simplified need is `neverMet`. */
export const isNeverMet = (need: Need): boolean => need.kind === 'any' && need.of.length === 0;

/** Needs under one connective, simplified: without parts that are always or never met, repeated, or nested alike. */
export function combined(kind: 'all' | 'any', of: readonly Need[]): Need {
  const [decisive, idle] = kind === 'all' ? [isNeverMet, isAlwaysMet] : [isAlwaysMet, isNeverMet];
  const parts = of.filter((need) => !idle(need)).flatMap((need) => (need.kind === kind ? need.of : [need]));
  const known = new Set<number>();
  const rest = parts.filter((need) => {
    if (need.kind !== 'constraint') return true;
    const isNew = !known.has(need.index);
    known.add(need.index);
    return isNew;
  });
  const decided = rest.find(decisive);
  if (decided !== undefined) return decided;
  const [only] = rest;
  return only !== undefined && rest.length === 1 ? only : { kind, of: rest };
}

/** The need with another need in place of each constraint, simplified. */
export function substituted(need: Need, known: (index: number) => Need): Need {
  return need.kind === 'constraint'
    ? known(need.index)
    : combined(
        need.kind,
        need.of.map((part) => substituted(part, known)),
      );
}

/** Whether a need is met, given which constraints hold. */
export function isMet(need: Need, holds: (index: number) => boolean): boolean {
  if (need.kind === 'constraint') return holds(need.index);
  return need.kind === 'all' ? need.of.every((part) => isMet(part, holds)) : need.of.some((part) => isMet(part, holds));
}

/** The indexes of the constraints in a need, each once. */
export function indexesIn(need: Need): readonly number[] {
  const found = new Set<number>();
  const collect = (part: Need): void => {
    if (part.kind === 'constraint') found.add(part.index);
    else for (const inner of part.of) collect(inner);
  };
  collect(need);
  return [...found];
}

/** One way to meet a need: constraints that must all hold, and disjunctions: lists of needs, one of each to be met. */
export interface Alternative {
  readonly must: readonly number[];
  readonly disjunctions: readonly (readonly Need[])[];
}

/** The most alternatives into which an `all` is multiplied out. */
const mostAlternatives = 64;

/**
 * The alternatives of a need: it is met where one of them is. An `all` whose disjunctions would make too many of them
 * keeps its disjunctions.
 */
export function alternativesOf(need: Need): readonly Alternative[] {
  const all = need.kind === 'any' ? need.of.flatMap(alternativesOf) : (multipliedOut(need) ?? [conjunctionOf(need)]);
  if (all.length > mostAlternatives) return all;
  // One that asks for more than another is not needed.
  return all.filter(
    (one, index) =>
      !all.some(
        (other, where) => where !== index && asksForLess(other, one) && (where < index || !asksForLess(one, other)),
      ),
  );
}

function multipliedOut(need: Need): readonly Alternative[] | undefined {
  if (need.kind === 'constraint') return [{ must: [need.index], disjunctions: [] }];
  if (need.kind === 'any') {
    const parts = need.of.map(multipliedOut);
    return parts.includes(undefined) ? undefined : (parts as (readonly Alternative[])[]).flat();
  }
  let all: readonly Alternative[] = [{ must: [], disjunctions: [] }];
  for (const part of need.of) {
    const own = multipliedOut(part);
    if (own === undefined || own.length * all.length > mostAlternatives) return undefined;
    all = all.flatMap((one) => own.map((other) => both(one, other)));
  }
  return all;
}

/** The alternative of a need that is not an alternative itself: its disjunctions are kept. */
export function conjunctionOf(need: Need): Alternative {
  if (need.kind === 'constraint') return { must: [need.index], disjunctions: [] };
  if (need.kind === 'any') return { must: [], disjunctions: [need.of] };
  return need.of.map(conjunctionOf).reduce(both, { must: [], disjunctions: [] });
}

/** Both of two alternatives. */
export function both(one: Alternative, other: Alternative): Alternative {
  return {
    must: [...new Set([...one.must, ...other.must])],
    disjunctions: [...one.disjunctions, ...other.disjunctions],
  };
}

function asksForLess(one: Alternative, other: Alternative): boolean {
  return one.disjunctions.length === 0 && one.must.every((index) => other.must.includes(index));
}
