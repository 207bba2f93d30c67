import { visible } from '../../text/escape-controls.ts';

/** An argument of a command, such as a file's name, as a word for a shell: in quotes where it needs them. */
export const wordOfShell = (word: string): string =>
  /^[\w./][\w./@%+:,=-]*$/.test(word) ? word : `'${visible(word).replaceAll("'", "'\\''")}'`;
