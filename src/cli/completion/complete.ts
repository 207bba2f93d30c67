import { type Offers, renderOffers, shells } from '../../render/format/completion.ts';
import { type ExitCode, exit } from '../contract/exit.ts';
import type { Host } from '../contract/host.ts';
import { readBashLine } from './bash-line.ts';
import { type Grammar, readLine } from './line.ts';
import { offersFor } from './offers.ts';

/**
 * `__complete bash -- BEFORE AFTER BREAKS`, `__complete zsh|fish -- INDEX WORD…`: for the scripts that `rutte-tally
 * completion` prints. Writes the offers at the cursor, and never an error.
 */
export async function complete(words: readonly string[], commands: readonly Grammar[], host: Host): Promise<ExitCode> {
  const [name, ...rest] = words;
  const shell = shells.find((known) => known === name);
  if (shell === undefined) return exit.usage;
  const line = shell === 'bash' ? readBashLine(rest[0] ?? '', rest[1] ?? '', rest[2] ?? '') : readWords(rest);
  const word = line.words[line.cursor] ?? '';
  const offers = await offersFor(readLine(line.words, line.cursor, commands), word, { commands, host });
  // zsh and fish filter the offers themselves, each by its own rules of matching.
  host.stdout.write(renderOffers(shell === 'bash' ? beginningWith(word, offers) : offers, shell, line.kept));
  return exit.done;
}

function readWords([index, ...words]: readonly string[]): ReturnType<typeof readBashLine> {
  return { words, cursor: Number(index), kept: 0 };
}

/** The offers that start with a word; if there are none, those that do when case is ignored. */
function beginningWith(word: string, { words, ...rest }: Offers): Offers {
  const exact = words.filter(({ value }) => value.startsWith(word));
  const lower = word.toLowerCase();
  return {
    words: exact.length > 0 ? exact : words.filter(({ value }) => value.toLowerCase().startsWith(lower)),
    ...rest,
  };
}
