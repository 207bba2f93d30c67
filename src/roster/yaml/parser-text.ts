/**
 * The text as the slow reader should get it, with all offsets as they are. A lone carriage return ends a line in YAML, but
 * not for that reader; it takes a document to end at a `...` that stands before all content; and a tab in a line of
 * blanks for indentation.
 */
export function parserText(text: string): string {
  return text
    .replace(/\r(?!\n)/g, '\n')
    .replace(/^[ \t]*\t[ \t]*$/gm, (blanks) => ' '.repeat(blanks.length))
    .replace(/^(?:(?:\.\.\.)?[ \t]*(?:#.*)?\r?\n)+/, (beginning) => beginning.replace(/^\.{3}/gm, '   '));
}
