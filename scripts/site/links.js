import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { targetOf } from './sources.js';

/**
 * Leads the links of documents to where their targets are in the site: documents to their pages, rosters to the
 * playground, other files to the repository's address, or nowhere where it has none.
 *
 * @param site `root` of the repository, `documents`, `rosters` (names in the playground by path), and the `repository`'s
 *   address
 */
export function linker({ root, documents, rosters, repository }) {
  const pages = new Set(documents.map(({ source }) => source));
  const problems = [];

  /** The address of a target as a document's page names it; undefined for a link that the site does not have. */
  function href(link, { source, target }) {
    if (/^[a-z]+:/i.test(link) || link.startsWith('#')) return link;
    const [path = '', anchor] = link.split('#');
    const named = posix.normalize(posix.join(posix.dirname(source), decodeURI(path)));
    const inside = (to) => posix.relative(posix.dirname(target), to) || posix.basename(to);
    const end = anchor === undefined ? '' : `#${anchor}`;
    if (!existsSync(join(root, named))) {
      problems.push(`${source}: ${link} is not in the repository`);
      return undefined;
    }
    const file = statSync(join(root, named)).isDirectory() ? posix.join(named, 'README.md') : named;
    if (pages.has(file)) return `${inside(targetOf(file))}${end}`;
    if (rosters.has(file)) return `${inside('playground.html')}#roster=${rosters.get(file)}`;
    if (file === 'LICENSE') return inside('LICENSE.txt');
    return repository === undefined ? undefined : `${repository}/blob/HEAD/${named}${end}`;
  }

  /** A picture of the repository as an address that asks nobody; undefined for one of another site. */
  function picture(link, { source }) {
    if (/^[a-z]+:/i.test(link)) return undefined;
    const file = posix.normalize(posix.join(posix.dirname(source), link));
    if (!existsSync(join(root, file))) {
      problems.push(`${source}: the picture ${link} is not in the repository`);
      return undefined;
    }
    const kind = { svg: 'svg+xml', png: 'png', jpg: 'jpeg' }[file.split('.').at(-1)];
    return `data:image/${kind};base64,${readFileSync(join(root, file)).toString('base64')}`;
  }

  return { href, picture, problems };
}
