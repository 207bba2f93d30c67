import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CompletionShell, shells } from '../../render/format/completion.ts';
import { alternatives, didYouMean, quote } from '../../text/suggest.ts';
import { type ExitCode, exit } from '../contract/exit.ts';
import type { Host } from '../contract/host.ts';
import { packageFolder } from '../contract/package.ts';
import { UsageError } from '../contract/usage-error.ts';

/** The script of each shell, under the name that the shell expects. */
const fileOf: Readonly<Record<CompletionShell, string>> = {
  bash: 'rutte-tally.bash',
  zsh: '_rutte-tally',
  fish: 'rutte-tally.fish',
};

/** `completion SHELL`: the script that teaches a shell to complete. @throws UsageError for another shell */
export function completionCommand(word = '', host: Host): ExitCode {
  const shell = shells.find((known) => known === word);
  if (shell === undefined) {
    const hint = didYouMean(word, shells) ?? `expected one of ${alternatives(shells)}`;
    throw new UsageError('unknown-shell', `there is no completion for ${quote(word)}; ${hint}`);
  }
  host.stdout.write(readFileSync(join(packageFolder, 'dist', 'completion', fileOf[shell]), 'utf8'));
  return exit.done;
}
