import type { Diagnostic, Severity, Span } from '../../model/diagnostic.ts';
import type { Standing } from '../../model/snapshot.ts';
import type { Holdout } from '../../model/tally.ts';
import type { SnapshotView } from '../../model/view.ts';
import { type Lines, lineAndColumnOf, linesOf } from '../../text/lines.ts';
import { plural } from '../../text/numerals.ts';
import type { DiagnosedFile } from '../problems/terminal.ts';
import { dateText, yearOf } from '../words/dates.ts';
import { holdingOutText, stanceText, wantsText, whoText } from '../words/members.ts';
import { assumptionsText, turnText, verdictText } from '../words/verdict.ts';
import { type Annotation, type Level, workflowCommand } from './workflow-commands.ts';

/** The roster's text and where it lies in the workspace of a workflow run. */
export interface InWorkspace {
  /** Path relative to the workspace; absent for a roster outside it. */
  readonly file?: string;
  /**
   * Spans of the entries that decide each holdout's stance, by member code; absent when the workspace has another
   * version of the text.
   */
  readonly places?: ReadonlyMap<string, Span>;
  readonly text: string;
}

/** `check` as annotations: the verdict on the run, then each holdout, on its line where that is known. */
export function renderCheckAnnotations(view: SnapshotView, where: InWorkspace): string {
  return renderAnnotations([verdictAnnotation(view), ...holdoutAnnotations(view, where)]);
}

/** Annotations as the runner reads them, one a line. */
export const renderAnnotations = (annotations: readonly Annotation[]): string =>
  annotations.map((annotation) => `${workflowCommand(annotation)}\n`).join('');

/** An annotation for each holdout, at the entry from which its stance follows where that is known. */
export function holdoutAnnotations(
  { snapshot, tally }: SnapshotView,
  { file, places, text }: InWorkspace,
): Annotation[] {
  const lines = linesOf(text);
  const year = yearOf(snapshot.asOf);
  return tally.holdouts.map((holdout): Annotation => {
    const span = places?.get(holdout.code);
    return {
      level: 'notice',
      ...(file !== undefined && { file, ...(span && placeOf(span, lines)) }),
      title: `${holdout.name}: ${stanceText(holdout)}`,
      message: knownOf(holdout, year),
    };
  });
}

/** The annotation with the outcome, on the run as a whole. */
export function verdictAnnotation(view: SnapshotView): Annotation {
  const { snapshot, tally } = view;
  const assumptions = assumptionsText(view);
  const message = [
    `${dateText(snapshot.asOf)}${snapshot.onRecord ? ', on record' : ''}: ${verdictText(view)}`,
    turnText(view),
    assumptions === undefined ? undefined : `what if: assuming ${assumptions}`,
  ];
  return {
    level: 'notice',
    title: `${tally.outcome.toUpperCase()}: ${snapshot.title}`,
    message: message.filter((part) => part !== undefined).join('; '),
  };
}

/** Date, speaker, reason and demands of a holdout, on one line. */
function knownOf(holdout: Holdout, year: string): string {
  const { why } = holdout;
  const known = [
    holdingOutText(holdout, year),
    whoText(holdout),
    ...(why === undefined ? [] : [why]),
    wantsText(holdout, year) ?? '',
  ].filter((part) => part !== '');
  return known.length === 0 ? nothingKnown(holdout) : known.join(' · ');
}

const nothingKnown = ({ assumed }: Standing): string => (assumed ? 'assumed' : 'no position recorded');

function placeOf(span: Span, lines: Lines): Pick<Annotation, 'line' | 'column' | 'endLine' | 'endColumn'> {
  const [start, end] = [lineAndColumnOf(lines, span.start), lineAndColumnOf(lines, Math.max(span.start, span.end))];
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}

const levelOf: Readonly<Record<Severity, Level>> = { error: 'error', advice: 'warning' };

/** A diagnosed file with its path in the workspace; no path for a file outside it. */
export type DiagnosedInWorkspace = DiagnosedFile & { readonly path?: string };

/** Diagnostics as annotations: errors as `error`, advice as `warning`; empty when there are none. */
export function renderDiagnosticAnnotations(files: readonly DiagnosedInWorkspace[]): string {
  return renderAnnotations(
    files.flatMap(({ file, path, text, valid, diagnostics, more }): Annotation[] => {
      const lines = linesOf(text);
      const where = path === undefined ? {} : { file: path };
      const withFile = (message: string): string => (path === undefined ? `${file}: ${message}` : message);
      const rest: Annotation = {
        level: valid ? 'warning' : 'error',
        ...where,
        title: 'more',
        message: withFile(`and ${plural(more, 'more problem')}`),
      };
      const annotations = diagnostics.map(
        ({ code, severity, message, hint, span }: Diagnostic): Annotation => ({
          level: levelOf[severity],
          ...where,
          ...(path !== undefined && span && placeOf(span, lines)),
          title: code,
          message: withFile(hint === undefined ? message : `${message} (hint: ${hint})`),
        }),
      );
      return more === 0 ? annotations : [...annotations, rest];
    }),
  );
}
