import { recordCommand } from '../commands/record/record.ts';
import type { Action } from '../contract/command.ts';
import { shellFor } from '../output/shell.ts';

/** The command that edits a roster, in a bundle of its own with the readers and writers that only it needs. */
export const editingCommands = {
  record: async (words, options, host) => recordCommand(words, options, await shellFor('record', host, options)),
} as const satisfies Readonly<Record<string, Action>>;
