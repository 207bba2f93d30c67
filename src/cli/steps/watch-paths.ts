import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type FSWatcher, watch } from 'chokidar';
import { isInstalledOrHidden } from '../input/folder.ts';

/** Milliseconds between two looks at whether a path still leads to what is watched. */
const interval = 250;

/** A watch that goes on until it is closed. */
export interface PathWatch {
  close(): Promise<void>;
}

/**
 * Calls back whenever one of the files, or a file in one of the folders, is changed, added or removed, or a path leads
 * to something else. The system tells of changes to what was there when watching began; so the paths are looked at now
 * and then, and watched again when one of them is gone, there again, or replaced.
 *
 * @param changed called once when watching begins, too: a file may have changed before
 */
export function watchPaths(paths: readonly string[], recursive: boolean, changed: () => void): PathWatch {
  const closing = new AbortController();
  let stale = false;
  const begin = (usePolling: boolean): FSWatcher =>
    watch([...paths], {
      ignoreInitial: true,
      usePolling,
      ...(!recursive && { depth: 0 }),
      ignored: ignoring(paths),
    })
      .on('ready', changed)
      .on('all', changed)
      // The system may have no more watches to give; then files are looked at one by one.
      .on('error', () => {
        polling = true;
        stale = true;
      });
  let polling = false;
  let watcher = begin(polling);
  const keepUp = async (): Promise<void> => {
    let known = await identitiesOf(paths);
    while (!closing.signal.aborted) {
      await pause(interval, undefined, { signal: closing.signal }).catch(() => {});
      const now = await identitiesOf(paths);
      if (closing.signal.aborted || (now === known && !stale)) continue;
      [known, stale] = [now, false];
      await watcher.close();
      watcher = begin(polling);
      changed();
    }
    await watcher.close();
  };
  const ended = keepUp();
  return {
    close: () => {
      closing.abort();
      return ended;
    },
  };
}

/** What paths lead to at the moment, as a text to compare. */
async function identitiesOf(paths: readonly string[]): Promise<string> {
  const identities = await Promise.all(
    paths.map(async (path) => {
      const found = await stat(path, { bigint: true }).catch(() => undefined);
      // A new file may get the number of one that was deleted.
      return found === undefined ? 'nothing' : `${found.dev}:${found.ino}:${found.birthtimeNs}`;
    }),
  );
  return identities.join(' ');
}

/**
 * Whether a file or a folder is ignored where these paths are watched: hidden files and installed packages are, unless they
 * are watched themselves. Paths may have either slash: chokidar hands out the forward one on Windows too.
 */
export function ignoring(paths: readonly string[]): (path: string) => boolean {
  const named = new Set(paths.map(withForwardSlashes));
  return (path) => {
    const asked = withForwardSlashes(path);
    return !named.has(asked) && isInstalledOrHidden(basename(asked));
  };
}

const withForwardSlashes = (path: string): string => path.replaceAll('\\', '/');
