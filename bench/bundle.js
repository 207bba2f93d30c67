import { join } from 'node:path';
import { buildSync } from 'esbuild';

const root = join(import.meta.dirname, '..');

/**
 * Makes functions of `src/` loadable, built as the command line is.
 *
 * @param uses the file in `src/` by the name of what it exports
 * @param outfile where the bundle goes, a `.cjs`
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
