import { readFileSync } from 'node:fs';
import { type ExitCode, exit } from '../contract/exit.ts';
import { schemaPath } from '../contract/package.ts';
import type { Shell } from '../output/shell.ts';

/** `schema`: the JSON Schema of the roster format, for editors, as it is shipped. */
export async function schemaCommand(shell: Shell<'json'>): Promise<ExitCode> {
  shell.answer(readFileSync(schemaPath, 'utf8'));
  return exit.done;
}
