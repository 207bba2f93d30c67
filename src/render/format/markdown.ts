import { visible } from '../../text/escape-controls.ts';
import type { SectionEntry } from '../layout/section.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * Text that is not ours as Markdown shows it, letter for letter and on one line: no markup, no HTML, no table cell of
 * its own, and on GitHub neither mentions nor references nor mathematics.
 */
export function markdownText(text: string): string {
  return visible(text)
    .replace(/[\\`*_[\]|~$]/g, '\\$&')
    .replace(/[&<>]/g, (character) => entities[character] ?? character)
    .replace(/@(?=[\p{L}\d])|#(?=\d)/gu, '$&&#8203;');
}

/** A table of GitHub's Markdown. Cells are Markdown: text that is not ours has gone through `markdownText`. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

/** Paragraphs, lists and tables of Markdown with an empty line between them; those without lines are left out. */
export function markdownBlocks(blocks: readonly (readonly string[])[]): string {
  const shown = blocks.filter((block) => block.length > 0);
  return `${shown.map((block) => block.join('\n')).join('\n\n')}\n`;
}

/** A list under a heading; nothing where there is nothing to list. Lines are Markdown. */
export function markdownList(title: string, lines: readonly string[]): string[][] {
  return lines.length === 0 ? [] : [[`**${title}**`], lines.map((line) => `- ${line}`)];
}

/** The same of entries that are not Markdown. */
export function entryList(title: string, entries: readonly SectionEntry[]): string[][] {
  return markdownList(
    title,
    entries.map((entry) => markdownText(typeof entry === 'string' ? entry : entry.join(': '))),
  );
}
