import type { Roster } from '../../model/roster.ts';
import { visible } from '../../text/escape-controls.ts';
import type { Ask } from './ask.ts';
import type { ReportPage } from './report-page.ts';

/** The command that gives the answer of a page in a terminal. */
export function terminalCommand({ designator, roster }: ReportPage, { at, ifs, onRecord }: Ask): string {
  return [
    'rutte-tally status',
    quoted(designator),
    ...(isAsOf(at.text, roster) ? [] : [`--as-of ${at.text}`]),
    ...[...ifs].map(([code, stance]) => `--assume ${quoted(`${code}=${stance}`)}`),
    ...(onRecord ? ['--on-record'] : []),
  ].join(' ');
}

const isAsOf = (text: string, { asOf }: Roster): boolean => asOf?.text === text;

/** A word for a shell, in quotes where it needs them. */
const quoted = (word: string): string =>
  /^[\w./][\w./@%+:,=-]*$/.test(word) ? word : `'${visible(word).replaceAll("'", "'\\''")}'`;
