import { posix } from 'node:path';
import { escapeHtml } from './html.js';

/** Where the head of each page leads. */
const places = [
  ['Docs', 'docs/index.html'],
  ['Reports', 'reports/index.html'],
  ['Playground', 'playground.html'],
  ['Search', 'search.html'],
];

const link = (from, to, text) => {
  const current = from === to ? ' aria-current="page"' : '';
  return `<a href="${posix.relative(posix.dirname(from), to)}"${current}>${escapeHtml(text)}</a>`;
};

/** The head of a page of the site: its name, and the ways to the parts of the site. */
const head = (target, name = link(target, 'index.html', 'rutte-tally'), tag = 'p') =>
  `<header class="sitehead"><${tag} class="brand">${name}</${tag}><nav aria-label="Site">${places
    .map(([text, to]) => link(target, to, text))
    .join(' ')}</nav></header>`;

/** The body of a page with a document. */
export function bodyOf({ target, html, headings }, menu) {
  const contents = headings.filter(({ level }) => level === 2);
  const [, title = '', rest = html] = /^(.*?<h1[^>]*>.*?<\/h1>)(.*)$/s.exec(html) ?? [];
  return `${head(target)}
<div class="site">
<main>
${title}${contents.length > 2 ? contentsOf(contents) : ''}
${rest}
</main>
<nav class="menu" aria-label="Pages">${menu.map((group) => groupOf(group, target)).join('')}</nav>
</div>`;
}

const contentsOf = (headings) =>
  `<details class="contents"><summary>On this page</summary><ul>${headings
    .map(({ text, anchor }) => `<li><a href="#${escapeHtml(anchor)}">${escapeHtml(text)}</a></li>`)
    .join('')}</ul></details>`;

const groupOf = ({ title, pages }, from) =>
  `<h2>${escapeHtml(title)}</h2><ul>${pages
    .map((page) => `<li>${link(from, page.target, page.title)}</li>`)
    .join('')}</ul>`;

/** The body of the page that finds words in all others. */
export const searchBody = (target) => `${head(target)}
<div class="site"><main class="search"><h1>Search</h1>
<p><label for="words">Words</label> <input id="words" type="search" autocomplete="off"></p>
<p id="said" role="status"></p><ol id="found"></ol>
<noscript>The search needs scripts; the ${link(target, 'docs/index.html', 'list of pages')} does not.</noscript>
</main></div>`;

/** The body of the page in which a roster is edited. */
export const playgroundBody = (
  target,
) => `${head(target, `${link(target, 'index.html', 'rutte-tally')} playground`, 'h1')}
<div id="page"><main><noscript>The playground needs scripts: it runs the program in this page, and sends nothing.</noscript></main></div>`;
