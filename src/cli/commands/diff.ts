import { basename, dirname } from 'node:path';
import { diff as compare } from '../../engine/diff.ts';
import type { DiffView } from '../../model/view.ts';
import { renderDiffCsv } from '../../render/diff/csv.ts';
import { renderDiffJson } from '../../render/diff/json.ts';
import { renderDiffMarkdown } from '../../render/diff/markdown.ts';
import { renderDiff } from '../../render/diff/terminal.ts';
import { type ExitCode, exit } from '../contract/exit.ts';
import type { FormatOf } from '../contract/formats.ts';
import type { Surroundings } from '../contract/surroundings.ts';
import { UsageError } from '../contract/usage-error.ts';
import { type Origin, originOf, originsOf } from '../input/origin.ts';
import { realPath } from '../input/read-file.ts';
import type { SnapshotRequest } from '../input/snapshot-request.ts';
import { reportProblems } from '../output/report-problems.ts';
import { type Renderer, remarkOrigin, type Shell } from '../output/shell.ts';
import { readRosters } from '../steps/read-rosters.ts';
import { snapshotAt, takeSnapshot } from '../steps/read-snapshot.ts';

/** The options of `diff`, parsed. */
export interface DiffRequest extends SnapshotRequest {
  /** Exit with 1 when anything changed. */
  readonly exitCode: boolean;
  /** Print nothing. */
  readonly quiet: boolean;
}

const renderers: Readonly<Record<FormatOf<'diff'>, Renderer<DiffView>>> = {
  table: { render: renderDiff, namesOrigin: true },
  json: { render: renderDiffJson, namesOrigin: false },
  markdown: { render: renderDiffMarkdown, namesOrigin: true },
  csv: { render: renderDiffCsv, namesOrigin: false },
};

/** `diff BEFORE [AFTER]`: what changed from one snapshot to another. Assumptions are about the second. */
export async function diffCommand(
  designators: readonly string[],
  { exitCode, quiet, ...request }: DiffRequest,
  shell: Shell<FormatOf<'diff'>>,
): Promise<ExitCode> {
  const read = await readRosters(sidesOf(designators, shell), shell.host);
  if (!read.ok) return reportProblems(read.problems, shell);
  const [before, after] = read.inputs;
  const taken = await takeSnapshot(after, request, shell);
  if (!taken.ok) return reportProblems(taken.problems, shell);
  const result = compare(snapshotAt(before, request, shell.today), taken.snapshot);
  const view = { diff: result, origins: { before: before.origin, after: after.origin } };
  if (!quiet) {
    const { render, namesOrigin } = renderers[shell.format];
    remarkOrigin(after, shell, namesOrigin);
    shell.answer(await render(view, shell.answers));
  }
  return exitCode && result.changed ? exit.no : exit.done;
}

/** The two sides; a file alone is compared with its last committed version, and a version with the working copy. */
function sidesOf([first, second]: readonly string[], run: Surroundings): readonly [before: Origin, after: Origin] {
  return second === undefined ? withOtherVersion(originOf(first, run), run) : originsOf([first, second], run);
}

function withOtherVersion(origin: Origin, run: Surroundings): readonly [before: Origin, after: Origin] {
  const { place, file, date } = origin;
  switch (place.kind) {
    case 'stream':
      throw new UsageError('one-snapshot', 'standard input has no earlier version: name two snapshots');
    case 'blob':
      return [origin, { ...originOf(place.blob.path, run), ...(date && { date }) }];
    case 'file': {
      // Git has versions of the file that a link leads to.
      const path = realPath(place.path);
      const blob = { revision: 'HEAD', path: basename(path), folder: dirname(path) };
      const name = `HEAD:${file}`;
      return [{ ...origin, file: name, origin: name, place: { kind: 'blob', blob } }, origin];
    }
    case 'nowhere':
      return [origin, origin];
  }
}
