import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
const shared = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  legalComments: 'none',
  logLevel: 'warning',
};

/** An `import()` between two of our entries stays one, and is not pulled into the file that has it. */
const loadedWhenNeeded = {
  name: 'loaded-when-needed',
  setup({ onResolve }) {
    onResolve({ filter: /^\./ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path: `./${basename(path, '.ts')}.cjs`, external: true } : undefined,
    );
  },
};

rmSync(join(root, 'dist'), { recursive: true, force: true });
await Promise.all([
  // The command line carries all it needs: one small file to start with, the rest loaded when needed.
  build({
    ...shared,
    entryPoints: ['src/cli/main.ts', 'src/cli/run.ts', 'src/cli/explain.ts'],
    outdir: 'dist/cli',
    outExtension: { '.js': '.cjs' },
    // Node 20 starts CommonJS sooner than modules.
    format: 'cjs',
    define: { 'import.meta.dirname': '__dirname' },
    plugins: [loadedWhenNeeded],
    minifySyntax: true,
    minifyWhitespace: true,
  }),
  // The library leaves its readers to npm, so that a program that uses them too has them once.
  build({ ...shared, entryPoints: ['src/index.ts'], outdir: 'dist/lib', external: ['zod', 'yaml', 'js-yaml'] }),
]);
const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');
execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
