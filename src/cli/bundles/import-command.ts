import { importCommand } from '../commands/import/import.ts';
import { importRequest } from '../commands/import/request.ts';
import { wordsCommand } from '../commands/import/words.ts';
import type { Action } from '../contract/command.ts';
import { shellFor } from '../output/shell.ts';

/** The command that reads other programs' files, in a bundle of its own with the readers that only it needs. */
export const importingCommands = {
  import: async (words, options, host) => {
    const shell = await shellFor('import', host, options);
    return options.words === true ? wordsCommand(words, shell) : importCommand(importRequest(words, options), shell);
  },
} as const satisfies Readonly<Record<string, Action>>;
