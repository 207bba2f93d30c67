import type { DiagnosedFile } from '../../render/diagnostics.ts';
import { type ExitCode, exit } from '../exit.ts';
import { missedExpectations } from '../expectations.ts';
import { diagnoseInput, readInput } from '../input.ts';
import type { Shell } from '../shell.ts';

export interface ValidateOptions {
  /** Advice counts as an error. */
  readonly strict: boolean;
}

/** `validate ROSTER...`: everything that is wrong with each file, at once, and what it does not answer as it expects. */
export async function validate(
  designators: readonly string[],
  { strict }: ValidateOptions,
  shell: Shell,
): Promise<ExitCode> {
  const files: DiagnosedFile[] = [];
  for (const designator of designators) {
    const input = await readInput(designator, shell.host);
    const diagnosis = await diagnoseInput(input, { today: shell.today, strict, further: missedExpectations });
    files.push({ file: input.file, text: input.text, ...diagnosis });
  }
  const { renderDiagnostics, renderDiagnosticsJson, renderValid } = await import('../explain.ts');
  if (shell.format === 'json') shell.answer(renderDiagnosticsJson(files));
  else
    for (const file of files)
      shell.answer(file.diagnostics.length === 0 ? renderValid(file) : renderDiagnostics(file, shell.answers));
  return files.every(({ valid }) => valid) ? exit.done : exit.badRoster;
}
