import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { emptyFolder, repository } from './bin.ts';

/** Changes of files, by their paths. */
export type Changes = Readonly<Record<string, (text: string) => string>>;

/** The folder of a copy of the sources in which some files are changed. */
export function sourcesWith(changes: Changes): string {
  const folder = emptyFolder();
  for (const part of ['src', 'package.json']) cpSync(join(repository, part), join(folder, part), { recursive: true });
  symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'));
  for (const [file, change] of Object.entries(changes)) {
    const before = readFileSync(join(folder, file), 'utf8');
    const after = change(before);
    if (after === before) throw new Error(`nothing changes in ${file}`);
    writeFileSync(join(folder, file), after);
  }
  return folder;
}

/** The files of a copy that the compiler refuses, sorted. */
export function refusedFiles(folder: string): readonly string[] {
  const config = { extends: join(repository, 'tsconfig.json'), include: ['src'] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
  const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');
  const { stdout } = spawnSync(process.execPath, [tsc, '-p', folder, '--singleThreaded'], {
    cwd: folder,
    encoding: 'utf8',
  });
  const files = [...stdout.matchAll(/^(\S+)\(\d+,\d+\): error /gm)].map(([, file = '']) => file);
  return [...new Set(files)].sort();
}
