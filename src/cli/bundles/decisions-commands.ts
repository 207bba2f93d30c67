import { checkSeveral } from '../commands/decisions/check-several.ts';
import { listCommand } from '../commands/decisions/list.ts';
import { listRequest } from '../commands/decisions/list-request.ts';
import type { Action } from '../contract/command.ts';
import { todayOf } from '../contract/host.ts';
import { snapshotRequest } from '../input/snapshot-request.ts';
import { shellFor } from '../output/shell.ts';
import { rosterPaths } from '../steps/read-decisions.ts';

/** Commands about several decisions, in a bundle of their own. */
export const decisionsCommands = {
  check: async (words, options, host) => {
    const { since } = options;
    const asked = { ...snapshotRequest(options, todayOf(host)), ...(since !== undefined && { since }) };
    return checkSeveral({ ...asked, paths: rosterPaths(words, options) }, await shellFor('check', host, options));
  },
  list: async (words, options, host) =>
    listCommand(listRequest(words, options, host), await shellFor('list', host, options)),
} as const satisfies Readonly<Record<string, Action>>;
