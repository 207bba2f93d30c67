/*
 * The slow way: every problem of a text, with its place, for a text that is not a roster and for `validate`.
 *
 * Schema and checks are the same as in the fast way (`roster/read/`) and work on the same plain values, so that an
 * explanation is always about what was read. They name the path to a problem; only then is the text read a second time,
 * by the reader that keeps places, and the path looked up there. If the fast reader gives up on the YAML itself, the
 * slow one says why, and its values are checked as far as they go (`docs/decisions/2-two-readers.md`).
 *
 * `document.ts` joins the two readers and puts diagnostics in order. `zod-issues.ts` words what zod finds.
 * `assumptions.ts` reads the file of `--assume-file` in the same way. `places-of-standings.ts` finds the lines for
 * annotations.
 */

import type { Diagnosis } from '../../model/diagnostic.ts';
import type { Roster } from '../../model/roster.ts';
import { advise } from '../check/advice.ts';
import { crossChecks } from '../check/cross-checks.ts';
import { mostMistakes } from '../limits/mistakes.ts';
import { assemble } from '../read/assemble.ts';
import { checked } from '../read/read-roster.ts';
import { isMapping } from '../yaml/cursor.ts';
import type { Found } from '../yaml/errors.ts';
import type { Problem } from '../yaml/problem.ts';
import { diagnosisOf, upToMost } from './diagnosis.ts';
import { type Document, emptyDocument, inspect, notAMapping, toFound } from './document.ts';
import { toProblems } from './zod-issues.ts';

/** What `diagnose` looks for in addition to errors. */
export interface DiagnoseOptions {
  /** Today as an ISO day; without it there is no advice. */
  readonly today?: string;
  /** Whether advice counts as an error; false by default. */
  readonly strict?: boolean;
  /** Finds further problems, such as failed expectations, in a roster without errors. */
  readonly further?: (roster: Roster) => readonly Problem[];
}

/** Every problem of a text, in the order of the text; empty for a sound roster about which there is no advice. */
export function diagnose(text: string, { strict = false, ...options }: DiagnoseOptions = {}): Diagnosis {
  const found = inspect(text, (document) => inspectRoster(document, text, options));
  return diagnosisOf(text, strict ? found.map((diagnostic): Found => ({ ...diagnostic, severity: 'error' })) : found);
}

/** Whether a word of letters is somewhere in a text, and not in quotes alone. */
const outsideQuotes =
  (text: string) =>
  (word: string): boolean =>
    new RegExp(`(?<!["'\\w])${word}(?!["'\\w])`).test(text);

const beginning = 'begin with "title:", "rule:" and "members:"';

function inspectRoster(document: Document, text: string, { today, further }: DiagnoseOptions): Found[] {
  const { value, places, faulty } = document;
  if (value === '') return [emptyDocument(beginning)];
  if (!isMapping(value)) return [notAMapping('a roster must be a mapping', document, beginning)];
  const written = checked(value);
  const mistakes = written.success ? [] : toProblems(written.error.issues, value);
  const across = mistakes.length < mostMistakes ? crossChecks(value) : [];
  const errors = upToMost([...mistakes, ...across], 'error');
  const sound = written.success && errors.length === 0 && !faulty;
  const rest = sound && further !== undefined ? further(assemble(written.data)) : [];
  const advice = today === undefined ? [] : upToMost(advise(value, today, places, outsideQuotes(text)), 'advice');
  return [...errors, ...rest, ...advice].map((problem) => toFound(document, problem));
}
