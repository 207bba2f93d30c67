import { furtherProblems } from '../../validate/further-problems.ts';
import { type ExitCode, exit } from '../contract/exit.ts';
import type { FormatOf } from '../contract/formats.ts';
import { type Diagnosed, diagnoseInput, type Input, readInput } from '../input/read-roster.ts';
import { remarkOrigin, remarkPassedOver, type Shell } from '../output/shell.ts';
import { isNoRoster, noRosterIn, type RosterPaths, textsOf } from '../steps/read-decisions.ts';

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

/**
 * `validate [PATH...]`: every problem of each file at once, failed `expect` entries and advice included. What is no roster
 * in a folder is passed over.
 */
export async function validateCommand(
  paths: RosterPaths,
  { strict }: ValidateOptions,
  shell: Shell<FormatOf<'validate'>>,
): Promise<ExitCode> {
  const files: Diagnosed[] = [];
  const further = furtherProblems(shell.today);
  const add = async (input: Input): Promise<void> => {
    files.push({ ...input, ...(await diagnoseInput(input, { today: shell.today, strict, further })) });
  };
  if (paths.words.length === 0) {
    const input = await readInput(undefined, shell);
    remarkOrigin(input, shell, true);
    await add(input);
  } else {
    let passedOver = 0;
    for await (const read of textsOf(paths, shell)) {
      if (isNoRoster(read)) passedOver += 1;
      else await add(read.input);
    }
    remarkPassedOver(passedOver, shell);
    if (files.length === 0) files.push(await noRosterIn(paths, shell));
  }
  await answers[shell.format](files, shell);
  return files.every(({ valid }) => valid) ? exit.done : exit.badRoster;
}
