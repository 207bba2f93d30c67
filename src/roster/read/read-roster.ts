import type { Roster } from '../../model/roster.ts';
import { crossChecks } from '../check/cross-checks.ts';
import { rosterSchema } from '../schema/roster.ts';
import { readValues } from '../yaml/values.ts';
import { assemble } from './assemble.ts';

/**
 * The roster in a text, if nothing is wrong with it. This is the quick way: it keeps no places and explains nothing.
 *
 * @returns undefined when anything at all is wrong; `diagnose` then says what and where
 */
export function readRoster(text: string): Roster | undefined {
  const read = readValues(text);
  return 'value' in read ? rosterOf(read.value) : undefined;
}

/** The roster in plain values; undefined when anything is wrong with them. */
export function rosterOf(value: unknown): Roster | undefined {
  const written = checked(value);
  return written?.success && crossChecks(value).length === 0 ? assemble(written.data) : undefined;
}

/**
 * The schema's answer; undefined when there are more mistakes than zod can carry, which is more than a hundred
 * thousand: it hands them on as arguments, and the stack has an end.
 */
export function checked(value: unknown): ReturnType<typeof rosterSchema.safeParse> | undefined {
  try {
    return rosterSchema.safeParse(value);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return undefined;
  }
}
