import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CompletionShell, shells } from '../../render/completion.ts';
import { alternatives, didYouMean, quote } from '../../roster/wording.ts';
import { packageFolder } from '../bundled.ts';
import { type ExitCode, exit } from '../exit.ts';
import type { Host } from '../host.ts';
import { UsageError } from '../usage.ts';

/** The scripts by the names that the shells' own folders give them. */
const fileOf: Readonly<Record<CompletionShell, string>> = {
  bash: 'rutte-tally.bash',
  zsh: '_rutte-tally',
  fish: 'rutte-tally.fish',
};

/** `completion SHELL`: the script that teaches a shell to complete. @throws UsageError for another shell */
export function completion(word = '', host: Host): ExitCode {
  const shell = shells.find((known) => known === word);
  if (shell === undefined) {
    const hint = didYouMean(word, shells) ?? `expected one of ${alternatives(shells)}`;
    throw new UsageError('unknown-shell', `there is no completion for ${quote(word)}; ${hint}`);
  }
  host.stdout.write(readFileSync(join(packageFolder, 'dist', 'completion', fileOf[shell]), 'utf8'));
  return exit.done;
}
