import type { Diagnosis, Diagnostic, Span } from '../model/diagnostic.ts';
import { advise } from './advice.ts';
import { crossChecks } from './checks.ts';
import { isMapping } from './cursor.ts';
import { toProblems } from './issues.ts';
import { locate, type Placed, placeValues } from './places.ts';
import type { Problem } from './problem.ts';
import { deepest, readValues } from './read.ts';
import { rosterSchema } from './schema.ts';

/** How many diagnostics are listed before the rest is only counted. */
export const mostDiagnostics = 100;

export interface DiagnoseOptions {
  /** ISO day. With it there is advice beside the errors. */
  readonly today?: string;
  /** Advice counts as an error. */
  readonly strict?: boolean;
}

/** Everything that is wrong with a text as a roster, in the order of the text. An empty list means that it is one. */
export function diagnose(text: string, { today, strict = false }: DiagnoseOptions = {}): Diagnosis {
  const found = inspect(text, today).map(
    (diagnostic): Diagnostic => (strict ? { ...diagnostic, severity: 'error' } : diagnostic),
  );
  const seen = new Set<string>();
  const distinct = found.filter(({ code, span, message }) => {
    const key = JSON.stringify([code, span, message]);
    return !seen.has(key) && seen.add(key);
  });
  distinct.sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0) || (a.severity < b.severity ? 1 : -1));
  return {
    valid: distinct.every(({ severity }) => severity !== 'error'),
    diagnostics: distinct.slice(0, mostDiagnostics),
    more: Math.max(0, distinct.length - mostDiagnostics),
  };
}

function inspect(text: string, today: string | undefined): Diagnostic[] {
  const fast = readValues(text);
  if (!('value' in fast) && fast.reason.includes('maxDepth')) return [tooDeep(fast.offset)];
  const { root, diagnostics, broken } = placeValues(text);
  const structural = 'value' in fast ? [] : diagnostics.length > 0 ? diagnostics : [fromFast(fast)];
  if (!('value' in fast) && broken) return [...structural];
  if (!isMapping(root.value)) return [notAMapping(root)];
  const opaque = structural.filter(({ code }) => code === 'alias').flatMap(({ span }) => span ?? []);
  const rest = problemsOf(root, today)
    .map((problem) => toDiagnostic(root, problem))
    .filter(({ span }) => !opaque.some((alias) => span !== undefined && within(span, alias)));
  return [...structural, ...rest];
}

function problemsOf(root: Placed, today: string | undefined): Problem[] {
  const written = rosterSchema.safeParse(root.value);
  const issues = written.success ? [] : toProblems(written.error.issues, root.value);
  return [...issues, ...crossChecks(root.value), ...(today === undefined ? [] : advise(root, today))];
}

function toDiagnostic(root: Placed, problem: Problem): Diagnostic {
  const { code, severity, message, hint, related } = problem;
  const span = locate(root, problem);
  return {
    code,
    severity,
    message,
    span,
    ...(hint !== undefined && { hint }),
    ...(related && { related: { message: related.message, span: locate(root, related) } }),
  };
}

const within = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end;

const tooDeep = (start: number): Diagnostic => ({
  code: 'too-deep',
  severity: 'error',
  message: `lists or mappings are nested more than ${deepest} deep`,
  span: { start, end: start + 1 },
  hint: 'a roster needs no more than ten levels',
});

const fromFast = ({ reason, offset }: { reason: string; offset: number }): Diagnostic => ({
  code: 'yaml-syntax',
  severity: 'error',
  message: reason,
  span: { start: offset, end: offset + 1 },
});

const notAMapping = (root: Placed): Diagnostic => ({
  code: 'not-a-mapping',
  severity: 'error',
  message: `a roster is a mapping, and this is ${Array.isArray(root.value) ? 'a list' : 'text'}`,
  span: root.span,
  hint: 'begin with "title:", "rule:" and "members:"',
});
