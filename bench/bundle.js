import { join } from 'node:path';
import { buildSync } from 'esbuild';

const root = join(import.meta.dirname, '..');

/**
 * Bundles functions of `src/` into a file that can be loaded, with the settings of the command line.
 *
 * @param uses the file in `src/` for each exported name
 * @param outfile the path of the bundle, a `.cjs`
 */
export function bundle(uses, outfile) {
  const contents = Object.entries(uses)
    .map(([name, file]) => `export { ${name} } from './${file}';`)
    .join('\n');
  buildSync({
    stdin: { contents, resolveDir: join(root, 'src'), loader: 'ts' },
    absWorkingDir: root,
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    define: { 'import.meta.dirname': '__dirname' },
    logLevel: 'silent',
  });
}
