import { visible } from '../../text/escape-controls.ts';

/** How bad the runner of GitHub Actions takes what it is told to be. */
export type Level = 'error' | 'warning' | 'notice';

/** Something to be shown beside a file, or beside the run where no file is named. Lines and columns are one-based. */
export interface Annotation {
  readonly level: Level;
  readonly title: string;
  readonly message: string;
  /** Relative to the workspace, with forward slashes. */
  readonly file?: string;
  readonly line?: number;
  readonly endLine?: number;
  readonly column?: number;
  readonly endColumn?: number;
}

/** The runner still takes this for the beginning of a command, wherever in a line it stands. */
const oldPrefix = '##[';

/**
 * An annotation as a workflow command: one line, in which text that is not ours can end no property, and neither the
 * command nor begin another.
 */
export function workflowCommand({ level, message, ...properties }: Annotation): string {
  const { file, line, column, endLine, endColumn, title } = properties;
  // The runner takes columns to be of one line.
  const columns = line === endLine ? { col: column, endColumn } : {};
  const written = Object.entries({ file, line, endLine, ...columns, title }).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${property(String(value))}`],
  );
  return `::${level} ${written.join(',')}::${data(message)}`;
}

/** What the runner reads back as the same text, on one line. */
function data(text: string): string {
  return visible(text).replaceAll(oldPrefix, '##\\u{5b}').replaceAll('%', '%25');
}

const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/**
 * Text as the runner prints it without taking any of it for a command of ours, whatever line of a roster's text it
 * happens to begin with.
 *
 * @param bracket how `[` is written where it must not stand as it is
 */
export function withoutCommands(text: string, bracket: string): string {
  return text
    .replaceAll(oldPrefix, `##${bracket}`)
    .replace(/^([^\S\n]*):(?=:)/gm, (_, blanks: string) => `${blanks}\\u{3a}`);
}

/**
 * One output of a step as its file of outputs takes it.
 *
 * The delimiter is one that the value does not have: nothing is left to chance.
 */
export function stepOutput(name: string, value: string): string {
  let delimiter = 'end';
  while (value.includes(delimiter)) delimiter += '-';
  return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}
