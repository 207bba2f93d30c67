import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { repository } from './bin.ts';

/** Packs what would be published, as it was built. @returns the tarball's path */
export function pack(folder: string): string {
  const words = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
  const packed = JSON.parse(
    execFileSync('npm', words, {
      cwd: repository,
      encoding: 'utf8',
      env: { ...process.env, npm_config_update_notifier: 'false' },
    }),
  ) as unknown;
  // npm 11 gives a list, later ones an object by name.
  const [one] = Object.values(packed as Record<string, { readonly filename: string }>);
  if (one === undefined) throw new Error('npm packed nothing');
  return join(folder, one.filename);
}
