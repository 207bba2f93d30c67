import { appendFileSync, existsSync, statSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { SnapshotView, StatusView } from '../../model/view.ts';
import { type InWorkspace, renderCheckAnnotations, renderDiagnosticAnnotations } from '../../render/ci/annotations.ts';
import { outputsOf, renderStepOutputs } from '../../render/ci/step-outputs.ts';
import { stepOutput } from '../../render/ci/workflow-commands.ts';
import { renderDiagnosticsMarkdown } from '../../render/problems/markdown.ts';
import { renderStatusMarkdown } from '../../render/status/markdown.ts';
import { shown } from '../../text/escape-controls.ts';
import type { Format } from '../contract/formats.ts';
import type { Host } from '../contract/host.ts';
import { dataFolder, packageFolder } from '../contract/package.ts';
import { decode } from '../input/decode.ts';
import { readFile, realPath } from '../input/read-file.ts';
import type { Diagnosed, Input } from '../input/read-roster.ts';
import type { Shell } from './shell.ts';

type Runner = Shell<Format>;

/** Writes the answer of `check` for GitHub Actions: annotations, a step summary and step outputs. */
export async function annotate(view: StatusView, input: Input, shell: Runner): Promise<void> {
  shell.answer(renderCheckAnnotations(view, await inWorkspace(view, input, shell.host)));
  appendSummary(renderStatusMarkdown(view, { all: false }), shell);
  appendOutputs(renderStepOutputs([outputsOf(view)]), shell);
}

/** Writes diagnostics for GitHub Actions: annotations, a step summary, and the step output `valid`. */
export function annotateProblems(files: readonly Diagnosed[], shell: Runner): void {
  const placed = files.map((file) => {
    const path = pathInWorkspace(file, shell.host);
    return path !== undefined && hasText(file, path, shell.host) ? { ...file, path } : file;
  });
  shell.answer(renderDiagnosticAnnotations(placed));
  appendSummary(renderDiagnosticsMarkdown(files), shell);
  appendOutputs(stepOutput('valid', String(files.every(({ valid }) => valid))), shell);
}

/** Where a roster lies in the workspace, and the places in it from which the stances of holdouts follow. */
export async function inWorkspace({ snapshot, tally }: SnapshotView, input: Input, host: Host): Promise<InWorkspace> {
  const { text } = input;
  const file = pathInWorkspace(input, host);
  if (file === undefined) return { text };
  if (tally.holdouts.length === 0 || !hasText(input, file, host)) return { file, text };
  const { placesOfStandings } = await import('../input/problems-bundle.ts');
  return { file, text, places: placesOfStandings(text, tally.holdouts, snapshot) };
}

/** The folder that the repository is checked out into, from which annotations name files. */
const workspaceOf = (host: Host): string => realPath(resolve(host.cwd(), host.env.GITHUB_WORKSPACE ?? ''));

/**
 * A roster's path within the workspace, with forward slashes.
 *
 * @returns undefined for a roster outside it: from standard input, or a bundled one
 */
function pathInWorkspace({ place }: Pick<Input, 'place'>, host: Host): string | undefined {
  const workspace = workspaceOf(host);
  return (
    pathsOf(place, workspace)
      .filter((path) => existsSync(path))
      .map(realPath)
      // Above the package, such as in the root folder, the bundled rosters are nobody's files.
      .filter((path) => !isWithin(realPath(dataFolder), path) || workspace === realPath(packageFolder))
      .map((path) => relative(workspace, path))
      .filter((path) => path !== '' && !isAbsolute(path))
      .map((path) => path.split(sep))
      .find((folders) => folders[0] !== '..' && !folders.includes('node_modules'))
      ?.join('/')
  );
}

const isWithin = (folder: string, path: string): boolean => path.startsWith(`${folder}${sep}`);

/** The paths at which a version of the roster may be. */
function pathsOf(place: Input['place'], workspace: string): readonly string[] {
  switch (place.kind) {
    case 'stream':
    case 'nowhere':
      return [];
    case 'file':
      return [place.path];
    case 'blob':
      return [resolve(place.blob.folder, place.blob.path), resolve(workspace, place.blob.path)];
  }
}

/** Whether the file in the workspace has the text that was read; in another version, the lines would be wrong. */
function hasText({ place, text }: Pick<Input, 'place' | 'text'>, path: string, host: Host): boolean {
  if (place.kind === 'file') return true;
  const read = readFile(resolve(workspaceOf(host), path));
  return 'bytes' in read && decode(read.bytes).text === text;
}

/** Size limit of a step summary in bytes, including what earlier commands of the step wrote. */
export const mostOfSummary = 1024 * 1024;
const cutRemark = '\nThe rest is cut: a summary has room for 1 MiB.\n';

/** Adds Markdown to the summary of the step, as far as there is room. */
export function appendSummary(markdown: string, shell: Runner): void {
  const path = shell.host.env.GITHUB_STEP_SUMMARY ?? '';
  const used = path !== '' && existsSync(path) ? statSync(path).size : 0;
  append('GITHUB_STEP_SUMMARY', fitted(`${markdown}\n`, mostOfSummary - used), 'summary of the step', shell);
}

/** Adds outputs to those of the step. */
export function appendOutputs(outputs: string, shell: Runner): void {
  append('GITHUB_OUTPUT', outputs, 'outputs of the step', shell);
}

/** As many whole lines as fit into `room` bytes, with a remark if some are cut; empty when none fit. */
function fitted(text: string, room: number): string {
  if (Buffer.byteLength(text) <= room) return text;
  let left = room - Buffer.byteLength(cutRemark);
  let end = 0;
  for (;;) {
    const next = text.indexOf('\n', end) + 1;
    left -= Buffer.byteLength(text.slice(end, next));
    if (next === 0 || left < 0) break;
    end = next;
  }
  return end === 0 ? '' : text.slice(0, end) + cutRemark;
}

/** Appends to the file that an environment variable names. A failure is remarked on, and does not change the answer. */
function append(variable: string, text: string, what: string, { host, remark }: Runner): void {
  const path = host.env[variable] ?? '';
  if (path === '' || text === '') return;
  try {
    appendFileSync(path, text);
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    remark(shown`rutte-tally: the ${what} could not be written to ${variable}: ${why}\n`);
  }
}
