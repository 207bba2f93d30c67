import { addressText, visible } from '../../text/escape-controls.ts';
import type { SectionEntry } from '../layout/section.ts';

declare const isMarkdown: unique symbol;

/** One line of Markdown, with foreign text escaped. */
export type MarkdownText = string & { readonly [isMarkdown]: true };

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * Foreign text escaped for Markdown, on one line: it shows as written, without markup, HTML or extra table cells, and
 * on GitHub without mentions, references or mathematics.
 */
export function markdownText(text: string): MarkdownText {
  return visible(text)
    .replace(/[\\`*_[\]|~$]/g, '\\$&')
    .replace(/[&<>]/g, (character) => entities[character] ?? character)
    .replace(/@(?=[\p{L}\d])|#(?=\d)/gu, '$&&#8203;') as MarkdownText;
}

/** A template of Markdown with escaped parts. */
export function markdown(ours: TemplateStringsArray, ...parts: readonly MarkdownText[]): MarkdownText {
  return ours.reduce((line, our, index) => `${line}${parts[index - 1]}${our}`) as MarkdownText;
}

/** A link, with text and address escaped. */
export function markdownLink(text: string, address: string): MarkdownText {
  return `[${markdownText(text)}](${addressText(address)})` as MarkdownText;
}

/** Escaped parts with a separator between them. */
export function markdownJoined(parts: readonly MarkdownText[], between: string): MarkdownText {
  return parts.join(between) as MarkdownText;
}

/** A table in GitHub's Markdown, one row for each line. */
export function markdownTable(
  head: readonly MarkdownText[],
  rows: readonly (readonly MarkdownText[])[],
): MarkdownText[] {
  const line = (cells: readonly MarkdownText[]): MarkdownText => markdown`| ${markdownJoined(cells, ' | ')} |`;
  return [line(head), line(head.map(() => markdown`---`)), ...rows.map(line)];
}

/** Blocks of lines with an empty line between them; blocks without lines are left out. */
export function markdownBlocks(blocks: readonly (readonly MarkdownText[])[]): string {
  const written = blocks.filter((block) => block.length > 0);
  return `${written.map((block) => block.join('\n')).join('\n\n')}\n`;
}

/** A list under a heading; nothing for an empty list. */
export function markdownList(title: string, lines: readonly MarkdownText[]): MarkdownText[][] {
  return lines.length === 0 ? [] : [[markdown`**${markdownText(title)}**`], lines.map((line) => markdown`- ${line}`)];
}

/** A list of plain entries under a heading; nothing for an empty list. */
export function entryList(title: string, entries: readonly SectionEntry[]): MarkdownText[][] {
  return markdownList(
    title,
    entries.map((entry) => markdownText(typeof entry === 'string' ? entry : entry.join(': '))),
  );
}
