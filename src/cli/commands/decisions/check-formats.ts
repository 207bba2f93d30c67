import { wholeAnswer } from '../../../engine/answer.ts';
import type { SnapshotView } from '../../../model/view.ts';
import { annotatedDecision, renderChecksAnnotations } from '../../../render/check/annotations.ts';
import type { CheckedDecision, CheckedDecisions } from '../../../render/check/checked.ts';
import { fileRows, renderChecksCsv } from '../../../render/check/csv.ts';
import { decisionDocument, renderChecksJson } from '../../../render/check/json.ts';
import { renderChecksJunit } from '../../../render/check/junit.ts';
import { renderChecksMarkdown, renderChecksSummary } from '../../../render/check/markdown.ts';
import { renderChecks } from '../../../render/check/terminal.ts';
import { checkSuite } from '../../../render/ci/junit.ts';
import { renderStepOutputs } from '../../../render/ci/step-outputs.ts';
import { renderCheck } from '../../../render/status/check.ts';
import { renderStatusMarkdown } from '../../../render/status/markdown.ts';
import { shown } from '../../../text/escape-controls.ts';
import type { FormatOf } from '../../contract/formats.ts';
import type { RosterInput } from '../../input/read-roster.ts';
import { appendOutputs, appendSummary, inWorkspace, mostOfSummary } from '../../output/github.ts';
import type { Shell } from '../../output/shell.ts';

/** Makes one answer of many decisions, and keeps of each only its part of the answer. */
interface Collector {
  add(view: SnapshotView, input: RosterInput, decision: CheckedDecision): Promise<void>;
  answer(all: CheckedDecisions): void;
  /** The rosters that are not valid are told in the answer. */
  readonly tellsProblems: boolean;
}

interface Collected<Part> {
  readonly part: (view: SnapshotView, input: RosterInput, decision: CheckedDecision) => Part | Promise<Part>;
  readonly answer: (parts: readonly Part[], all: CheckedDecisions) => void;
  readonly tellsProblems?: boolean;
}

function collector<Part>({ part, answer, tellsProblems = false }: Collected<Part>): Collector {
  const parts: Part[] = [];
  return {
    add: async (view, input, decision) => {
      parts.push(await part(view, input, decision));
    },
    answer: (all) => answer(parts, all),
    tellsProblems,
  };
}

/** The answer of `check` about several rosters in each format. */
export const collectors: Readonly<Record<FormatOf<'check'>, (shell: Shell) => Collector>> = {
  table: (shell) =>
    collector({
      part: (view, { file }) => renderCheck(view, shell.answers, file),
      answer: (blocks, all) => shell.answer(renderChecks(blocks, all, shell.answers)),
    }),
  json: (shell) =>
    collector({
      part: (view, input) => decisionDocument(input.file, wholeAnswer(input.roster, view)),
      answer: (documents, all) => shell.answer(renderChecksJson(documents, all)),
      tellsProblems: true,
    }),
  markdown: (shell) =>
    collector({ part: () => undefined, answer: (_, all) => shell.answer(renderChecksMarkdown(all)) }),
  csv: (shell) =>
    collector({
      part: (view, { file }, { change }) => {
        if (change !== undefined) shell.remark(shown`rutte-tally: ${file}: ${change}\n`);
        return fileRows(file, view);
      },
      answer: (tables) => shell.answer(renderChecksCsv(tables)),
    }),
  github: annotating,
  junit: (shell) =>
    collector({
      part: (view, { file }) => checkSuite(view, file),
      answer: (suites, all) => shell.answer(renderChecksJunit(suites, all)),
      tellsProblems: true,
    }),
};

/** Annotations, a summary with the details of decisions that are not reached, and step outputs. */
function annotating(shell: Shell): Collector {
  const details: string[] = [];
  let room = mostOfSummary;
  return collector({
    part: async (view, input) => {
      if (view.tally.outcome !== 'reached' && room > 0) {
        const detail = renderStatusMarkdown(wholeAnswer(input.roster, view), { all: false });
        details.push(detail);
        room -= detail.length;
      }
      return annotatedDecision(view, await inWorkspace(view, input, shell.host));
    },
    answer: (annotated, all) => {
      shell.answer(renderChecksAnnotations(annotated, all));
      appendSummary([renderChecksSummary(all), ...details].join('\n'), shell);
      appendOutputs(renderStepOutputs(all.decisions), shell);
    },
  });
}
