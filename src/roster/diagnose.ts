import type { Diagnosis, Span } from '../model/diagnostic.ts';
import { advise } from './advice.ts';
import { crossChecks } from './checks.ts';
import { isMapping } from './cursor.ts';
import { toProblems } from './issues.ts';
import { locate, type Placed, placeValues } from './places.ts';
import type { Problem } from './problem.ts';
import { checked, deepest, readValues } from './read.ts';
import { type Found, fromFast } from './yaml-errors.ts';

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
  const found = inspect(text, today).map((diagnostic): Found => {
    const span = {
      start: Math.min(diagnostic.span.start, text.length),
      end: Math.min(diagnostic.span.end, text.length),
    };
    return { ...diagnostic, span, ...(strict && { severity: 'error' }) };
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
    diagnostics: distinct.slice(0, mostDiagnostics),
    more: Math.max(0, distinct.length - mostDiagnostics),
  };
}

/**
 * The values are those of the fast reader wherever it accepts the text, so that what is said here is about what is
 * read elsewhere; the slow one then only knows the places, and is asked when there is something to say. Where the fast
 * one gives up, the slow one says why.
 */
function inspect(text: string, today: string | undefined): Found[] {
  const fast = readValues(text);
  if ('value' in fast) {
    let root: Placed | undefined;
    const places = (): Placed => {
      root ??= placeValues(text).root;
      return root;
    };
    return inspectValue(fast.value, places, today);
  }
  if (fast.tooDeep) return [tooDeep(fast.offset)];
  const { root, diagnostics, broken } = placeValues(text);
  const structural = diagnostics.length > 0 ? [...diagnostics] : [fromFast(fast)];
  if (broken || !isMapping(root.value))
    return diagnostics.length === 0 && root.value === '' ? [emptyDocument] : structural;
  const opaque = structural.filter(({ code }) => code === 'alias').map(({ span }) => span);
  const rest = inspectValue(root.value, () => root, today);
  const follows = ({ code, span }: Found): boolean =>
    opaque.some((alias) => within(span, alias)) ||
    (code === 'missing-value' && structural.some((known) => within(known.span, span)));
  return [...structural, ...rest.filter((found) => !follows(found))];
}

function inspectValue(value: unknown, places: () => Placed, today: string | undefined): Found[] {
  if (value === '') return [emptyDocument];
  if (!isMapping(value)) return [notAMapping(value, places().span)];
  const issues = issuesOf(value);
  const advice = today === undefined ? [] : advise(value, today, places);
  return [...issues, ...crossChecks(value), ...advice].map((problem) => toDiagnostic(places(), problem));
}

function issuesOf(value: unknown): Problem[] {
  const written = checked(value);
  if (written === undefined) return [tooMany];
  return written.success ? [] : toProblems(written.error.issues, value);
}

function toDiagnostic(root: Placed, problem: Problem): Found {
  const { code, severity, message, hint, related } = problem;
  const places = [locate(root, problem), ...(related ? [locate(root, related)] : [])];
  // Of two that exclude each other the later one in the text is the problem, whichever was looked at first.
  const [first, span = first] = places.sort((a, b) => a.start - b.start) as [Span, Span?];
  return {
    code,
    severity,
    message,
    span,
    ...(hint !== undefined && { hint }),
    ...(related && { related: { message: related.message, span: first } }),
  };
}

const within = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end;

const tooMany: Problem = {
  code: 'too-large',
  severity: 'error',
  path: [],
  at: 'value',
  message: 'more mistakes than can be told apart',
  hint: 'mend a part of them, and ask again',
};

const tooDeep = (start: number): Found => ({
  code: 'too-deep',
  severity: 'error',
  message: `lists or mappings are nested more than ${deepest} deep`,
  span: { start, end: start + 1 },
  hint: 'a roster needs no more than ten levels',
});

const beginning = 'begin with "title:", "rule:" and "members:"';

const emptyDocument: Found = {
  code: 'empty-document',
  severity: 'error',
  message: 'the file has no content',
  span: { start: 0, end: 0 },
  hint: beginning,
};

const notAMapping = (value: unknown, span: Span): Found => ({
  code: 'not-a-mapping',
  severity: 'error',
  message: `a roster is a mapping, and this is ${Array.isArray(value) ? 'a list' : 'text'}`,
  span,
  hint: beginning,
});
