import { writtenText } from '../yaml/quote-scalar.ts';

/** The file name of a copy of the JSON Schema in a folder of rosters. */
export const schemaFile = 'rutte-tally.schema.json';

/**
 * The comment that names a roster's JSON Schema to editors: the first line of the file, without a line break.
 *
 * @param address a URL, or a path relative to the roster's folder
 */
export function schemaComment(address = `./${schemaFile}`): string {
  return `# yaml-language-server: $schema=${address}`;
}

/**
 * The text of a roster with another title, in quotes, and without the comment that asks for one. The old title must be on
 * a single line.
 */
export function titled(text: string, title: string): string {
  return text
    .replace(/^# Next: give it a title, /m, '# Next: ')
    .replace(/^title: .*$/m, () => `title: ${writtenText(title, 'json')}`);
}
