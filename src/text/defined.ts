/** All entries of an object, including those that it may lack. */
type Named<T> = { readonly [K in keyof T]-?: T[K] | (Partial<Pick<T, K>> extends Pick<T, K> ? undefined : never) };

/**
 * An object without the entries that are undefined. Every entry of its type must be named, so that one that is added to
 * the type does not compile until it is named here.
 */
export function defined<T extends object>(entries: Named<NoInfer<T>>): T {
  const result: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(entries)) if (value !== undefined) result[name] = value;
  return result as T;
}
