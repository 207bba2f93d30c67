import type { Roster } from '../../model/roster.ts';
import { wordOfShell } from '../../render/format/shell-word.ts';
import type { Ask } from './ask.ts';
import type { ReportPage } from './report-page.ts';

/** The command that gives the answer of a page in a terminal. */
export function terminalCommand({ designator, roster }: ReportPage, { at, ifs, onRecord }: Ask): string {
  return [
    'rutte-tally status',
    wordOfShell(designator),
    ...(isAsOf(at.text, roster) ? [] : [`--as-of ${at.text}`]),
    ...[...ifs].map(([code, stance]) => `--assume ${wordOfShell(`${code}=${stance}`)}`),
    ...(onRecord ? ['--on-record'] : []),
  ].join(' ');
}

const isAsOf = (text: string, { asOf }: Roster): boolean => asOf?.text === text;
