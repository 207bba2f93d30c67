import { writtenText } from '../yaml/quote-scalar.ts';

/** The file name of a copy of the JSON Schema in a folder of rosters. */
export const schemaFile = 'rutte-tally.schema.json';

/**
 * The comments that name a roster's JSON Schema to editors, and the command that writes it: the first lines of a file,
 * without a line break at the end. An editor says that the schema is missing until it is there.
 */
export const schemaComments = [
  `# yaml-language-server: $schema=./${schemaFile}`,
  `# Editors need that file: rutte-tally schema > ${schemaFile}`,
].join('\n');

/**
 * The text of a roster with another title, in quotes, and without the comment that asks for one. The old title must be on
 * a single line.
 */
export function titled(text: string, title: string): string {
  return text
    .replace(/^# Next: give it a title, /m, '# Next: ')
    .replace(/^title: .*$/m, () => `title: ${writtenText(title, 'json')}`);
}
