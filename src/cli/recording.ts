import { record } from './commands/record.ts';
import type { Action } from './declarations.ts';
import { shellFor } from './shell.ts';

/** The command that writes, in a bundle of its own: it has readers and writers that no other command needs. */
export const recording = {
  record: async (words, options, host) => record(words, options, await shellFor(host, options)),
} as const satisfies Readonly<Record<string, Action>>;
