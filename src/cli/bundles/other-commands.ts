import { completionCommand } from '../commands/completion.ts';
import { initCommand } from '../commands/init.ts';
import { rulesCommand } from '../commands/rules.ts';
import { schemaCommand } from '../commands/schema.ts';
import { snapshotCommand } from '../commands/snapshot.ts';
import type { Action } from '../contract/command.ts';
import { todayOf } from '../contract/host.ts';
import { snapshotRequest } from '../input/snapshot-request.ts';
import { shellFor } from '../output/shell.ts';

/** All other commands, in a bundle of their own that those for reading do not load. */
export const otherCommands = {
  snapshot: async ([designator], options, host) =>
    snapshotCommand(designator, snapshotRequest(options, todayOf(host)), await shellFor('snapshot', host, options)),
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
