import { posix } from 'node:path';

/**
 * What is wrong with the links of a site: pages that are not there, and anchors that their pages do not have.
 *
 * @param files the text of each page by its path, and of each other file an empty text
 */
export function brokenLinks(files) {
  const anchors = new Map([...files].map(([path, html]) => [path, anchorsIn(html)]));
  return [...files].flatMap(([path, html]) =>
    linksIn(html).flatMap((link) => {
      if (/^[a-z]+:/i.test(link)) return [];
      const [to = '', anchor] = link.split('#');
      const target = to === '' ? path : posix.normalize(posix.join(posix.dirname(path), decodeURI(to)));
      if (!files.has(target)) return [`${path}: ${link} leads nowhere`];
      const isState = anchor === undefined || anchor === '' || anchor.includes('=');
      return isState || anchors.get(target)?.has(decodeURIComponent(anchor))
        ? []
        : [`${path}: ${link} leads to no heading`];
    }),
  );
}

/** A page without its scripts, whose text may look like markup. */
const markupOf = (html) => html.replace(/<(script|style)\b[^>]*>.*?<\/\1>/gs, '');

const linksIn = (html) =>
  [...markupOf(html).matchAll(/<a\b[^>]*?\shref="([^"]*)"/g)].map(([, link]) => unescaped(link));

const anchorsIn = (html) => new Set([...markupOf(html).matchAll(/\sid="([^"]*)"/g)].map(([, id]) => unescaped(id)));

const unescaped = (text) => text.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
