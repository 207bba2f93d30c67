import type { Diagnosis, Diagnostic } from '../../model/diagnostic.ts';
import type { Found } from '../yaml/errors.ts';

/** The number of diagnostics that are listed; the rest is only counted. */
export const mostDiagnostics = 100;

/** The diagnosis of a text: diagnostics in the order of the text, without duplicates, cut at the limit. */
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
    more: Math.max(0, distinct.length - mostDiagnostics),
  };
}

const withHint = ({ hint, ...found }: Found): Diagnostic =>
  hint === undefined ? found : { ...found, hint: typeof hint === 'string' ? hint : hint() };
