import { watch as watchFile } from 'chokidar';
import type { Layout } from '../../render/layout/theme.ts';
import { shown, visible } from '../../text/escape-controls.ts';
import { truncate } from '../../text/width.ts';
import { type ExitCode, exit } from '../contract/exit.ts';
import type { CommonOptions, FormatOf } from '../contract/formats.ts';
import type { Host } from '../contract/host.ts';
import { surroundingsOf } from '../contract/surroundings.ts';
import { isUsageError, UsageError } from '../contract/usage-error.ts';
import { originsOf } from '../input/origin.ts';
import type { SnapshotRequest } from '../input/snapshot-request.ts';
import { openScreen } from '../output/screen.ts';
import { type Shell, shellFor } from '../output/shell.ts';
import { statusCommand } from './status.ts';

/** Milliseconds before a changed file is read, so that its writer is done and further changes are included. */
const settling = 50;

/**
 * `status --watch [FILE]`: shows the status, and shows it again whenever the file is changed or replaced, until
 * interrupted. In a pipe, each answer follows the one before.
 *
 * @param requested the options, read again for each look: today is another day by then
 * @throws UsageError for anything but a file
 */
export async function watchCommand(
  designator: string | undefined,
  requested: () => SnapshotRequest,
  common: CommonOptions,
  host: Host,
): Promise<ExitCode> {
  const [{ place, file }] = await originsOf([designator], surroundingsOf('status', host));
  if (place.kind !== 'file') throw new UsageError('nothing-to-watch', '--watch needs a file');
  if (requested().assumeFile === '-') throw new UsageError('stream-twice', '--watch cannot read standard input');
  if (common.format !== 'table') throw new UsageError('watch-format', '--watch works only with --format table');
  const look = async (): Promise<{ readonly text: string; readonly layout: Layout }> => {
    const { shell, said } = listenTo(await shellFor('status', host, common));
    await statusCommand(designator, requested(), shell);
    return { text: said(), layout: shell.answers };
  };
  let seen = await look();
  const interactive = host.stdout.isTTY === true;
  const screen = interactive ? openScreen(host.stdout) : undefined;
  const draw = (before?: string): void => {
    const { text, layout } = seen;
    const bottom = truncate(shown`watching ${file}; press Ctrl-C to stop`, layout.width);
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
    // The file may have changed before watching began.
    const watcher = watchFile(place.path, { ignoreInitial: true }).on('ready', again).on('all', again);
    host.stdout.on?.('resize', again);
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      host.once?.(signal, () => {
        host.stdout.off?.('resize', again);
        clearTimeout(timer);
        watcher.close().then(resolve, reject);
      });
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

type StatusShell = Shell<FormatOf<'status'>>;

/** A shell that collects answers and remarks. */
function listenTo(shell: StatusShell): { readonly shell: StatusShell; said(): string } {
  let text = '';
  const keep = (more: string): void => {
    text += more;
  };
  return {
    shell: { ...shell, answer: keep, remark: keep, remarks: async () => shell.answers },
    said: () => text,
  };
}
