import { textOfMarkup } from './html.js';

/** What can be found in a page: the text below each heading, with the way there. */
export function sectionsOf({ html, target, title, headings }) {
  const parts = html.split(/<h[1-6] id="[^"]*">.*?<\/h[1-6]>/s);
  return headings.map(({ text, anchor }, index) => ({
    id: `${target}#${anchor}`,
    page: title,
    heading: text,
    text: textOfMarkup(parts[index + 1] ?? '')
      .replace(/\s+/g, ' ')
      .trim(),
  }));
}
