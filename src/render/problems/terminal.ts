import type { Diagnosis, Diagnostic, Span } from '../../model/diagnostic.ts';
import { type Shown, shown, visible } from '../../text/escape-controls.ts';
import { type LineAndColumn, type Lines, lineAndColumnOf, lineIndex, linesOf } from '../../text/lines.ts';
import { plural } from '../../text/numerals.ts';
import { displayWidth, fit, spaces } from '../../text/width.ts';
import { type Json, json } from '../format/json.ts';
import { linesText } from '../layout/section.ts';
import { type Paint, type Painted, painted, type Theme } from '../layout/theme.ts';

/** A file with its diagnostics. */
export interface DiagnosedFile extends Diagnosis {
  /** Name as the user gave it. */
  readonly file: string;
  /** Empty when the file could not be read. */
  readonly text: string;
}

/** Diagnostics for people: place, message, the line with the span underlined, and the hint. */
export function renderDiagnostics(
  { file, text, diagnostics, more }: DiagnosedFile,
  { width, theme }: { readonly width: number; readonly theme: Theme },
): Painted {
  const lines = linesOf(text);
  const blocks = diagnostics.map((diagnostic): Painted[] => {
    const { code, severity, message, span, hint, related } = diagnostic;
    const place = span === undefined ? visible(file) : shown`${file}:${placeText(lineAndColumnOf(lines, span.start))}`;
    const paint = theme[severity];
    return [
      painted`${theme.strong(place)}: ${paint(shown`${severity}[${code}]`)}: ${visible(message)}`,
      ...(span === undefined ? [] : frame(lines, span, { width, paint, faint: theme.faint })),
      ...(related === undefined
        ? []
        : [shown`  note: ${related.message}: ${file}:${placeText(lineAndColumnOf(lines, related.span.start))}`]),
      ...(hint === undefined ? [] : [shown`  hint: ${hint}`]),
    ];
  });
  const rest = more === 0 ? [] : [[shown`and ${plural(more, 'more problem')} in ${file}`]];
  return linesText([...blocks, ...rest].flatMap((block) => [...block, shown``]));
}

const placeText = ({ line, column }: LineAndColumn): string => `${line}:${column}`;

interface Frame {
  readonly width: number;
  readonly paint: Paint;
  readonly faint: Paint;
}

/** Characters shown at most on either side of a span: enough for any terminal, and little of a line of megabytes. */
const reach = 400;

/** The line of a span with the span underlined; a long line is cut around the span. */
function frame(lines: Lines, span: Span, { width, paint, faint }: Frame): Painted[] {
  const index = lineIndex(lines, span.start);
  const start = lines.starts[index] ?? 0;
  const end = lineEnd(lines, index);
  const stop = Math.min(Math.max(span.end, span.start), end, span.start + reach);
  const before = expand(
    lines.text.slice(Math.max(start, span.start - reach), span.start),
    span.start - reach > start ? 0 : undefined,
  );
  const marked = expand(lines.text.slice(span.start, stop), displayWidth(before));
  const after = expand(
    lines.text.slice(stop, Math.min(end, stop + reach)),
    displayWidth(before) + displayWidth(marked),
  );
  const gutter = String(index + 1);
  const room = Math.max(20, width - gutter.length - 6);
  const cut = cutAround(before, marked, after, room);
  const bar = faint(shown`  ${spaces(gutter.length)} |`);
  const underline = paint(visible('^'.repeat(Math.max(1, displayWidth(cut.marked)))));
  return [
    bar,
    painted`${faint(shown`  ${gutter} |`)} ${cut.before}${cut.marked}${cut.after}`,
    painted`${bar} ${spaces(displayWidth(cut.before))}${underline}`,
  ];
}

function lineEnd({ text, starts }: Lines, index: number): number {
  const next = starts[index + 1];
  if (next === undefined) return text.length;
  return text.charAt(next - 2) === '\r' && text.charAt(next - 1) === '\n' ? next - 2 : next - 1;
}

const tabStop = 4;

/** Text with its tabs expanded to spaces, and everything unsafe escaped. */
function expand(text: string, from = 0): Shown {
  let expanded = shown``;
  for (const [index, part] of text.split('\t').entries()) {
    const gap = index === 0 ? 0 : tabStop - ((from + displayWidth(expanded)) % tabStop);
    expanded = shown`${expanded}${spaces(gap)}${part}`;
  }
  return expanded;
}

interface Cut {
  readonly before: Shown;
  readonly marked: Shown;
  readonly after: Shown;
}

/** The three parts of a line cut to `room` cells, with an ellipsis at each cut. */
function cutAround(before: Shown, marked: Shown, after: Shown, room: number): Cut {
  if (displayWidth(before) + displayWidth(marked) + displayWidth(after) <= room) return { before, marked, after };
  const middle = displayWidth(marked) > room - 2 ? shown`${fit(marked, Math.max(1, room - 3))}…` : marked;
  const left = room - displayWidth(middle);
  const lead = Math.min(displayWidth(before), Math.max(left - displayWidth(after), Math.floor(left / 2)));
  const shortBefore = lead < displayWidth(before) ? shown`…${fitEnd(before, Math.max(0, lead - 1))}` : before;
  const tail = Math.max(0, room - displayWidth(shortBefore) - displayWidth(middle));
  const shortAfter =
    tail < displayWidth(after) ? (tail > 0 && middle === marked ? shown`${fit(after, tail - 1)}…` : shown``) : after;
  return { before: shortBefore, marked: middle, after: shortAfter };
}

/** The longest end of a text that fits into `width` cells. */
function fitEnd(text: Shown, width: number): Shown {
  let cut = text;
  while (displayWidth(cut) > width) {
    const excess = displayWidth(cut) - width;
    cut = cut.slice(Math.max(1, Math.ceil((cut.length * excess) / (2 * displayWidth(cut))))) as Shown;
  }
  // The cut may leave combining marks without their letter, or half a character.
  const orphaned = /^[\p{M}\p{Cs}]{1,1000}/u;
  while (orphaned.test(cut)) cut = cut.replace(orphaned, '') as Shown;
  return cut;
}

/** Diagnostics as data: `rutte-tally/diagnostics/1`. */
export function renderDiagnosticsJson(files: readonly DiagnosedFile[]): string {
  return json({ schema: 'rutte-tally/diagnostics/1', files: diagnosticsJson(files) });
}

/** Files with their diagnostics, as a part of a document. */
export function diagnosticsJson(files: readonly DiagnosedFile[]): Json {
  return files.map(({ file, text, valid, diagnostics, more }) => {
    const lines = linesOf(text);
    return {
      file,
      ok: valid,
      diagnostics: diagnostics.map((diagnostic) => diagnosticJson(diagnostic, lines)),
      ...(more > 0 && { more }),
    };
  });
}

function diagnosticJson({ code, severity, message, span, hint }: Diagnostic, lines: Lines): Json {
  const start = span && lineAndColumnOf(lines, span.start);
  const end = span && lineAndColumnOf(lines, Math.max(span.start, span.end));
  return {
    code,
    severity,
    message,
    line: start?.line ?? null,
    column: start?.column ?? null,
    endLine: end?.line ?? null,
    endColumn: end?.column ?? null,
    hint: hint ?? null,
  };
}

/** The line for a file without problems: `nato.yaml: valid`. */
export function renderValid({ file }: DiagnosedFile): Painted {
  return linesText([shown`${file}: valid`]);
}
