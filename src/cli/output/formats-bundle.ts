/** The less used formats, in a bundle of their own that is loaded when one of them is asked for. */

export { renderCheckJunit, renderDiagnosticsJunit } from '../../render/ci/junit.ts';
export { renderDiagnosticsMarkdown } from '../../render/problems/markdown.ts';
export { renderCheckCsv, renderStatusCsv } from '../../render/status/csv.ts';
export { renderCheckMarkdown, renderStatusMarkdown } from '../../render/status/markdown.ts';
export { annotate, annotateProblems } from './github.ts';
