import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import type { CompletionShell } from '../../src/render/format/completion.ts';
import { emptyFolder, repository } from './bin.ts';

/** Whether a program is installed here. */
export function isInstalled(name: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));
}

/**
 * Has a real shell complete lines in a folder.
 *
 * @returns what it offers for each of them: words, with what else it shows behind a tab
 */
export function completedBy(shell: CompletionShell, lines: readonly string[], cwd: string): readonly string[][] {
  const home = emptyFolder();
  mkdirSync(join(home, 'bin'));
  symlinkSync(join(repository, 'bin', 'rutte-tally.js'), join(home, 'bin', 'rutte-tally'));
  const path = [join(home, 'bin'), dirname(process.execPath), process.env.PATH ?? ''].join(delimiter);
  const out = join(home, 'out');
  const script = join(import.meta.dirname, `complete.${shell}`);
  const words: Readonly<Record<CompletionShell, readonly string[]>> = {
    bash: ['--norc', '--noprofile', script, ...lines],
    zsh: ['-f', script, out, ...lines],
    fish: ['--no-config', script, ...lines],
  };
  const run = spawnSync(shell, words[shell], {
    cwd,
    encoding: 'utf8',
    timeout: 50_000,
    env: { PATH: path, HOME: home, TERM: 'xterm', LC_ALL: 'C.UTF-8' },
  });
  if (run.error) throw run.error;
  const answer = shell === 'zsh' ? readFileSync(out, 'utf8') : run.stdout;
  const blocks = answer.split(/^> .*\n/m).slice(0, -1);
  return blocks.map((block) => block.split('\n').filter((line) => line !== ''));
}
