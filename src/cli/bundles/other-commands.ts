import { completionCommand } from '../commands/completion.ts';
import { diffCommand } from '../commands/diff.ts';
import { initCommand } from '../commands/init.ts';
import { memberCommand } from '../commands/member.ts';
import { rulesCommand } from '../commands/rules.ts';
import { schemaCommand } from '../commands/schema.ts';
import { snapshotCommand } from '../commands/snapshot.ts';
import { timelineCommand, timelineRequest } from '../commands/timeline.ts';
import type { Action } from '../contract/command.ts';
import { todayOf } from '../contract/host.ts';
import { nameSeveral } from '../input/folder.ts';
import { snapshotRequest } from '../input/snapshot-request.ts';
import { shellFor } from '../output/shell.ts';
import { rosterPaths } from '../steps/read-decisions.ts';

/** All other commands, in a bundle of their own that the quick ones do not load. */
export const otherCommands = {
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
  snapshot: async ([designator], options, host) =>
    snapshotCommand(designator, snapshotRequest(options, todayOf(host)), await shellFor('snapshot', host, options)),
  timeline: async (words, options, host) =>
    timelineCommand(
      rosterPaths(words, options),
      timelineRequest(options, todayOf(host)),
      await shellFor('timeline', host, options),
    ),
  init: async (words, { body, members, from, title, force = false, listBodies = false, ...common }, host) =>
    initCommand(
      words[0],
      {
        ...(body !== undefined && { body }),
        ...(members !== undefined && { members }),
        ...(from !== undefined && { from }),
        ...(title !== undefined && { title }),
        force,
        listBodies,
      },
      await shellFor('init', host, common),
    ),
  schema: async (_, options, host) => schemaCommand(await shellFor('schema', host, options)),
  rules: async (words, { power = false, roster, body, ...common }, host) =>
    rulesCommand(
      words[0],
      { power, ...(roster !== undefined && { roster }), ...(body !== undefined && { body }) },
      await shellFor('rules', host, common),
    ),
  completion: async (words, _, host) => completionCommand(words[0], host),
} as const satisfies Readonly<Record<string, Action>>;
