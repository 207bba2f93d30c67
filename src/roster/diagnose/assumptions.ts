import type { Diagnosis, DiagnosticCode } from '../../model/diagnostic.ts';
import { type Stance, stances } from '../../model/stance.ts';
import { stanceHint } from '../hints/stance-words.ts';
import { mostMistakes } from '../limits/mistakes.ts';
import { oneOf } from '../schema/combinators.ts';
import { entriesOf, isMapping } from '../yaml/cursor.ts';
import type { Problem } from '../yaml/problem.ts';
import { diagnosisOf, mostDiagnostics, upToMost } from './diagnosis.ts';
import { emptyDocument, inspect, notAMapping, toFound } from './document.ts';
import { toProblems } from './zod-issues.ts';

/** An assumption in its author's words. */
export interface WrittenAssumption {
  /** A member, a group or everybody, however they are called. */
  readonly who: string;
  /** Undefined where the word is no stance. */
  readonly stance: Stance | undefined;
  /** The file that it stands in, as its user calls it. */
  readonly file?: string;
}

/** Why an assumption cannot be made. What to do is found out when asked. */
export interface Objection {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly hint: () => string;
}

/** Says what is wrong with assumptions, by their index. */
export type Judge = (written: readonly WrittenAssumption[]) => ReadonlyMap<number, Objection>;

/** The assumptions of a text, or everything that keeps it from having any. */
export type Assumptions =
  | { readonly ok: true; readonly assumptions: readonly WrittenAssumption[] }
  | ({ readonly ok: false } & Diagnosis);

const stance = oneOf('unknown-stance', 'a stance', stances, stanceHint);
const beginning = 'write a code and a stance on each line: TR: support';

/**
 * Reads what-ifs: a YAML mapping of members to stances, which is how members are written in a roster at their shortest.
 * Whatever is wrong comes back as diagnostics with their places, all at once.
 */
export function readAssumptions(text: string, judge: Judge): Assumptions {
  let assumptions: readonly WrittenAssumption[] = [];
  const found = inspect(text, (document) => {
    const { value } = document;
    if (value === '') return [emptyDocument(beginning)];
    if (!isMapping(value))
      return [notAMapping('assumptions must be a mapping of codes to stances', document, beginning)];
    const read = entriesOf({ value }).map((entry) => ({
      who: String(entry.key),
      result: stance.safeParse(entry.value),
    }));
    assumptions = read.map(({ who, result }) => ({ who, stance: result.data }));
    const objections = judge(assumptions);
    let told = 0;
    const problemsOf = ({ who, result }: (typeof read)[number], index: number): Problem[] => {
      const objected = objections.get(index);
      const issues = (result.error?.issues ?? []).map((issue) => ({ ...issue, path: [who] }));
      const wrong = toProblems(issues, value).map((problem) =>
        problem.code === 'not-text' ? { ...problem, hint: `write the stance alone: ${who}: support` } : problem,
      );
      if (objected === undefined) return wrong;
      told += 1;
      const { code, message } = objected;
      // Finding out who was meant takes a while, and more than can be listed will not be.
      const hint = told > mostDiagnostics ? {} : { hint: objected.hint() };
      return [{ code, severity: 'error', path: [who], at: 'key', message, ...hint }, ...wrong];
    };
    const problems: Problem[] = [];
    for (const [index, entry] of read.entries())
      if (problems.length < mostMistakes) problems.push(...problemsOf(entry, index));
    return upToMost(problems, 'error').map((problem) => toFound(document, problem));
  });
  const diagnosis = diagnosisOf(text, found);
  return diagnosis.valid ? { ok: true, assumptions } : { ok: false, ...diagnosis };
}
