import * as z from 'zod/mini';
import { to } from './blocks.ts';
import { formed } from './forms.ts';

/**
 * Chooses a schema by the look of the value, so that a problem is explained in the words of the form that was meant.
 *
 * @param name for a choice that is a part of itself
 */
export function choose<T, K extends string>(
  options: Readonly<Record<K, z.ZodMiniType<T>>>,
  pick: (value: unknown) => K,
  name?: string,
): z.ZodMiniType<T> {
  const schema = to(z.unknown(), (value, context): T => {
    const result = options[pick(value)].safeParse(value);
    if (result.success) return result.data;
    context.issues.push(...(result.error.issues as never[]));
    return z.NEVER;
  });
  return formed(schema, {
    kind: 'choice',
    ...(name !== undefined && { name }),
    options: Object.values(options),
  }) as unknown as z.ZodMiniType<T>;
}

/** Which of three forms a value has; each has a schema of its own. */
export const textListOrMapping = (value: unknown) =>
  typeof value === 'string' ? 'text' : Array.isArray(value) ? 'list' : 'mapping';
