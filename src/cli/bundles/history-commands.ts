import { diffCommand } from '../commands/diff.ts';
import { memberCommand } from '../commands/member.ts';
import { timelineCommand, timelineRequest } from '../commands/timeline.ts';
import type { Action } from '../contract/command.ts';
import { todayOf } from '../contract/host.ts';
import { nameSeveral } from '../input/folder.ts';
import { snapshotRequest } from '../input/snapshot-request.ts';
import { shellFor } from '../output/shell.ts';
import { rosterPaths } from '../steps/read-decisions.ts';

/** The commands that show what changed, in a bundle of their own without those that write. */
export const historyCommands = {
  diff: async (words, options, host) => {
    const { exitCode = false, quiet = false, since } = options;
    return diffCommand(
      words,
      {
        ...snapshotRequest(options, todayOf(host)),
        exitCode: exitCode || quiet,
        quiet,
        ...(since !== undefined && { since }),
      },
      await shellFor('diff', host, options),
    );
  },
  member: async (words, options, host) => {
    const [name = '', ...paths] = words;
    if (nameSeveral(paths, host))
      return (await import('./decisions-commands.ts')).decisionsCommands.member(words, options, host);
    return memberCommand(
      name,
      paths[0],
      snapshotRequest(options, todayOf(host)),
      await shellFor('member', host, options),
    );
  },
  timeline: async (words, options, host) =>
    timelineCommand(
      rosterPaths(words, options),
      timelineRequest(options, todayOf(host)),
      await shellFor('timeline', host, options),
    ),
} as const satisfies Readonly<Record<string, Action>>;
