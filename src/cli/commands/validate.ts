import type { Roster } from '../../model/roster.ts';
import type { Problem } from '../../roster/yaml/problem.ts';
import { type ExitCode, exit } from '../contract/exit.ts';
import type { FormatOf } from '../contract/formats.ts';
import { type Diagnosed, diagnoseInput, readInput } from '../input/read-roster.ts';
import { remarkOrigin, type Shell } from '../output/shell.ts';
import { answerAdvice } from '../steps/answer-advice.ts';
import { missedExpectations } from '../steps/expectations.ts';

/** The options of `validate`. */
export interface ValidateOptions {
  /** Advice counts as an error. */
  readonly strict: boolean;
}

const answers: Readonly<Record<FormatOf<'validate'>, (files: readonly Diagnosed[], shell: Shell) => Promise<void>>> = {
  table: async (files, shell) => {
    const { renderDiagnostics, renderValid } = await import('../input/problems-bundle.ts');
    for (const file of files)
      shell.answer(file.diagnostics.length === 0 ? renderValid(file) : renderDiagnostics(file, shell.answers));
  },
  json: async (files, { answer }) => answer((await import('../input/problems-bundle.ts')).renderDiagnosticsJson(files)),
  markdown: async (files, { answer }) =>
    answer((await import('../output/formats-bundle.ts')).renderDiagnosticsMarkdown(files)),
  github: async (files, shell) => (await import('../output/formats-bundle.ts')).annotateProblems(files, shell),
  junit: async (files, { answer }) =>
    answer((await import('../output/formats-bundle.ts')).renderDiagnosticsJunit(files)),
};

/** `validate [ROSTER...]`: every problem of each file at once, failed `expect` entries and advice included. */
export async function validateCommand(
  designators: readonly string[],
  { strict }: ValidateOptions,
  shell: Shell<FormatOf<'validate'>>,
): Promise<ExitCode> {
  const files: Diagnosed[] = [];
  const today = { text: shell.today, day: shell.today };
  const further = (roster: Roster): Problem[] => [...missedExpectations(roster), ...answerAdvice(roster, today)];
  for (const designator of designators.length === 0 ? [undefined] : designators) {
    const input = await readInput(designator, shell);
    remarkOrigin(input, shell, true);
    const diagnosis = await diagnoseInput(input, { today: shell.today, strict, further });
    files.push({ ...input, ...diagnosis });
  }
  await answers[shell.format](files, shell);
  return files.every(({ valid }) => valid) ? exit.done : exit.badRoster;
}
