import MarkdownIt from 'markdown-it';
import { anchors } from './headings.js';
import { highlighted } from './highlight.js';
import { escapeHtml, textOfMarkup } from './html.js';

/**
 * A document as markup, with its title and its headings.
 *
 * @param links what leads the links of documents to their places in the site
 */
export function rendered(document, links) {
  // Documents are the repository's own: what HTML they have stays. The policy of the page keeps it from running.
  const markdown = new MarkdownIt({ html: true, linkify: false });
  const anchorOf = anchors();
  const headings = [];
  const { rules } = markdown.renderer;

  rules.heading_open = (tokens, index) => {
    const { tag } = tokens[index];
    const text = textOfMarkup(markdown.renderer.render(tokens[index + 1].children, { ...markdown.options }, {}));
    const anchor = anchorOf(tokens[index + 1].content.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1'));
    headings.push({ level: Number(tag.slice(1)), text, anchor });
    return `<${tag} id="${escapeHtml(anchor)}">`;
  };
  const left = [];
  rules.link_open = (tokens, index, options, _, self) => {
    const token = tokens[index];
    const href = links.href(token.attrGet('href'), document);
    left.push(href !== undefined);
    if (href === undefined) return '';
    token.attrSet('href', href);
    return self.renderToken(tokens, index, options);
  };
  rules.link_close = () => (left.pop() ? '</a>' : '');
  rules.image = (tokens, index) => {
    const { content, attrs } = { content: tokens[index].content, attrs: new Map(tokens[index].attrs) };
    const source = links.picture(attrs.get('src'), document);
    return source === undefined ? escapeHtml(content) : `<img src="${source}" alt="${escapeHtml(content)}">`;
  };
  rules.fence = (tokens, index) => {
    const { content, info } = tokens[index];
    return `<pre tabindex="0"><code>${highlighted(content.replace(/\n$/, ''), info.trim())}</code></pre>\n`;
  };
  rules.code_block = (tokens, index) => `<pre tabindex="0"><code>${escapeHtml(tokens[index].content)}</code></pre>\n`;
  rules.table_open = () => '<div class="table" tabindex="0"><table>\n';
  rules.table_close = () => '</table></div>\n';
  rules.html_block = (tokens, index) => ownHtml(tokens[index].content, document, links);
  rules.html_inline = (tokens, index) => ownHtml(tokens[index].content, document, links);

  const html = markdown.render(document.text);
  const title = headings.find(({ level }) => level === 1)?.text ?? document.source;
  return { ...document, html, title, headings };
}

/**
 * HTML that a document has, with its links and pictures led to their places. Comments are for readers of the source, and a
 * picture of another site is told in its words.
 */
const ownHtml = (html, document, links) =>
  html
    .replace(/<!--.*?-->\n?/gs, '')
    .replace(/<(?:img|source)\b[^>]*>/g, (tag) => {
      const [, name, link] = /\s(src|srcset)="([^"]*)"/.exec(tag) ?? [];
      const source = link === undefined ? undefined : links.picture(link, document);
      if (source === undefined) return /\salt="([^"]*)"/.exec(tag)?.[1] ?? '';
      return tag.replace(/\s(?:src|srcset)="[^"]*"/, () => ` ${name}="${source}"`);
    })
    .replace(/\shref="([^"]*)"/g, (_, link) => {
      const to = links.href(link, document);
      return to === undefined ? '' : ` href="${escapeHtml(to)}"`;
    });
