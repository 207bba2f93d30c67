/** A type whose properties can still be set: for an object that is made step by step. */
export type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** All properties of a type, in which optional ones must be named and may be undefined. */
type Named<T> = { readonly [K in keyof T]-?: T[K] | (Partial<Pick<T, K>> extends Pick<T, K> ? undefined : never) };

/**
 * An object without the properties that are undefined. Every property of the type must be named, so that calls stop
 * compiling when the type gets a new one.
 */
export function defined<T extends object>(entries: Named<NoInfer<T>>): T {
  const result: Record<string, unknown> = {};
  for (const name in entries) {
    const value = entries[name as keyof typeof entries];
    if (value !== undefined) result[name] = value;
  }
  return result as T;
}
