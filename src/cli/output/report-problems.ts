import { type ExitCode, exit } from '../contract/exit.ts';
import type { Format } from '../contract/formats.ts';
import type { Diagnosed } from '../input/read-roster.ts';
import type { Shell } from './shell.ts';

type Report = (files: readonly Diagnosed[], shell: Shell<Format>) => Promise<void>;

const remarkProblems: Report = async (files, shell) => {
  const { renderDiagnostics } = await import('../input/problems-bundle.ts');
  for (const file of files) shell.remark(renderDiagnostics(file, await shell.remarks()));
};

const reports: Readonly<Record<Format, Report>> = {
  table: remarkProblems,
  json: async (files, { answer }) => answer((await import('../input/problems-bundle.ts')).renderDiagnosticsJson(files)),
  markdown: remarkProblems,
  csv: remarkProblems,
  github: async (files, shell) => (await import('./formats-bundle.ts')).annotateProblems(files, shell),
  junit: async (files, { answer }) => answer((await import('./formats-bundle.ts')).renderDiagnosticsJunit(files)),
  yaml: remarkProblems,
  ics: remarkProblems,
  svg: remarkProblems,
};

/**
 * Reports files that cannot be used: as the answer in a format for programs, otherwise as a remark.
 *
 * @returns the exit code for a roster that cannot be used
 */
export async function reportProblems(files: readonly Diagnosed[], shell: Shell<Format>): Promise<ExitCode> {
  await reports[shell.format](files, shell);
  return exit.badRoster;
}

/**
 * Reports the files that an answer about several leaves out; JSON has them in the answer.
 *
 * @returns the exit code of the answer
 */
export async function reportLeftOut(files: readonly Diagnosed[], shell: Shell<Format>): Promise<ExitCode> {
  if (files.length === 0) return exit.done;
  return shell.format === 'json' ? exit.badRoster : reportProblems(files, shell);
}
