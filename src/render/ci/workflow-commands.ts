import { visible } from '../../text/escape-controls.ts';

/** Annotation level. */
export type Level = 'error' | 'warning' | 'notice';

/** An annotation on a file, or on the run when no file is named. Lines and columns are one-based. */
export interface Annotation {
  readonly level: Level;
  readonly title: string;
  readonly message: string;
  /** Path relative to the workspace, with forward slashes. */
  readonly file?: string;
  readonly line?: number;
  readonly endLine?: number;
  readonly column?: number;
  readonly endColumn?: number;
}

/** Old command prefix, which the runner still accepts anywhere in a line. */
const oldPrefix = '##[';

/**
 * An annotation as a workflow command on one line. Foreign text is escaped, so it can neither end a property or the
 * command nor start another one.
 */
export function workflowCommand({ level, message, ...properties }: Annotation): string {
  const { file, line, column, endLine, endColumn, title } = properties;
  // The runner accepts columns only for a range within one line.
  const columns = line === endLine ? { col: column, endColumn } : {};
  const written = Object.entries({ file, line, endLine, ...columns, title }).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${property(String(value))}`],
  );
  return `::${level} ${written.join(',')}::${data(message)}`;
}

/** Text that the runner reads back unchanged, on one line. */
function data(text: string): string {
  return visible(text).replaceAll(oldPrefix, '##\\u{5b}').replaceAll('%', '%25');
}

const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/**
 * Text without workflow commands: `##[` anywhere and `::` at the start of a line are escaped.
 *
 * @param bracket the escape for `[` in the format of the text
 */
export function withoutCommands(text: string, bracket: string): string {
  return text
    .replaceAll(oldPrefix, `##${bracket}`)
    .replace(/^([^\S\n]*):(?=:)/gm, (_, blanks: string) => `${blanks}\\u{3a}`);
}

/**
 * A step output in the syntax of the file `GITHUB_OUTPUT`. The delimiter is lengthened until the value does not contain
 * it.
 */
export function stepOutput(name: string, value: string): string {
  let delimiter = 'end';
  while (value.includes(delimiter)) delimiter += '-';
  return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}
