import type { Diagnosis, Diagnostic } from '../../model/diagnostic.ts';
import type { Found } from '../yaml/errors.ts';

/** The number of diagnostics that are listed; the rest is only counted. */
export const mostDiagnostics = 100;

/** The diagnosis of a text: diagnostics in the order of the text, without duplicates, cut at the limit. */
export function diagnosisOf(text: string, all: readonly Found[]): Diagnosis {
  const found = all.map((diagnostic): Found => {
    const span = {
      start: Math.min(diagnostic.span.start, text.length),
      end: Math.min(diagnostic.span.end, text.length),
    };
    return { ...diagnostic, span };
  });
  const seen = new Set<string>();
  const distinct = found.filter(({ code, span, message }) => {
    const key = JSON.stringify([code, span, message]);
    return !seen.has(key) && seen.add(key);
  });
  const rank = ({ severity }: Found): number => (severity === 'error' ? 0 : 1);
  distinct.sort((a, b) => a.span.start - b.span.start || rank(a) - rank(b));
  return {
    valid: distinct.every(({ severity }) => severity !== 'error'),
    diagnostics: distinct.slice(0, mostDiagnostics).map(withHint),
    more: Math.max(0, distinct.length - mostDiagnostics),
  };
}

const withHint = ({ hint, ...found }: Found): Diagnostic =>
  hint === undefined ? found : { ...found, hint: typeof hint === 'string' ? hint : hint() };
