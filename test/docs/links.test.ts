import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repository } from '../support/bin.ts';

const textOf = (document: string): string => readFileSync(join(repository, document), 'utf8');
const pages = readdirSync(join(repository, 'docs'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => `docs/${name}`);
const documents = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md', 'data/README.md', ...pages];

/** A document without its examples, in which brackets are no links and `#` begins no heading. */
const prose = (document: string): string => textOf(document).replace(/^```.*?^```$/gms, '');

/** The anchors of a document's headings, as GitHub makes them. */
const anchorsIn = (document: string): string[] =>
  [...prose(document).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );

/** The links within the repository: from the document's own folder, or to a heading of it. */
const linksIn = (document: string): string[] =>
  [...prose(document).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^<?[a-z]+:/.test(target));

function leadsSomewhere(document: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? document : join(dirname(document), path);
  return existsSync(join(repository, target)) && (anchor === undefined || anchorsIn(target).includes(anchor));
}

test.each(documents)('every link in %s leads to a file, and to a heading of it', (document) => {
  expect(linksIn(document).filter((link) => !leadsSomewhere(document, link))).toEqual([]);
});

test('the index links to every page, the index of decisions to every decision, and the README to the index', () => {
  const linked = ['docs/README.md', 'docs/decisions/README.md'].flatMap((document) =>
    linksIn(document).map((link) => join(dirname(document), link.replace(/#.*/, ''))),
  );
  expect(pages.filter((page) => page !== 'docs/README.md' && !linked.includes(page))).toEqual([]);
  expect(linksIn('README.md')).toContain('docs/README.md');
});

test('the pages that comments and messages of the sources name are there, with their headings', () => {
  const named = readdirSync(join(repository, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => textOf(join('src', file)).match(/(?:docs\/[\w/-]+|README)\.md(?:#[\w-]+)?/g) ?? []);
  expect(named.length).toBeGreaterThan(20);
  expect([...new Set(named)].filter((link) => !leadsSomewhere('README.md', link))).toEqual([]);
});

test('the scripts that CONTRIBUTING names are in package.json', () => {
  const { scripts } = JSON.parse(textOf('package.json')) as { readonly scripts: Readonly<Record<string, string>> };
  const named = [...textOf('CONTRIBUTING.md').matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name);
  expect(named).toContain('check');
  expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
});

const forContributors = [
  'CONTRIBUTING.md',
  ...pages.filter((page) => /^docs\/(?:architecture|decisions\/)/.test(page)),
];

test.each(forContributors)('the files and folders that %s names are there', (document) => {
  const named = [...prose(document).matchAll(/`(\w[\w./-]*\/[\w./-]*)`/g)].map(([, path = '']) => path);
  const notOurs = /^(?:dist|zod|countries-list|csv-parse|preact)\//;
  const isThere = (path: string): boolean => ['', 'src'].some((root) => existsSync(join(repository, root, path)));
  expect(named.filter((path) => !notOurs.test(path) && !isThere(path))).toEqual([]);
});

describe('docs/architecture.md', () => {
  const page = textOf('docs/architecture.md');

  test('names definitions that are in those files', () => {
    const named = [...page.matchAll(/`(\w+)` (?:in|of) `([\w./-]+\.ts)`/g)];
    expect(named.length).toBeGreaterThan(30);
    const missing = named.filter(([, name = '', path = '']) => {
      const file = [path, join('src', path)].find((candidate) => existsSync(join(repository, candidate)));
      return file === undefined || !new RegExp(`\\b(?:const|function|interface|type) ${name}\\b`).test(textOf(file));
    });
    expect(missing.map(([words]) => words)).toEqual([]);
  });

  test('draws every folder that has sources, and no other', () => {
    const [, tree = ''] = /```text\nsrc\/\n(.*?)```/s.exec(page) ?? [];
    const above: string[] = [];
    const drawn = tree.split('\n').flatMap((line) => {
      const [, indent = '', name] = /^( +)([\w-]+)\//.exec(line) ?? [];
      if (name === undefined) return [];
      above.length = indent.length / 2 - 1;
      above.push(name);
      return [above.join('/')];
    });
    const sources = readdirSync(join(repository, 'src'), { recursive: true, encoding: 'utf8' });
    const folders = sources
      .filter((file) => /\.tsx?$/.test(file) && file.includes('/'))
      .flatMap((file) => file.split('/').map((_, index, parts) => parts.slice(0, index).join('/')))
      .filter((folder) => folder !== '');
    expect(drawn.sort()).toEqual([...new Set(folders)].sort());
  });
});
