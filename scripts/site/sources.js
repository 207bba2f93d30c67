import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Documents that stand beside `docs/`. */
const others = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md', 'data/README.md'];

/**
 * The documents of the site: README, `docs/` and what stands beside them.
 *
 * @returns `source` is the path in the repository, `target` the path in the site
 */
export function documentsIn(root) {
  const docs = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name.replaceAll('\\', '/')}`)
    .sort();
  return [...others.filter((name) => existsSync(join(root, name))), ...docs].map((source) => ({
    source,
    target: targetOf(source),
    text: readFileSync(join(root, source), 'utf8'),
  }));
}

/** `docs/list.md` becomes `docs/list.html`, and a README the index of its folder. */
export const targetOf = (source) => source.replace(/README\.md$/, 'index.html').replace(/\.md$/, '.html');
