import { lineAndColumnOf, linesOf } from '../../text/line-column.ts';
import { plural } from '../../text/numerals.ts';
import { markdown, markdownBlocks, markdownTable, markdownText } from '../format/markdown.ts';
import type { DiagnosedFile } from './terminal.ts';

/** What was found in files as GitHub's Markdown: a table for every file in which something was. */
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
