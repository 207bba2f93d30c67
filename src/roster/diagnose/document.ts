import type { Span } from '../../model/diagnostic.ts';
import { firstIndex } from '../../text/sorted.ts';
import { isMapping } from '../yaml/cursor.ts';
import { type Found, fromFast } from '../yaml/errors.ts';
import { locate, placeValues } from '../yaml/locations.ts';
import type { Placed } from '../yaml/placed.ts';
import type { Location, Problem } from '../yaml/problem.ts';
import { deepest, readValues } from '../yaml/values.ts';
import { spansByLines } from './spans-by-lines.ts';

/** The plain values of a text, and a function that finds their places. */
export interface Document {
  readonly value: unknown;
  readonly places: () => Placed;
  /** The span of a place; for a single one in a long text, without reading all of it. */
  readonly spanOf: (location: Location) => Span;
  /** Whether the YAML itself has errors, so that the values may be incomplete. */
  readonly faulty: boolean;
}

/**
 * The diagnostics of a text: those of its YAML, and those that `inspectDocument` finds in its values. The values are
 * the fast reader's if it accepts the text; the slow reader then finds places on demand. Otherwise the slow reader
 * gives both the values and the reasons, and diagnostics that only follow from these are left out.
 *
 * @param inspectDocument gets the empty string as the value of an empty text
 */
export function inspect(text: string, inspectDocument: (document: Document) => readonly Found[]): readonly Found[] {
  const fast = readValues(text);
  if ('value' in fast) {
    let root: Placed | undefined;
    const places = (): Placed => {
      root ??= placeValues(text).root;
      return root;
    };
    const byLines = spansByLines(text, fast.value);
    const spanOf = (location: Location): Span => byLines(location) ?? locate(places(), location);
    return inspectDocument({ value: fast.value, places, spanOf, faulty: false });
  }
  if (fast.tooDeep) return [tooDeep(fast.offset)];
  const { root, diagnostics, broken } = placeValues(text);
  const structural = diagnostics.length > 0 ? [...diagnostics] : [fromFast(fast, text)];
  const document: Document = {
    value: root.value,
    places: () => root,
    spanOf: (location) => locate(root, location),
    faulty: true,
  };
  if (broken || !isMapping(root.value))
    return diagnostics.length === 0 && root.value === '' ? inspectDocument(document) : structural;
  const isInAlias = within(structural.filter(({ code }) => code === 'alias'));
  const hasKnown = around(structural);
  const follows = ({ code, span }: Found): boolean => isInAlias(span) || (code === 'missing-value' && hasKnown(span));
  return [...structural, ...inspectDocument(document).filter((found) => !follows(found))];
}

/** The diagnostic for a problem, with its span in the text. */
export function toFound({ spanOf }: Pick<Document, 'spanOf'>, problem: Problem): Found {
  const { code, severity, message, hint, related } = problem;
  const places = [spanOf(problem), ...(related ? [spanOf(related)] : [])];
  // If two entries exclude each other, the later one in the text is the problem, whichever was checked first.
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

/** The diagnostic for a text without content. */
export const emptyDocument = (hint: string): Found => ({
  code: 'empty-document',
  severity: 'error',
  message: 'the file has no content',
  span: { start: 0, end: 0 },
  hint,
});

/** The diagnostic for a text that is not a mapping but should be. `what` begins the message. */
export const notAMapping = (what: string, { value, places }: Document, hint: string): Found => ({
  code: 'not-a-mapping',
  severity: 'error',
  message: `${what}, not ${Array.isArray(value) ? 'a list' : 'text'}`,
  span: places().span,
  hint,
});

/** Whether a span lies in that of one of the diagnostics, which do not overlap. */
function within(found: readonly Found[]): (span: Span) => boolean {
  const spans = byStart(found);
  return ({ start, end }) => {
    const outer = spans[firstAt(spans, start + 1) - 1];
    return outer !== undefined && end <= outer.end;
  };
}

/** Whether the span of one of the diagnostics lies in a span. */
function around(found: readonly Found[]): (span: Span) => boolean {
  const spans = byStart(found);
  // The nearest end among those that start there or later.
  const ends = spans.map(({ end }) => end);
  for (let index = ends.length - 2; index >= 0; index -= 1)
    ends[index] = Math.min(ends[index] as number, ends[index + 1] as number);
  return ({ start, end }) => (ends[firstAt(spans, start)] ?? Number.POSITIVE_INFINITY) <= end;
}

const byStart = (found: readonly Found[]): Span[] => found.map(({ span }) => span).sort((a, b) => a.start - b.start);

/** The index of the first span that starts at an offset or later. */
function firstAt(spans: readonly Span[], offset: number): number {
  return firstIndex(0, spans.length, (index) => (spans[index] as Span).start >= offset);
}

const tooDeep = (start: number): Found => ({
  code: 'too-deep',
  severity: 'error',
  message: `lists or mappings are nested more than ${deepest} deep`,
  span: { start, end: start + 1 },
  hint: 'a roster needs no more than ten levels',
});
