import { watch as watchFile } from 'chokidar';
import { originOf } from '../designator.ts';
import { type ExitCode, exit } from '../exit.ts';
import type { Host } from '../host.ts';
import { openScreen } from '../screen.ts';
import type { CommonOptions, Shell } from '../shell.ts';
import { shellFor } from '../shell.ts';
import { UsageError } from '../usage.ts';
import type { SnapshotOptions } from '../view.ts';
import { status } from './status.ts';

/** Milliseconds until a file that changed is read: whoever writes it is done by then, and what else changed is seen. */
const settling = 50;

/**
 * `status --watch [FILE]`: shows the status, and shows it anew whenever the file changes or another one takes its
 * place, until it is interrupted. In a pipe every new answer follows the one before.
 *
 * @throws UsageError for anything but a file
 */
export async function watch(
  designator: string | undefined,
  options: SnapshotOptions,
  common: CommonOptions,
  host: Host,
): Promise<ExitCode> {
  const { place, file } = originOf(designator, host);
  if (place.kind !== 'file') throw new UsageError('nothing-to-watch', '--watch needs a file, which can change');
  if (common.format !== 'table') throw new UsageError('watch-format', '--watch answers as a table');
  const interactive = host.stdout.isTTY === true;
  const screen = interactive ? openScreen(host.stdout) : undefined;
  const bottom = `watching ${file}; Ctrl-C ends it`;
  let shown: string | undefined;
  const show = async (): Promise<void> => {
    const { shell, said } = listenTo(await shellFor(host, common));
    await status(designator, options, shell);
    const text = said();
    if (screen !== undefined) screen.draw(text, shell.answers.theme.faint(bottom));
    else if (text !== shown) host.stdout.write(shown === undefined ? text : `\n${text}`);
    shown = text;
  };
  // One picture after the other, and never two at once.
  let last = show();
  let timer: NodeJS.Timeout | undefined;
  const again = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      last = last.then(show);
    }, settling);
  };
  // Once it watches, it looks again: what changed in the meantime would go unseen.
  const watcher = watchFile(place.path, { ignoreInitial: true }).on('ready', again).on('all', again);
  host.stdout.on?.('resize', again);
  await interrupted(host);
  host.stdout.off?.('resize', again);
  clearTimeout(timer);
  await watcher.close();
  await last;
  screen?.close();
  if (interactive) host.stdout.write(shown ?? '');
  return exit.done;
}

/** A shell that keeps what is said, answers and remarks alike. */
function listenTo(shell: Shell): { readonly shell: Shell; said(): string } {
  let text = '';
  const keep = (more: string): void => {
    text += more;
  };
  return {
    shell: { ...shell, answer: keep, remark: keep, remarks: async () => shell.answers },
    said: () => text,
  };
}

function interrupted(host: Host): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) host.once?.(signal, () => resolve());
  });
}
