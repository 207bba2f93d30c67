import { diff } from './commands/diff.ts';
import type { Action } from './declarations.ts';
import { shellFor } from './shell.ts';
import { snapshotOptionsOf } from './view.ts';

/** All other commands, in a bundle that the quick ones do without. */
export const more = {
  diff: async (words, options, host) => {
    const { exitCode = false, quiet = false } = options;
    return diff(
      words,
      { ...snapshotOptionsOf(options), exitCode: exitCode || quiet, quiet },
      await shellFor(host, options),
    );
  },
} as const satisfies Readonly<Record<string, Action>>;
