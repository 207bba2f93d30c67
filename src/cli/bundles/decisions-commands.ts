import { agreementCommand } from '../commands/decisions/agreement.ts';
import { checkSeveral } from '../commands/decisions/check-several.ts';
import { listCommand } from '../commands/decisions/list.ts';
import { listRequest } from '../commands/decisions/list-request.ts';
import { matrixCommand } from '../commands/decisions/matrix.ts';
import { memberDecisionsCommand, memberDecisionsRequest } from '../commands/decisions/member-decisions.ts';
import type { Action } from '../contract/command.ts';
import { todayOf } from '../contract/host.ts';
import { snapshotRequest } from '../input/snapshot-request.ts';
import { shellFor } from '../output/shell.ts';
import { decisionsRequest, rosterPaths } from '../steps/read-decisions.ts';

/** Commands about several decisions, in a bundle of their own. */
export const decisionsCommands = {
  check: async (words, options, host) => {
    const { since } = options;
    const asked = { ...snapshotRequest(options, todayOf(host)), ...(since !== undefined && { since }) };
    return checkSeveral({ ...asked, paths: rosterPaths(words, options) }, await shellFor('check', host, options));
  },
  list: async (words, options, host) =>
    listCommand(listRequest(words, options, host), await shellFor('list', host, options)),
  member: async ([name = '', ...words], options, host) =>
    memberDecisionsCommand(
      name,
      memberDecisionsRequest(words, options, todayOf(host)),
      await shellFor('member', host, options),
    ),
  matrix: async (words, options, host) =>
    matrixCommand(decisionsRequest(words, options, todayOf(host)), await shellFor('matrix', host, options)),
  agreement: async (words, options, host) => {
    const request = { ...decisionsRequest(words, options, todayOf(host)), groups: options.groups === true };
    return agreementCommand(request, await shellFor('agreement', host, options));
  },
} as const satisfies Readonly<Record<string, Action>>;
