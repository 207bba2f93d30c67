import type { Diagnosis, Diagnostic, Severity } from '../../model/diagnostic.ts';
import { grouped } from '../../text/numerals.ts';
import { mostMistakes } from '../limits/mistakes.ts';
import type { Found } from '../yaml/errors.ts';
import type { Problem } from '../yaml/problem.ts';

/** The number of diagnostics that are listed; the rest is only counted. */
export const mostDiagnostics = 100;

const counted: Readonly<Record<Severity, string>> = { error: 'mistakes', advice: 'pieces of advice' };

/** The problems of a text; where there are too many to look for all, the first of them and one that says so. */
export function upToMost(problems: readonly Problem[], severity: Severity): readonly Problem[] {
  if (problems.length < mostMistakes) return problems;
  const message = `at least ${grouped(String(mostMistakes))} ${counted[severity]}, which are too many to list`;
  const hint = 'begin with those that are listed, and validate again';
  return [{ code: 'too-large', severity, path: [], at: 'value', message, hint }, ...problems.slice(0, mostMistakes)];
}

/**
 * The diagnosis of a text: diagnostics in the order of the text, without duplicates, cut at the limit. Where one says that
 * there are too many, the rest is not counted.
 */
export function diagnosisOf(text: string, all: readonly Found[]): Diagnosis {
  const last = text.length;
  const found = all.map((diagnostic): Found => {
    const { start, end } = diagnostic.span;
    return end <= last ? diagnostic : { ...diagnostic, span: { start: Math.min(start, last), end: last } };
  });
  const rank = ({ severity }: Found): number => (severity === 'error' ? 0 : 1);
  found.sort((a, b) => a.span.start - b.span.start || rank(a) - rank(b));
  // Only those of one place can be the same.
  const seen = new Set<string>();
  let place = -1;
  const distinct = found.filter(({ code, span, message }) => {
    if (span.start !== place) seen.clear();
    place = span.start;
    const key = JSON.stringify([code, span.end, message]);
    return !seen.has(key) && seen.add(key);
  });
  return {
    valid: distinct.every(({ severity }) => severity !== 'error'),
    diagnostics: distinct.slice(0, mostDiagnostics).map(withHint),
    more: all.some(({ code }) => code === 'too-large') ? 0 : Math.max(0, distinct.length - mostDiagnostics),
  };
}

const withHint = ({ hint, ...found }: Found): Diagnostic =>
  hint === undefined ? found : { ...found, hint: typeof hint === 'string' ? hint : hint() };
