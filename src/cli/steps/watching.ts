import type { Layout } from '../../render/layout/theme.ts';
import { shown, visible } from '../../text/escape-controls.ts';
import { truncate } from '../../text/width.ts';
import { type ExitCode, exit } from '../contract/exit.ts';
import type { Answering, CommonOptions, FormatOf } from '../contract/formats.ts';
import type { Host } from '../contract/host.ts';
import { isUsageError, UsageError } from '../contract/usage-error.ts';
import { openScreen } from '../output/screen.ts';
import { type Shell, shellFor } from '../output/shell.ts';
import { watchPaths } from './watch-paths.ts';

/** Milliseconds before a changed file is read, so that its writer is done and further changes are included. */
const settling = 50;

/** An answer that is shown again whenever what it is about changes. */
export interface Watched<Name extends Answering> {
  readonly command: Name;
  /** Files and folders; of folders the files in them. */
  readonly paths: readonly string[];
  /** The subfolders of folders are watched as well. */
  readonly recursive: boolean;
  /** What is watched, as the user calls it. */
  readonly label: string;
  /** Gives the answer once. Options are read again for each look: today is another day by then. */
  answer(shell: Shell<FormatOf<Name>>): Promise<unknown>;
}

/**
 * Shows an answer, and shows it again whenever a file is changed, replaced, added or removed, until interrupted or until
 * its reader is gone. In a pipe, each answer follows the one before.
 *
 * @throws UsageError for another format than a table
 */
export async function watching<Name extends Answering>(
  { command, paths, recursive, label, answer }: Watched<Name>,
  common: CommonOptions,
  host: Host,
): Promise<ExitCode> {
  if (common.format !== 'table') throw new UsageError('watch-format', '--watch works only with --format table');
  const look = async (): Promise<{ readonly text: string; readonly layout: Layout }> => {
    const { shell, said } = listenTo(await shellFor(command, host, common));
    await answer(shell);
    return { text: said(), layout: shell.answers };
  };
  let seen = await look();
  const interactive = host.stdout.isTTY === true;
  const screen = interactive ? openScreen(host.stdout) : undefined;
  const draw = (before?: string): void => {
    const { text, layout } = seen;
    const bottom = truncate(shown`watching ${label}; press Ctrl-C to stop`, layout.width);
    if (screen !== undefined) screen.draw(text, layout.theme.faint(bottom));
    else if (text !== before) host.stdout.write(before === undefined ? text : `\n${text}`);
  };
  draw();
  const show = async (): Promise<void> => {
    const before = seen.text;
    seen = await look().catch((error: unknown) => ({ ...seen, text: usageText(error) }));
    draw(before);
  };
  // One picture after the other, and never two at once.
  let last = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  await new Promise<void>((resolve, reject) => {
    const again = (): void => {
      timer ??= setTimeout(() => {
        timer = undefined;
        last = last.then(show).catch(reject);
      }, settling);
    };
    const watched = watchPaths(paths, recursive, again);
    host.stdout.on?.('resize', again);
    const stop = (): void => {
      host.stdout.off?.('resize', again);
      clearTimeout(timer);
      watched.close().then(resolve, reject);
    };
    for (const signal of ['SIGINT', 'SIGTERM'] as const) host.once?.(signal, stop);
    // Nobody can see further answers.
    host.stdout.on?.('error', stop);
  }).finally(() => screen?.close());
  await last;
  if (interactive) host.stdout.write(seen.text);
  return exit.done;
}

/**
 * The message of a usage error, such as an assumption about a member that is gone by now. Any other error is rethrown.
 */
function usageText(error: unknown): string {
  if (isUsageError(error)) return `rutte-tally: ${visible(error.message)}\n`;
  throw error;
}

/** A shell that collects answers and remarks. */
function listenTo<S extends Shell>(shell: S): { readonly shell: S; said(): string } {
  let text = '';
  const keep = (more: string): void => {
    text += more;
  };
  return {
    shell: { ...shell, answer: keep, remark: keep, remarks: async () => shell.answers },
    said: () => text,
  };
}
