import type { SnapshotView } from '../../model/view.ts';
import { holdoutAnnotations, type InWorkspace, renderAnnotations, verdictAnnotation } from '../ci/annotations.ts';
import type { Annotation } from '../ci/workflow-commands.ts';
import type { CheckedDecisions } from './checked.ts';
import { decisionsText, remarkTexts } from './words.ts';

/** The annotations of one of several decisions, in its roster. */
export interface AnnotatedDecision {
  readonly verdict: Annotation;
  readonly holdouts: readonly Annotation[];
}

/** The verdict and the holdouts of one of several decisions. */
export const annotatedDecision = (view: SnapshotView, where: InWorkspace): AnnotatedDecision => ({
  verdict: { ...verdictAnnotation(view), ...(where.file !== undefined && { file: where.file }) },
  holdouts: holdoutAnnotations(view, where),
});

/** Annotations of several decisions. GitHub shows ten of a kind, so that what is about all comes first. */
export const renderChecksAnnotations = (decisions: readonly AnnotatedDecision[], all: CheckedDecisions): string =>
  renderAnnotations([
    {
      level: 'notice',
      title: decisionsText(all),
      message: [...remarkTexts(all), 'See the summary of the run'].join('; '),
    },
    ...decisions.map(({ verdict }) => verdict),
    ...decisions.flatMap(({ holdouts }) => holdouts),
  ]);
