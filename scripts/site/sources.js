import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Pages of `docs/` in the order of the menu; those that are not named here follow by their names. */
const order = [
  'docs/README.md',
  'docs/format.md',
  'docs/rules.md',
  'docs/evidence.md',
  'docs/time.md',
  'docs/what-if.md',
  'docs/bodies.md',
  'docs/recipes.md',
  'docs/faq.md',
  'docs/glossary.md',
];

const forContributors =
  /^(?:CONTRIBUTING|CHANGELOG|SECURITY)\.md$|^docs\/(?:architecture|release\w*|decisions\/.*)\.md$/;

/**
 * The documents of the site: README, `docs/` and what stands beside them.
 *
 * @returns `source` is the path in the repository, `target` the path in the site
 */
export function documentsIn(root) {
  const docs = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name.replaceAll('\\', '/')}`);
  const others = ['CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md', 'data/README.md'].filter((name) =>
    existsSync(join(root, name)),
  );
  const rank = (source) => (order.includes(source) ? order.indexOf(source) : order.length);
  const sorted = [...docs, ...others].sort((a, b) => rank(a) - rank(b) || byName(a, b));
  return ['README.md', ...sorted].map((source) => ({
    source,
    target: targetOf(source),
    group: forContributors.test(source) ? 'For contributors' : 'Guide',
    text: readFileSync(join(root, source), 'utf8'),
  }));
}

/** `docs/list.md` becomes `docs/list.html`, and a README the index of its folder. */
export const targetOf = (source) => source.replace(/README\.md$/, 'index.html').replace(/\.md$/, '.html');

const byName = (a, b) => (a < b ? -1 : 1);
