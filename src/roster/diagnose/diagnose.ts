import type { Diagnosis } from '../../model/diagnostic.ts';
import type { Roster } from '../../model/roster.ts';
import { advise } from '../check/advice.ts';
import { crossChecks } from '../check/cross-checks.ts';
import { assemble } from '../read/assemble.ts';
import { checked } from '../read/read-roster.ts';
import { isMapping } from '../yaml/cursor.ts';
import type { Found } from '../yaml/errors.ts';
import type { Problem } from '../yaml/problem.ts';
import { type Document, diagnosisOf, emptyDocument, inspect, notAMapping, toFound } from './document.ts';
import { toProblems } from './zod-issues.ts';

export interface DiagnoseOptions {
  /** ISO day. With it there is advice beside the errors. */
  readonly today?: string;
  /** Advice counts as an error. */
  readonly strict?: boolean;
  /** What else is wrong, asked of a roster without errors alone: whether it answers what is expected of it. */
  readonly further?: (roster: Roster) => readonly Problem[];
}

/** Everything that is wrong with a text as a roster, in the order of the text. An empty list means that it is one. */
export function diagnose(text: string, { strict = false, ...options }: DiagnoseOptions = {}): Diagnosis {
  const found = inspect(text, (document) => inspectRoster(document, options));
  return diagnosisOf(text, strict ? found.map((diagnostic): Found => ({ ...diagnostic, severity: 'error' })) : found);
}

const beginning = 'begin with "title:", "rule:" and "members:"';

function inspectRoster(document: Document, { today, further }: DiagnoseOptions): Found[] {
  const { value, places, faulty } = document;
  if (value === '') return [emptyDocument(beginning)];
  if (!isMapping(value)) return [notAMapping('a roster is a mapping', document, beginning)];
  const written = checked(value);
  const errors = [...issuesIn(written, value), ...crossChecks(value)];
  const sound = written?.success === true && errors.length === 0 && !faulty;
  const rest = sound && further !== undefined ? further(assemble(written.data)) : [];
  const advice = today === undefined ? [] : advise(value, today, places);
  return [...errors, ...rest, ...advice].map((problem) => toFound(places(), problem));
}

function issuesIn(written: ReturnType<typeof checked>, value: unknown): Problem[] {
  if (written === undefined) return [tooMany];
  return written.success ? [] : toProblems(written.error.issues, value);
}

const tooMany: Problem = {
  code: 'too-large',
  severity: 'error',
  path: [],
  at: 'value',
  message: 'more mistakes than can be told apart',
  hint: 'mend a part of them, and ask again',
};
