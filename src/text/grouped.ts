/** Adds a value to the group of its key, and makes the group if it is the first. */
export function addTo<K, T>(groups: Map<K, [T, ...T[]]>, key: K, value: T): void {
  const known = groups.get(key);
  if (known === undefined) groups.set(key, [value]);
  else known.push(value);
}

/** Values by a key that several may share: the groups in the order of their first values, each in the order given. */
export function groupedBy<K, T>(values: Iterable<T>, keyOf: (value: T) => K): Map<K, [T, ...T[]]> {
  const groups = new Map<K, [T, ...T[]]>();
  for (const value of values) addTo(groups, keyOf(value), value);
  return groups;
}

/**
 * Groups of values whose keys are the same, in the order of their first values.
 *
 * @param partOf a part of the key that is there already: no key is made for a value that shares it with no other
 */
export function groupsOf<T>(
  values: readonly T[],
  partOf: (value: T) => string | undefined,
  keyOf: (value: T) => string,
): [T, ...T[]][] {
  const sharing = [...groupedBy(values, partOf).values()];
  if (sharing.length === values.length) return sharing;
  const groups = new Map<T, [T, ...T[]]>();
  for (const group of sharing)
    for (const alike of group.length === 1 ? [group] : groupedBy(group, keyOf).values()) groups.set(alike[0], alike);
  const inOrder: [T, ...T[]][] = [];
  for (const value of values) {
    const group = groups.get(value);
    if (group === undefined) continue;
    inOrder.push(group);
    groups.delete(value);
  }
  return inOrder;
}
