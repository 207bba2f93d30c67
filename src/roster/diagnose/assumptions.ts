import type { Diagnosis } from '../../model/diagnostic.ts';
import { type Stance, stances } from '../../model/stance.ts';
import { oneOf } from '../schema/combinators.ts';
import { entriesOf, isMapping } from '../yaml/cursor.ts';
import type { Problem } from '../yaml/problem.ts';
import { diagnosisOf, emptyDocument, inspect, mostDiagnostics, notAMapping, toFound } from './document.ts';
import { toProblems } from './zod-issues.ts';

/** Why nothing can be assumed of a code; undefined where something can. What to do is found out when asked. */
export type Objection = (code: string) => { readonly message: string; readonly hint: () => string } | undefined;

/** Assumptions by code, or everything that keeps a text from being some. */
export type Assumptions =
  | { readonly ok: true; readonly assumptions: ReadonlyMap<string, Stance> }
  | ({ readonly ok: false } & Diagnosis);

const stance = oneOf('unknown-stance', 'a stance', stances);
const beginning = 'write a code and a stance on each line: TR: support';

/**
 * Reads what-ifs: a YAML mapping of codes to stances, which is how members are written in a roster at their shortest.
 * Whatever is wrong comes back as diagnostics with their places, all at once.
 */
export function readAssumptions(text: string, objection: Objection): Assumptions {
  const assumptions = new Map<string, Stance>();
  let objections = 0;
  const unknown = (code: string): Problem[] => {
    const objected = objection(code);
    if (objected === undefined) return [];
    objections += 1;
    const { message } = objected;
    // Finding out who was meant takes a while, and more than can be listed will not be.
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
