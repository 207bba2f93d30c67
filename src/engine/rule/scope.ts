import type { CountCriterion } from '../../model/rule.ts';
import type { Standing } from '../../model/snapshot.ts';
import { finest } from '../../text/decimal.ts';
import { addTo, groupedBy } from '../../text/grouped.ts';

/*
 * A rule may have many criteria about few members each. What is worked out once for a list of members, which never
 * changes, keeps each of them from going through all members.
 */

const placesIn = new WeakMap<readonly unknown[], ReadonlyMap<string, readonly number[]>>();
const finestIn = new WeakMap<readonly unknown[], Map<string, number>>();

/**
 * The items about members that a criterion names, in their order; all items if it names none, or so many that it may as
 * well look at all.
 *
 * @param codeOf the code of the member that an item is about
 */
export function itemsInScope<T>(
  { among }: Pick<CountCriterion, 'among'>,
  items: readonly T[],
  codeOf: (item: T) => string,
): readonly T[] {
  if (among === undefined || !('only' in among) || 8 * among.only.length > items.length) return items;
  const places = placesIn.get(items) ?? groupedBy(items.keys(), (place) => codeOf(items[place] as T));
  placesIn.set(items, places);
  const found = Int32Array.from(new Set(among.only.flatMap((code) => places.get(code) ?? []))).sort();
  return Array.from(found, (place) => items[place] as T);
}

/**
 * A function from the code of a member to the items about criteria that may have it in their scope: those that do not
 * name the members that they look at, and those that name it.
 *
 * @param criterionOf the criterion that an item is about
 */
export function byMember<T>(
  items: readonly T[],
  criterionOf: (item: T) => Pick<CountCriterion, 'among'>,
): (code: string) => readonly T[] {
  const general: T[] = [];
  const naming = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const { among } = criterionOf(item);
    if (among === undefined || !('only' in among)) general.push(item);
    else for (const code of new Set(among.only)) addTo(naming, code, item);
  }
  return (code) => {
    const named = naming.get(code);
    return named === undefined ? general : [...general, ...named];
  };
}

/** The members that a criterion names, in their order; all of them if it names none. */
export const membersInScope = (
  criterion: Pick<CountCriterion, 'among'>,
  members: readonly Standing[],
): readonly Standing[] => itemsInScope(criterion, members, ({ code }) => code);

/** The most decimals that a weight of the members has under a criterion. */
export function finestUnder({ by }: Pick<CountCriterion, 'by'>, members: readonly Pick<Standing, 'weights'>[]): number {
  if (by === 'members') return 0;
  const known = finestIn.get(members) ?? new Map<string, number>();
  finestIn.set(members, known);
  const decimals = known.get(by) ?? finest(members.map((member) => weightUnder({ by }, member)));
  known.set(by, decimals);
  return decimals;
}

/** The weight of a member under a criterion, as an exact decimal: 1 if it counts members, 0 if the member has none. */
export function weightUnder({ by }: Pick<CountCriterion, 'by'>, { weights }: Pick<Standing, 'weights'>): string {
  return by === 'members' ? '1' : (Object.hasOwn(weights, by) && weights[by]) || '0';
}
