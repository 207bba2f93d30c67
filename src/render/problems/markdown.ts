import { lineAndColumnOf, linesOf } from '../../text/lines.ts';
import { plural } from '../../text/numerals.ts';
import { markdown, markdownBlocks, markdownTable, markdownText } from '../format/markdown.ts';
import type { DiagnosedFile } from './terminal.ts';

/** Diagnostics as GitHub's Markdown: a heading for each file, and a table for each file with problems. */
export function renderDiagnosticsMarkdown(files: readonly DiagnosedFile[]): string {
  return files
    .map(({ file, text, valid, diagnostics, more }) => {
      const heading = markdown`### ${markdownText(`${file}: ${valid ? 'valid' : 'not valid'}`)}`;
      if (diagnostics.length === 0) return markdownBlocks([[heading]]);
      const lines = linesOf(text);
      const rows = diagnostics.map(({ code, severity, message, hint = '', span }) => [
        span === undefined ? '' : String(lineAndColumnOf(lines, span.start).line),
        `${severity}: ${code}`,
        message,
        hint,
      ]);
      const table = markdownTable(
        ['line', 'problem', 'what', 'hint'].map(markdownText),
        rows.map((cells) => cells.map(markdownText)),
      );
      const rest = more === 0 ? [] : [markdownText(`And ${plural(more, 'more problem')}.`)];
      return markdownBlocks([[heading], table, rest]);
    })
    .join('\n');
}
