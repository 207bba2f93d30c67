import type { Diagnosis } from '../../model/diagnostic.ts';
import { type Stance, stances } from '../../model/stance.ts';
import { oneOf } from '../schema/combinators.ts';
import { entriesOf, isMapping } from '../yaml/cursor.ts';
import type { Problem } from '../yaml/problem.ts';
import { diagnosisOf, mostDiagnostics } from './diagnosis.ts';
import { emptyDocument, inspect, notAMapping, toFound } from './document.ts';
import { toProblems } from './zod-issues.ts';

/** The reason why no stance can be assumed for a code; undefined if one can. The hint is computed on demand. */
export type Objection = (code: string) => { readonly message: string; readonly hint: () => string } | undefined;

/** Assumed stances by code, in the order of the text, or every problem of the text. */
export type Assumptions =
  | { readonly ok: true; readonly assumptions: ReadonlyMap<string, Stance> }
  | ({ readonly ok: false } & Diagnosis);

const stance = oneOf('unknown-stance', 'a stance', stances);
const beginning = 'write a code and a stance on each line: TR: support';

/**
 * The assumptions in a text: a YAML mapping of codes to stances, like `members` in its shortest form. Every problem is
 * returned as a diagnostic with its place.
 */
export function readAssumptions(text: string, objection: Objection): Assumptions {
  const assumptions = new Map<string, Stance>();
  let objections = 0;
  const unknown = (code: string): Problem[] => {
    const objected = objection(code);
    if (objected === undefined) return [];
    objections += 1;
    const { message } = objected;
    // A hint is slow to find, and diagnostics beyond the limit are not listed.
    const hint = objections > mostDiagnostics ? {} : { hint: objected.hint() };
    return [{ code: 'unknown-member', severity: 'error', path: [code], at: 'key', message, ...hint }];
  };
  const found = inspect(text, (document) => {
    const { value, places } = document;
    if (value === '') return [emptyDocument(beginning)];
    if (!isMapping(value)) return [notAMapping('assumptions are a mapping of codes to stances', document, beginning)];
    const problems = entriesOf({ value }).flatMap((entry): Problem[] => {
      const code = String(entry.key);
      const read = stance.safeParse(entry.value);
      if (read.success) assumptions.set(code, read.data);
      const issues = (read.error?.issues ?? []).map((issue) => ({ ...issue, path: [code] }));
      const wrong = toProblems(issues, value).map((problem) =>
        problem.code === 'not-text' ? { ...problem, hint: `write the stance alone: ${code}: support` } : problem,
      );
      return [...unknown(code), ...wrong];
    });
    return problems.map((problem) => toFound(places(), problem));
  });
  const diagnosis = diagnosisOf(text, found);
  return diagnosis.valid ? { ok: true, assumptions } : { ok: false, ...diagnosis };
}
