import { recordCommand } from '../commands/record/record.ts';
import type { Action } from '../contract/command.ts';
import { shellFor } from '../output/shell.ts';

/** The command that writes, in a bundle of its own: it has readers and writers that no other command needs. */
export const editingCommands = {
  record: async (words, options, host) => recordCommand(words, options, await shellFor('record', host, options)),
} as const satisfies Readonly<Record<string, Action>>;
