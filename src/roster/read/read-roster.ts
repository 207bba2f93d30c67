/*
 * The fast way from a text to a roster, which most runs take: plain values from the fast reader of YAML, the schema,
 * the checks across entries, and `assemble`, which sorts and fills in.
 *
 * It keeps no places and explains nothing. If anything is wrong the result is undefined, and `roster/diagnose/` reads
 * the text again to say what and where. Nothing here may import that folder, or a sound roster would pay for loading
 * it (`docs/decisions/2-two-readers.md`).
 */

import type { Roster } from '../../model/roster.ts';
import { crossChecks } from '../check/cross-checks.ts';
import { checkedBy } from '../limits/mistakes.ts';
import { rosterSchema } from '../schema/roster.ts';
import { readValues } from '../yaml/values.ts';
import { assemble } from './assemble.ts';
import { compile, refused } from './compile.ts';

/**
 * The roster in a text.
 *
 * @returns undefined if the text has any error; `diagnose` reports them
 */
export function readRoster(text: string): Roster | undefined {
  const read = readValues(text);
  return 'value' in read ? rosterOf(read.value) : undefined;
}

/** The roster in the plain values of a document; undefined if they have any error. */
export function rosterOf(value: unknown): Roster | undefined {
  const written = readWritten(value);
  return written !== refused && crossChecks(value).length === 0 ? assemble(written) : undefined;
}

/** What is written in the plain values of a document, by the schema; `refused` if it refuses any of them. */
export const readWritten = compile(rosterSchema);

/** The schema's result for plain values, with every mistake unless there are very many. */
export const checked = (value: unknown): ReturnType<typeof rosterSchema.safeParse> => checkedBy(rosterSchema, value);
