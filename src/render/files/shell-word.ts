import { visible } from '../../text/escape-controls.ts';

/** A file's name as a word for a shell, in quotes where it needs them. */
export const wordOfShell = (file: string): string =>
  /^[\w./][\w./@%+:,-]*$/.test(file) ? file : `'${visible(file).replaceAll("'", "'\\''")}'`;
