import { writtenText } from '../yaml/quote-scalar.ts';

/** What a copy of the JSON Schema is called beside the rosters that refer to it. */
export const schemaFile = 'rutte-tally.schema.json';

/**
 * The line, without its end, by which a roster names its JSON Schema to editors. It goes before all else in the file.
 *
 * @param address of the schema: a path is looked up from the roster's own folder
 */
export function schemaComment(address = `./${schemaFile}`): string {
  return `# yaml-language-server: $schema=${address}`;
}

/** The text of a roster under another title, in quotes; it must have one on a line of its own. */
export function titled(text: string, title: string): string {
  return text.replace(/^title: .*$/m, () => `title: ${writtenText(title, 'json')}`);
}
