import { checkCommand } from '../commands/check.ts';
import { statusCommand } from '../commands/status.ts';
import { validateCommand } from '../commands/validate.ts';
import type { Action } from '../contract/command.ts';
import { todayOf } from '../contract/host.ts';
import { UsageError } from '../contract/usage-error.ts';
import { nameSeveral } from '../input/folder.ts';
import { snapshotRequest } from '../input/snapshot-request.ts';
import { shellFor } from '../output/shell.ts';
import { rosterPaths } from '../steps/read-decisions.ts';

/** The most used commands, in a bundle of their own so that they start fastest. */
export const quickCommands = {
  status: async (words, options, host) =>
    statusCommand(words[0], snapshotRequest(options, todayOf(host)), await shellFor('status', host, options)),
  check: async (words, options, host) => {
    if (nameSeveral(words, host))
      return (await import('./decisions-commands.ts')).decisionsCommands.check(words, options, host);
    const { since, recursive = false } = options;
    if (recursive && words.length === 0)
      throw new UsageError('missing-argument', '--recursive goes with a folder; name one');
    const asked = { ...snapshotRequest(options, todayOf(host)), ...(since !== undefined && { since }) };
    return checkCommand(words[0], asked, await shellFor('check', host, options));
  },
  validate: async (words, options, host) =>
    validateCommand(
      rosterPaths(words, options),
      { strict: options.strict === true },
      await shellFor('validate', host, options),
    ),
} as const satisfies Readonly<Record<string, Action>>;
