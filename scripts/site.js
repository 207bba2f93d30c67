import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { bundler } from './site/bundles.js';
import { brokenLinks } from './site/check-links.js';
import { examplesIn } from './site/examples.js';
import { linker } from './site/links.js';
import { docsIndex, reportsPage } from './site/made-documents.js';
import { rendered } from './site/markdown.js';
import { menuOf } from './site/menu.js';
import { sectionsOf } from './site/sections.js';
import { documentsIn } from './site/sources.js';
import { bodyOf, playgroundBody, searchBody } from './site/template.js';

/*
 * Makes the site of static pages: `node scripts/site.js [FOLDER]`, after a build. Every page is a file that loads nothing,
 * and every link is relative, so that the site works below any address and from a disk. A link that leads nowhere fails the
 * run.
 */

const root = join(import.meta.dirname, '..');
const usual = join(root, 'dist-site');
const folder = resolve(process.argv[2] ?? usual);
const { version, repository } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** The address of the repository's pages; undefined where the package names none. */
const address = /^(?:git\+)?(https:\/\/.*?)(?:\.git)?$/.exec(repository?.url ?? repository ?? '')?.[1];

/** What the program prints. */
const program = (...args) =>
  execFileSync(process.execPath, [join(root, 'bin/rutte-tally.js'), ...args], {
    cwd: root,
    env: {},
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });

const bundle = bundler(root);
const [{ htmlDocument }, style, searchScript, playgroundStyle, playgroundScript] = await Promise.all([
  bundle.exports('src/page/html-document.ts'),
  bundle.text('scripts/site/style.css'),
  bundle.text('scripts/site/search.js'),
  bundle.text('src/playground/playground.css'),
  bundle.text('src/playground/browser/main.tsx'),
]);

const examples = examplesIn(root);
const documents = documentsIn(root);
const rosters = new Map(examples.map(({ path, name }) => [path, name]));
const links = linker({ root, documents, rosters, repository: address });
const { decisions } = JSON.parse(program('list', 'data', '--format', 'json'));
const read = documents.map((document) => rendered(document, links));
const index = read.find(({ target }) => target === 'docs/index.html') ?? docsIndex(read);
const pages = [...new Set([...read, index, reportsPage(decisions)])];
const menu = menuOf(index, pages);

const files = new Map();
for (const page of pages) {
  const title = page.target === 'index.html' ? page.title : `${page.title} · rutte-tally`;
  files.set(page.target, htmlDocument({ title, version, body: bodyOf(page, menu), data: [] }, { script: '', style }));
}
files.set(
  'search.html',
  htmlDocument(
    {
      title: 'Search · rutte-tally',
      version,
      body: searchBody('search.html'),
      data: [['search-data', pages.flatMap(sectionsOf)]],
    },
    { script: searchScript, style },
  ),
);
files.set(
  'playground.html',
  htmlDocument(
    {
      title: 'Playground · rutte-tally',
      version,
      body: playgroundBody('playground.html'),
      data: [['playground-data', { version, examples: examples.map(({ path: _, ...example }) => example) }]],
    },
    { script: playgroundScript, style: playgroundStyle },
  ),
);
for (const { file } of decisions)
  files.set(`reports/${basename(file, '.yaml')}.html`, program('report', file, '--output', '-'));
files.set('reports/all.html', program('report', 'data', '--output', '-'));
files.set('LICENSE.txt', readFileSync(join(root, 'LICENSE'), 'utf8'));

const problems = [...links.problems, ...brokenLinks(files)];
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exitCode = 1;
} else {
  // A folder that somebody names may have other files in it.
  if (folder === usual) rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of files) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  console.log(`${files.size} files in ${folder}`);
}
