import { visible } from './visible.ts';

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
