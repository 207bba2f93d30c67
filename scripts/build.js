import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { build } from 'esbuild';
import { licencesOf, noticeOf, packagesIn } from './licences.js';

const root = join(import.meta.dirname, '..');
const shared = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  // Licences are written into a file, and into the script that a report carries.
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
  jsx: 'automatic',
  jsxImportSource: 'preact',
};

const define = { 'import.meta.dirname': '__dirname' };

/**
 * Entry points, each bundled into `dist/cli` under its last name. `start` loads `main`, which loads the others when
 * needed.
 */
const entries = [
  'start',
  'main',
  'bundles/quick-commands',
  'bundles/history-commands',
  'bundles/other-commands',
  'bundles/watch-commands',
  'bundles/decisions-commands',
  'bundles/report-command',
  'completion/complete',
  'input/git',
  'output/formats-bundle',
  'output/pictures-bundle',
  'output/colours',
];

/** Entry points with the reader of rosters in them, because every run reads with it. */
const readingEntries = ['bundles/reader-bundle', 'bundles/record-command', 'bundles/import-command'];

/** Entry points that say what is wrong with a roster. */
const explainingEntries = ['input/problems-bundle'];

/** Keeps an `import()` between entry points, instead of bundling what it loads. */
const loadedWhenNeeded = {
  name: 'loaded-when-needed',
  setup({ onResolve }) {
    onResolve({ filter: /^\./ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path: `./${basename(path, '.ts')}.cjs`, external: true } : undefined,
    );
  },
};

/**
 * The functions that are called of modules that are loaded when needed. A list that Node gives would differ by its version,
 * and so would the bundles: a release is built again to compare.
 */
const called = {
  'node:child_process': ['spawn', 'spawnSync'],
  'node:crypto': ['createHash'],
};

/**
 * Loads modules of Node only when one of their functions is called, because these take as long as all of commander, or
 * longer: few runs write a file, and no command of ours starts a program through commander.
 */
const calledWhenNeeded = {
  name: 'called-when-needed',
  setup({ onResolve, onLoad }) {
    const namespace = 'called-when-needed';
    onResolve({ filter: /^node:(?:child_process|crypto)$/ }, ({ path, namespace: within }) =>
      within === namespace ? { path, external: true } : { path, namespace },
    );
    onLoad({ filter: /.*/, namespace }, ({ path }) => ({ contents: exportsFrom(path, called[path]) }));
  },
};

/** What the bundle of the reader offers to the command line. */
const readingFunctions = {
  'src/roster/read/read-roster.ts': ['readRoster', 'rosterOf'],
  'src/roster/yaml/values.ts': ['readValues'],
};

/**
 * Loads the reader of rosters only when it reads: an answer about a bundled roster, which the build has read, needs none.
 * Unlike after an `import()`, its caller does not wait.
 */
const readerWhenCalled = {
  name: 'reader-when-called',
  setup({ onResolve, onLoad }) {
    const namespace = 'reader-when-called';
    const bundle = './reader-bundle.cjs';
    const within = join(root, 'src/cli/');
    onResolve({ filter: /\/(?:read-roster|values)\.ts$/ }, ({ path, kind, importer, resolveDir }) => {
      const names = readingFunctions[relative(root, join(resolveDir, path))];
      const isCalled = kind === 'import-statement' && names !== undefined && importer.startsWith(within);
      return isCalled ? { path: basename(path), namespace, pluginData: names } : undefined;
    });
    onResolve({ filter: /./, namespace }, ({ path }) => ({ path, external: true }));
    onLoad({ filter: /.*/, namespace }, ({ pluginData }) => ({ contents: exportsFrom(bundle, pluginData) }));
  },
};

/** The functions that are called of packages that are evaluated when needed. */
const evaluated = {
  // Tables of widths, for characters that are not known to take one cell.
  'fast-string-width': ['default'],
  // The slow reader of YAML, for texts that are not of the usual form.
  yaml: ['isAlias', 'isMap', 'isScalar', 'isSeq', 'parseDocument'],
};

/** Evaluates packages in a bundle only when one of their functions is called. */
const evaluatedWhenCalled = {
  name: 'evaluated-when-called',
  setup({ onResolve, onLoad }) {
    const namespace = 'evaluated-when-called';
    onResolve({ filter: /^(?:fast-string-width|yaml)$/ }, ({ path, kind }) =>
      kind === 'import-statement' ? { path, namespace } : undefined,
    );
    onLoad({ filter: /.*/, namespace }, ({ path }) => ({
      contents: exportsFrom(path, evaluated[path]),
      resolveDir: root,
    }));
  },
};

/** Reads sound rosters by what their schema consists of, without zod, which only explains mistakes. */
const soundSchemas = {
  name: 'sound-schemas',
  setup({ onResolve }) {
    onResolve({ filter: /^zod\/mini$/ }, () => ({ path: join(root, 'src/roster/read/sound-schemas.ts') }));
  },
};

/** The text of a module with functions that load another when the first of them is called. */
function exportsFrom(path, names) {
  const calls = names.map((name) => `(...words) => (loaded ??= require('${path}')).${name}(...words)`);
  const exported = names.map((name, index) =>
    name === 'default' ? `export default ${calls[index]};` : `export const ${name} = ${calls[index]};`,
  );
  return `let loaded;\n${exported.join('\n')}`;
}

rmSync(join(root, 'dist'), { recursive: true, force: true });
const [program, reading, explaining, pageScript, styles, library] = await Promise.all([
  commandLine(entries, [readerWhenCalled]),
  commandLine(readingEntries, [soundSchemas]),
  commandLine(explainingEntries, []),
  // What a report carries: the engine and the page, for browsers.
  build({
    ...shared,
    entryPoints: { report: 'src/page/browser/main.tsx' },
    outdir: 'dist/page',
    platform: 'browser',
    target: ['es2023', 'chrome111', 'firefox113', 'safari16.4'],
    format: 'iife',
    minify: true,
  }),
  build({
    ...shared,
    entryPoints: { report: 'src/page/style.css', picture: 'src/picture/document/document.css' },
    outdir: 'dist/page',
    platform: 'browser',
    minify: true,
  }),
  // The library leaves its dependencies to npm, so that a program that uses them too has one copy.
  build({ ...shared, entryPoints: ['src/index.ts'], outdir: 'dist/lib', external: ['zod', 'yaml', 'js-yaml'] }),
]);

// V8 keeps a text in ASCII in half the memory, and takes it as it is read. esbuild leaves expressions and tagged templates,
// where such an escape means the same.
for (const name of readdirSync(join(root, 'dist/cli'))) {
  const path = join(root, 'dist/cli', name);
  const text = readFileSync(path, 'utf8');
  if (/\\[^\0-\x7f]/.test(text)) throw new Error(`${name} has a backslash before a character that is not ASCII`);
  const escaped = (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  writeFileSync(path, text.replace(/[^\0-\x7f]/g, escaped));
}

const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');
execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--singleThreaded'], { cwd: root, stdio: 'inherit' });

const packages = packagesIn([program, reading, explaining, pageScript, styles, library], root);
writeFileSync(join(root, 'dist/THIRD-PARTY-LICENSES.txt'), licencesOf(packages));

// The bundled rosters, as read. A roster whose text has changed since is read again at run time.
const { readRoster } = await exportsOf('src/roster/read/read-roster.ts');
mkdirSync(join(root, 'dist/data'));
for (const name of readdirSync(join(root, 'data')).filter((file) => file.endsWith('.yaml'))) {
  const text = readFileSync(join(root, 'data', name), 'utf8');
  writeFileSync(join(root, 'dist/data', `${name}.json`), JSON.stringify({ text, roster: readRoster(text) }));
}

// The JSON Schema of the roster format, generated from the schema that reads rosters.
const { rosterJsonSchema } = await exportsOf('src/roster/json-schema/generate.ts');
writeFileSync(join(root, 'dist/roster.schema.json'), `${JSON.stringify(rosterJsonSchema(), null, 2)}\n`);

// A report carries script and style within elements, whose text must not end them; their hashes are over this very text.
const notices = { 'report.js': noticeOf(packagesIn([pageScript], root)), 'report.css': '' };
for (const [file, notice] of Object.entries(notices)) {
  const path = join(root, 'dist/page', file);
  const text = `${notice}${readFileSync(path, 'utf8')}`.trim();
  if (/<\/(?:script|style)|<!--/i.test(text)) throw new Error(`${file} would end the element that it is in`);
  writeFileSync(path, text);
}

// The completion scripts stay files of their own, which shell tools can check.
cpSync(join(root, 'src/cli/completion/scripts'), join(root, 'dist/completion'), { recursive: true });

// The manual page, generated from the declarations of the commands.
const { manual } = await exportsOf('src/cli/program/manual.ts');
mkdirSync(join(root, 'dist/man'));
writeFileSync(join(root, 'dist/man/rutte-tally.1'), manual());

/** The command line carries its dependencies: one small file to start with, the others loaded when needed. */
function commandLine(names, plugins) {
  return build({
    ...shared,
    entryPoints: names.map((name) => ({ in: `src/cli/${name}.ts`, out: basename(name) })),
    outdir: 'dist/cli',
    outExtension: { '.js': '.cjs' },
    // Node 20 starts CommonJS sooner than modules.
    format: 'cjs',
    // `import()` of CommonJS reads every file twice on Node 20, once to find its names.
    // esbuild writes some expressions as calls, which V8 would have to make each time.
    supported: { 'dynamic-import': false, 'regexp-unicode-property-escapes': true },
    define,
    plugins: [loadedWhenNeeded, calledWhenNeeded, evaluatedWhenCalled, ...plugins],
    minify: true,
  });
}

/** The exports of a source file that only the build needs. */
async function exportsOf(file) {
  const options = { format: 'cjs', define, entryPoints: [file], write: false };
  const { outputFiles } = await build({ ...shared, ...options });
  const module = { exports: {} };
  const evaluate = new Function('module', 'require', '__dirname', outputFiles[0].text);
  evaluate(module, createRequire(import.meta.url), join(root, 'dist/cli'));
  return module.exports;
}
