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
import { type Origin, originOf, originsOf, revisionOf, withoutDate } from '../input/origin.ts';
import type { SnapshotRequest } from '../input/snapshot-request.ts';
import { reportProblems } from '../output/report-problems.ts';
import { type Renderer, remarkOrigin, type Shell } from '../output/shell.ts';
import { readRosters } from '../steps/read-rosters.ts';
import { snapshotAt, takeSnapshot } from '../steps/read-snapshot.ts';
import { earlierSnapshot, earlierWord, requireEarlier } from '../steps/since.ts';

/** The options of `diff`, parsed. */
export interface DiffRequest extends SnapshotRequest {
  /** Exit with 1 when anything changed. */
  readonly exitCode: boolean;
  /** Print nothing. */
  readonly quiet: boolean;
  /** The first snapshot, in terms of the second. */
  readonly since?: string;
}

const renderers: Readonly<Record<FormatOf<'diff'>, Renderer<DiffView>>> = {
  table: { render: renderDiff, namesOrigin: true },
  json: { render: renderDiffJson, namesOrigin: false },
  markdown: { render: renderDiffMarkdown, namesOrigin: true },
  csv: { render: renderDiffCsv, namesOrigin: false },
};

/** `diff [BEFORE [AFTER]]`: what changed from one snapshot to another. Assumptions are about the second. */
export async function diffCommand(
  designators: readonly string[],
  { exitCode, quiet, since, ...request }: DiffRequest,
  shell: Shell<FormatOf<'diff'>>,
): Promise<ExitCode> {
  const sides = await sidesOf(designators, since, shell);
  const read = await readRosters([sides.before, sides.after], shell.host);
  if (!read.ok) return reportProblems(read.problems, shell);
  const [before, after] = read.inputs;
  const taken = await takeSnapshot(after, request, shell);
  if (!taken.ok) return reportProblems(taken.problems, shell);
  if (since !== undefined) requireEarlier(before, after, request, shell.today);
  const snapshotBefore = sides.isEarlier
    ? earlierSnapshot(before, after, request, shell.today)
    : snapshotAt(before, request, shell.today);
  const result = compare(snapshotBefore, taken.snapshot);
  const view = { diff: result, origins: { before: before.origin, after: after.origin } };
  if (!quiet) {
    const { render, namesOrigin } = renderers[shell.format];
    remarkOrigin(after, shell, namesOrigin);
    shell.answer(await render(view, shell.answers));
  }
  return exitCode && result.changed ? exit.no : exit.done;
}

/** The two snapshots that are compared. */
interface Sides {
  readonly before: Origin;
  readonly after: Origin;
  /** The first is an earlier one of the second: it is read at the date of that, unless it has its own. */
  readonly isEarlier: boolean;
}

/**
 * The two sides. One alone is compared with what it came from or became: a file, or the roster of the folder, with its
 * last committed version; a version with the working copy; a date with the roster's own.
 */
async function sidesOf(words: readonly string[], since: string | undefined, run: Surroundings): Promise<Sides> {
  const [first, second] = words;
  if (second !== undefined) {
    if (since !== undefined)
      throw new UsageError('conflicting-option', '--since replaces the first snapshot: name only the second');
    const [before, after] = await originsOf([first, second], run);
    return { before, after, isEarlier: false };
  }
  if (since !== undefined) {
    const [after, before] = await originsOf([first, earlierWord(since, run)], run);
    return { before, after, isEarlier: true };
  }
  const [origin] = await originsOf([first], run);
  return withOtherVersion(origin, run);
}

function withOtherVersion(origin: Origin, run: Surroundings): Sides {
  const { place, date, workingCopy } = origin;
  if (place.kind === 'blob') {
    const after = { ...(workingCopy ?? originOf(place.blob.path, run)), ...(date && { date }) };
    return { before: origin, after, isEarlier: false };
  }
  if (date !== undefined) return { before: origin, after: withoutDate(origin), isEarlier: true };
  return { before: revisionOf(origin, 'HEAD'), after: origin, isEarlier: false };
}
