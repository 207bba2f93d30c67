import { type ExitCode, exit } from '../contract/exit.ts';
import type { Format } from '../contract/formats.ts';
import { type Diagnosed, diagnoseInput, readInput } from '../input/read-roster.ts';
import type { Shell } from '../output/shell.ts';
import { missedExpectations } from '../steps/expectations.ts';

type ValidateFormat = Exclude<Format, 'csv'>;

export interface ValidateOptions {
  /** Advice counts as an error. */
  readonly strict: boolean;
}

/** `validate ROSTER...`: everything that is wrong with each file, at once, and what it does not answer as it expects. */
export async function validateCommand(
  designators: readonly string[],
  { strict }: ValidateOptions,
  shell: Shell<ValidateFormat>,
): Promise<ExitCode> {
  const files: Diagnosed[] = [];
  for (const designator of designators) {
    const input = await readInput(designator, shell.host);
    const diagnosis = await diagnoseInput(input, { today: shell.today, strict, further: missedExpectations });
    files.push({ ...input, ...diagnosis });
  }
  await answer(files, shell);
  return files.every(({ valid }) => valid) ? exit.done : exit.badRoster;
}

async function answer(files: readonly Diagnosed[], shell: Shell<ValidateFormat>): Promise<void> {
  switch (shell.format) {
    case 'json':
      return shell.answer((await import('../input/problems-bundle.ts')).renderDiagnosticsJson(files));
    case 'github':
      return (await import('../output/formats-bundle.ts')).annotateProblems(files, shell);
    case 'junit':
      return shell.answer((await import('../output/formats-bundle.ts')).renderDiagnosticsJunit(files));
    case 'markdown':
      return shell.answer((await import('../output/formats-bundle.ts')).renderDiagnosticsMarkdown(files));
    case 'table': {
      const { renderDiagnostics, renderValid } = await import('../input/problems-bundle.ts');
      for (const file of files)
        shell.answer(file.diagnostics.length === 0 ? renderValid(file) : renderDiagnostics(file, shell.answers));
    }
  }
}
