import { readFileSync } from 'node:fs';
import { schemaPath } from '../bundled.ts';
import { type ExitCode, exit } from '../exit.ts';
import type { Shell } from '../shell.ts';

/** `schema`: the JSON Schema of the roster format, for editors, as it is shipped. */
export async function schema(shell: Shell): Promise<ExitCode> {
  shell.answer(readFileSync(schemaPath, 'utf8'));
  return exit.done;
}
