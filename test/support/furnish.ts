import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './bin.ts';
import type { Shown, ShownFolder } from './documents.ts';
import { inPipe } from './host.ts';
import { git } from './repository.ts';

/** Writes the files and folders that the commands of a document find. */
export async function furnish(cwd: string, { files, folders }: Pick<Shown, 'files' | 'folders'>): Promise<void> {
  for (const [name, text] of files) writeFileSync(join(cwd, name), text);
  for (const folder of folders) await copyRosters(cwd, folder);
}

/**
 * Copies the rosters of a folder. With a day, the folder becomes a repository: its first commit has the rosters as they
 * stood on that day, the last one has them whole.
 */
async function copyRosters(cwd: string, { name, from, changedSince }: ShownFolder): Promise<void> {
  const [source, target] = [join(repository, from), join(cwd, name)];
  mkdirSync(target, { recursive: true });
  const rosters = readdirSync(source).filter((file) => file.endsWith('.yaml'));
  const write = (file: string, text: string): void => writeFileSync(join(target, file), text);
  const whole = (file: string): string => readFileSync(join(source, file), 'utf8');
  if (changedSince !== undefined) {
    git(cwd, 'init', '--quiet');
    for (const file of rosters) {
      const { stdout } = await inPipe(['snapshot', join(source, file), '--as-of', changedSince], { cwd });
      write(file, stdout.replace(/^as-of: .*\n/m, ''));
    }
    commit(cwd, `As of ${changedSince}`);
  }
  for (const file of rosters) write(file, whole(file));
  if (changedSince !== undefined) commit(cwd, 'What was said since');
}

function commit(cwd: string, subject: string): void {
  git(cwd, 'add', '.');
  git(cwd, 'commit', '--quiet', '-m', subject);
}
