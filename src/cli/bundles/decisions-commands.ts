import { agreementCommand } from '../commands/decisions/agreement.ts';
import { listCommand } from '../commands/decisions/list.ts';
import { listRequest } from '../commands/decisions/list-request.ts';
import { memberDecisionsCommand, memberDecisionsRequest } from '../commands/decisions/member-decisions.ts';
import { matrixCommand } from '../commands/decisions/matrix.ts';
import type { Action } from '../contract/command.ts';
import { todayOf } from '../contract/host.ts';
import { shellFor } from '../output/shell.ts';
import { decisionsRequest } from '../steps/read-decisions.ts';

/** Commands about several decisions, in a bundle of their own. */
export const decisionsCommands = {
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
