import { basename, posix } from 'node:path';
import { escapeHtml } from './html.js';
import { rendered } from './markdown.js';

/** Links of pages that this program makes lead where they say. */
const asTheyAre = { href: (link) => link, picture: () => undefined };

/** The page that lists the reports about bundled decisions, as `list` has them. */
export function reportsPage(decisions) {
  const report = (name, text) => `<a href="${escapeHtml(name)}.html">${escapeHtml(text)}</a>`;
  const listed = decisions.map(({ file, title, body, asOf, outcome }) => {
    const facts = [body, asOf, outcome].filter(Boolean).join(', ');
    return `- ${report(basename(file, '.yaml'), title)}: ${escapeHtml(facts)}`;
  });
  const text = `# Reports

A report is one HTML file that shows a decision and answers what-ifs. \`rutte-tally report nato-2024\` writes one, and
\`rutte-tally report decisions\` one about every roster in a folder: here ${report('all', 'all of these in one file')}.

${listed.join('\n')}
`;
  return {
    ...rendered({ source: 'reports/README.md', target: 'reports/index.html', text }, asTheyAre),
    group: 'Guide',
  };
}

/** The index of `docs/`, for a repository that has no README there. */
export function docsIndex(pages) {
  const listed = (of) =>
    pages
      .filter(({ target }) => of.test(target))
      .map(({ title, target }) => `- [${title}](${posix.relative('docs', target)})`)
      .join('\n');
  const text = `# Documentation

## Guide

${listed(/^docs\/(?!architecture)[^/]*\.html$|^docs\/examples\/|^data\//)}

## The code

${listed(/^docs\/architecture\.html$|^docs\/decisions\/index|^C[A-Z]+\.html$/)}
`;
  return rendered({ source: 'docs/README.md', target: 'docs/index.html', text }, asTheyAre);
}
