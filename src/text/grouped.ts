/** Adds a value to the group of its key, and makes the group if it is the first. */
export function addTo<K, T>(groups: Map<K, [T, ...T[]]>, key: K, value: T): void {
  const known = groups.get(key);
  if (known === undefined) groups.set(key, [value]);
  else known.push(value);
}

/** A test whether a value has a key that no other of these values has. */
export function isOnlyOne<K, T>(values: Iterable<T>, keyOf: (value: T) => K | undefined): (value: T) => boolean {
  const times = new Map<K, number>();
  for (const value of values) {
    const key = keyOf(value);
    if (key !== undefined) times.set(key, (times.get(key) ?? 0) + 1);
  }
  return (value) => {
    const key = keyOf(value);
    return key !== undefined && times.get(key) === 1;
  };
}

/** Values by a key that several may share: the groups in the order of their first values, each in the order given. */
export function groupedBy<K, T>(values: Iterable<T>, keyOf: (value: T) => K): Map<K, [T, ...T[]]> {
  const groups = new Map<K, [T, ...T[]]>();
  for (const value of values) addTo(groups, keyOf(value), value);
  return groups;
}
