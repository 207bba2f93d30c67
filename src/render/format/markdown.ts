import { addressText, visible } from '../../text/escape-controls.ts';
import type { SectionEntry } from '../layout/section.ts';

declare const isMarkdown: unique symbol;

/** One line of Markdown: ours, and foreign text escaped. */
export type MarkdownText = string & { readonly [isMarkdown]: true };

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * Text that is not ours as Markdown shows it, letter for letter and on one line: no markup, no HTML, no table cell of
 * its own, and on GitHub neither mentions nor references nor mathematics.
 */
export function markdownText(text: string): MarkdownText {
  return visible(text)
    .replace(/[\\`*_[\]|~$]/g, '\\$&')
    .replace(/[&<>]/g, (character) => entities[character] ?? character)
    .replace(/@(?=[\p{L}\d])|#(?=\d)/gu, '$&&#8203;') as MarkdownText;
}

/** The Markdown of a template whose parts are Markdown already. */
export function markdown(ours: TemplateStringsArray, ...parts: readonly MarkdownText[]): MarkdownText {
  return ours.reduce((line, our, index) => `${line}${parts[index - 1]}${our}`) as MarkdownText;
}

/** A link: text that leads to an address. */
export function markdownLink(text: string, address: string): MarkdownText {
  return `[${markdownText(text)}](${addressText(address)})` as MarkdownText;
}

/** Parts of Markdown with a separator of ours between them. */
export function markdownJoined(parts: readonly MarkdownText[], between: string): MarkdownText {
  return parts.join(between) as MarkdownText;
}

/** A table of GitHub's Markdown. */
export function markdownTable(
  head: readonly MarkdownText[],
  rows: readonly (readonly MarkdownText[])[],
): MarkdownText[] {
  const line = (cells: readonly MarkdownText[]): MarkdownText => markdown`| ${markdownJoined(cells, ' | ')} |`;
  return [line(head), line(head.map(() => markdown`---`)), ...rows.map(line)];
}

/** Paragraphs, lists and tables of Markdown with an empty line between them; those without lines are left out. */
export function markdownBlocks(blocks: readonly (readonly MarkdownText[])[]): string {
  const written = blocks.filter((block) => block.length > 0);
  return `${written.map((block) => block.join('\n')).join('\n\n')}\n`;
}

/** A list under a heading; nothing where there is nothing to list. */
export function markdownList(title: string, lines: readonly MarkdownText[]): MarkdownText[][] {
  return lines.length === 0 ? [] : [[markdown`**${markdownText(title)}**`], lines.map((line) => markdown`- ${line}`)];
}

/** The same of entries that are not Markdown. */
export function entryList(title: string, entries: readonly SectionEntry[]): MarkdownText[][] {
  return markdownList(
    title,
    entries.map((entry) => markdownText(typeof entry === 'string' ? entry : entry.join(': '))),
  );
}
