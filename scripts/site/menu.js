import { posix } from 'node:path';

/**
 * The menu of the site: a group for each heading of the index of `docs/`, with the pages that are linked below it. Pages
 * that the index does not name are reached from those that it does.
 */
export function menuOf(index, pages) {
  const pageOf = new Map(pages.map((page) => [page.target, page]));
  const [, ...parts] = index.html.split(/(?=<h2 )/);
  const groups = parts.map((part) => {
    const title = index.headings.find(({ anchor }) => part.startsWith(`<h2 id="${anchor}">`))?.text ?? '';
    const targets = [...part.matchAll(/<a href="([^"#]+)/g)].map(([, link]) =>
      posix.normalize(posix.join(posix.dirname(index.target), link)),
    );
    return { title, pages: [...new Set(targets)].flatMap((target) => pageOf.get(target) ?? []) };
  });
  const first = ['index.html', index.target, 'reports/index.html'].flatMap((target) => pageOf.get(target) ?? []);
  const named = first.map((page) => (page.target === 'index.html' ? { ...page, title: 'Overview' } : page));
  return [{ title: 'rutte-tally', pages: named }, ...groups.filter((group) => group.pages.length > 0)];
}
