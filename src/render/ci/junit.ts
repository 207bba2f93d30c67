import type { CountEvaluation, Evaluation, Holdout } from '../../model/tally.ts';
import type { SnapshotView } from '../../model/view.ts';
import { lineAndColumnOf, linesOf } from '../../text/lines.ts';
import { plural } from '../../text/numerals.ts';
import { block, element, type Xml, xmlLines } from '../format/xml.ts';
import type { DiagnosedFile } from '../problems/terminal.ts';
import { criterionLabel, figuresText } from '../words/criterion.ts';
import { yearOf } from '../words/dates.ts';
import { holdingOutText, stanceText, wantsText, whoText } from '../words/members.ts';
import { assumptionsText, turnOf, turnText, verdictText } from '../words/verdict.ts';

/** A JUnit test case. Its lines may hold text from a roster, and are escaped when written. */
interface Case {
  readonly group: string;
  readonly name: string;
  readonly result: 'passed' | 'failed' | 'skipped';
  readonly type?: string;
  readonly message: string;
  readonly lines: readonly string[];
}

/** A JUnit test suite. */
export interface Suite {
  readonly name: string;
  readonly timestamp?: string;
  readonly properties: Readonly<Record<string, string>>;
  /** The roster, where there are several. */
  readonly file?: string;
  readonly cases: readonly Case[];
}

/**
 * `check` as JUnit XML: a test for each criterion and each holdout. A criterion that the outcome does not need is
 * skipped, so that there are failures exactly when the outcome is not reached.
 */
export const renderCheckJunit = (view: SnapshotView): string => renderSuites([checkSuite(view)]);

/**
 * The suite of one decision.
 *
 * @param file the roster's name where there are several: readers take tests of one class and name for one test
 */
export function checkSuite(view: SnapshotView, file?: string): Suite {
  const { snapshot, tally } = view;
  const criteria = [...leaves(tally.evaluation, tally.outcome === 'reached')].map(criterionCase);
  const holdouts = tally.holdouts.map((holdout) => holdoutCase(holdout, yearOf(snapshot.asOf)));
  const assumptions = assumptionsText(view);
  const turn = turnOf(view);
  const properties = {
    outcome: tally.outcome,
    verdict: verdictText(view),
    'as-of': snapshot.asOf.text,
    rule: snapshot.rule.name,
    members: String(tally.counts.members),
    support: String(tally.counts.support),
    'on-record': String(snapshot.onRecord),
    ...(assumptions !== undefined && { assumed: assumptions }),
    ...(turn !== undefined && {
      since: turnText(view) ?? '',
      'newly-reached': String(turn === 'newly-reached'),
      lost: String(turn === 'lost'),
    }),
    from: view.origin,
  };
  const timestamp = `${snapshot.asOf.day}T00:00:00`;
  return {
    name: snapshot.title,
    timestamp,
    properties,
    ...(file !== undefined && { file }),
    cases: [...distinct(criteria), ...holdouts],
  };
}

/** The counting criteria from left to right, each with whether the outcome is reached without it. */
function* leaves(
  evaluation: Evaluation,
  needless: boolean,
): Generator<{ readonly evaluation: CountEvaluation; readonly needless: boolean }> {
  if (evaluation.kind === 'count') yield { evaluation, needless };
  else for (const part of evaluation.of) yield* leaves(part, needless || evaluation.status === 'reached');
}

function criterionCase({ evaluation, needless }: { evaluation: CountEvaluation; needless: boolean }): Case {
  const { criterion, status } = evaluation;
  const figures = figuresText(evaluation);
  return {
    group: 'criteria',
    name: criterionLabel(criterion),
    result: status === 'reached' ? 'passed' : needless ? 'skipped' : 'failed',
    type: status,
    message: needless && status !== 'reached' ? `reached without it: ${figures}` : figures,
    lines: [],
  };
}

function holdoutCase(holdout: Holdout, year: string): Case {
  const { code, name, stance, why } = holdout;
  return {
    group: 'holdouts',
    name: name === code ? code : `${name} (${code})`,
    result: 'failed',
    type: stance,
    message: why === undefined ? stanceText(holdout) : `${stanceText(holdout)}: ${why}`,
    lines: [
      holdingOutText(holdout, year),
      whoText(holdout),
      ...(why === undefined ? [] : [why]),
      wantsText(holdout, year) ?? '',
    ].filter((line) => line !== ''),
  };
}

/** The cases with repeated names numbered, because readers of JUnit XML take one name for one test. */
function distinct(cases: readonly Case[]): Case[] {
  const seen = new Map<string, number>();
  return cases.map((one) => {
    const times = (seen.get(one.name) ?? 0) + 1;
    seen.set(one.name, times);
    return times === 1 ? one : { ...one, name: `${one.name} (${times})` };
  });
}

/**
 * Diagnostics as JUnit XML: a suite for each file, a test for each problem. Advice is skipped; a file without
 * diagnostics has one passed test.
 */
export const renderDiagnosticsJunit = (files: readonly DiagnosedFile[]): string =>
  renderSuites(files.map(diagnosticsSuite));

/** The suite of one diagnosed file. */
export function diagnosticsSuite({ file, text, valid, diagnostics, more }: DiagnosedFile): Suite {
  const lines = linesOf(text);
  const cases = diagnostics.map(({ code, severity, message, hint, span }): Case => {
    const start = span && lineAndColumnOf(lines, span.start);
    return {
      group: 'validate',
      name: start === undefined ? code : `${code} at ${start.line}:${start.column}`,
      result: severity === 'error' ? 'failed' : 'skipped',
      type: code,
      message,
      lines: hint === undefined ? [] : [`hint: ${hint}`],
    };
  });
  const rest: Case = {
    group: 'validate',
    name: 'more',
    result: valid ? 'skipped' : 'failed',
    type: 'more',
    message: `and ${plural(more, 'more problem')}`,
    lines: [],
  };
  const sound: Case = { group: 'validate', name: 'valid', result: 'passed', message: '', lines: [] };
  return {
    name: file,
    properties: {},
    cases: [...distinct(cases), ...(more > 0 ? [rest] : []), ...(diagnostics.length === 0 ? [sound] : [])],
  };
}

const failed = ({ cases }: Suite): number => cases.filter(({ result }) => result === 'failed').length;
const skipped = ({ cases }: Suite): number => cases.filter(({ result }) => result === 'skipped').length;

/** A document of suites, with their totals. */
export function renderSuites(suites: readonly Suite[]): string {
  const sum = (count: (suite: Suite) => number): number => suites.reduce((total, suite) => total + count(suite), 0);
  const totals = { tests: sum(({ cases }) => cases.length), failures: sum(failed), errors: 0 };
  const document = block('testsuites', { name: 'rutte-tally', ...totals, time: 0 }, suites.map(suiteElement));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${document}\n`;
}

function suiteElement(suite: Suite): Xml {
  const { name, timestamp, properties, file, cases } = suite;
  const counts = { tests: cases.length, failures: failed(suite), errors: 0, skipped: skipped(suite), time: 0 };
  const known = Object.entries(properties).map(([key, value]) => element('property', { name: key, value }));
  return block('testsuite', { name, ...counts, timestamp }, [
    ...(known.length === 0 ? [] : [block('properties', {}, known)]),
    ...cases.map((one) => caseElement(one, file ?? 'rutte-tally')),
  ]);
}

const elementOf = { failed: 'failure', skipped: 'skipped' } as const;

function caseElement({ group, name, result, type, message, lines }: Case, classOf: string): Xml {
  const attributes = { classname: `${classOf}.${group}`, name, time: 0 };
  if (result === 'passed') return element('testcase', attributes);
  const text = xmlLines(lines);
  return block('testcase', attributes, [element(elementOf[result], { message, type }, text === '' ? [] : [text])]);
}
