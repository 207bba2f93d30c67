import { type ExitCode, exit } from '../contract/exit.ts';
import type { Format } from '../contract/formats.ts';
import type { Diagnosed } from '../input/read-roster.ts';
import type { Shell } from './shell.ts';

/**
 * Reports why files cannot be used: as the answer in formats for programs, else as a remark.
 *
 * @returns the exit code of a command that could not read what it needs
 */
export async function reportProblems(files: readonly Diagnosed[], shell: Shell<Format>): Promise<ExitCode> {
  await report(files, shell);
  return exit.badRoster;
}

async function report(files: readonly Diagnosed[], shell: Shell<Format>): Promise<void> {
  switch (shell.format) {
    case 'github':
      return (await import('../output/formats-bundle.ts')).annotateProblems(files, shell);
    case 'junit':
      return shell.answer((await import('../output/formats-bundle.ts')).renderDiagnosticsJunit(files));
    case 'json':
      return shell.answer((await import('../input/problems-bundle.ts')).renderDiagnosticsJson(files));
    case 'table':
    case 'markdown':
    case 'csv': {
      const { renderDiagnostics } = await import('../input/problems-bundle.ts');
      for (const file of files) shell.remark(renderDiagnostics(file, await shell.remarks()));
    }
  }
}
