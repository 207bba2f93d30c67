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
