import { reportCommand } from '../commands/report/report.ts';
import { severalReportsCommand } from '../commands/report/several-reports.ts';
import type { Action } from '../contract/command.ts';
import { todayOf } from '../contract/host.ts';
import { UsageError } from '../contract/usage-error.ts';
import { nameSeveral } from '../input/folder.ts';
import { snapshotRequest } from '../input/snapshot-request.ts';
import { shellFor } from '../output/shell.ts';
import { rosterPaths } from '../steps/read-decisions.ts';

/** The command that writes a page, in a bundle of its own with the page that only it needs. */
export const reportCommands = {
  report: async (words, options, host) => {
    const { output, force = false, recursive = false } = options;
    const request = { ...snapshotRequest(options, todayOf(host)), ...(output !== undefined && { output }), force };
    const shell = await shellFor('report', host, options);
    if (nameSeveral(words, host))
      return severalReportsCommand({ ...request, paths: rosterPaths(words, options) }, shell);
    if (recursive && words.length === 0)
      throw new UsageError('missing-argument', '--recursive goes with a folder; name one');
    return reportCommand(words[0], request, shell);
  },
} as const satisfies Readonly<Record<string, Action>>;
