import type { Roster } from '../../model/roster.ts';
import type { Problem } from '../../roster/yaml/problem.ts';
import { type ExitCode, exit } from '../contract/exit.ts';
import type { FormatOf } from '../contract/formats.ts';
import { unfold } from '../input/folder.ts';
import { type Diagnosed, diagnoseInput, readInput } from '../input/read-roster.ts';
import { isMeantAsRoster } from '../input/roster-at-hand.ts';
import { remarkOrigin, type Shell } from '../output/shell.ts';
import { answerAdvice } from '../steps/answer-advice.ts';
import { missedExpectations } from '../steps/expectations.ts';
import { noRosterIn } from '../steps/read-decisions.ts';

/** The options of `validate`. */
export interface ValidateOptions {
  /** Advice counts as an error. */
  readonly strict: boolean;
  /** Folders are read with their subfolders. */
  readonly recursive: boolean;
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

/** Where no roster is named. */
const nothing: { readonly word?: string; readonly folder?: string } = {};

/** `validate [ROSTER...]`: every problem of each file at once, failed `expect` entries and advice included. */
export async function validateCommand(
  designators: readonly string[],
  { strict, recursive }: ValidateOptions,
  shell: Shell<FormatOf<'validate'>>,
): Promise<ExitCode> {
  const files: Diagnosed[] = [];
  const today = { text: shell.today, day: shell.today };
  const further = (roster: Roster): Problem[] => [...missedExpectations(roster), ...answerAdvice(roster, today)];
  const words = unfold(designators, { recursive }, shell.host);
  for (const { word, folder } of designators.length === 0 ? [nothing] : words) {
    const input = await readInput(word, shell);
    if (folder !== undefined && input.problem === undefined && !isMeantAsRoster(input.text)) continue;
    remarkOrigin(input, shell, true);
    const diagnosis = await diagnoseInput(input, { today: shell.today, strict, further });
    files.push({ ...input, ...diagnosis });
  }
  if (files.length === 0) files.push(await noRosterIn(designators));
  await answers[shell.format](files, shell);
  return files.every(({ valid }) => valid) ? exit.done : exit.badRoster;
}
