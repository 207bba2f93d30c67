import { listRequest } from '../commands/decisions/list-request.ts';
import { watchListCommand } from '../commands/decisions/watch-list.ts';
import { watchCommand } from '../commands/watch.ts';
import type { Action } from '../contract/command.ts';
import { todayOf } from '../contract/host.ts';
import { snapshotRequest } from '../input/snapshot-request.ts';

/** The commands that answer again, in a bundle of their own: to load what watches files takes long. */
export const watchCommands = {
  status: (words, options, host) =>
    watchCommand(words[0], () => snapshotRequest(options, todayOf(host)), options, host),
  list: (words, options, host) => watchListCommand(() => listRequest(words, options, host), options, host),
} as const satisfies Readonly<Record<string, Action>>;
