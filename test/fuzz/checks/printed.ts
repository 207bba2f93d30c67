import { parse } from 'csv-parse/sync';
import type { Run } from '../../support/bin.ts';
import { thrown } from '../finding.ts';

/** What moves a cursor, hides or reorders text, or breaks a line where none should be. */
const control = /(?![\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
const stackTrace = /^\s+at .*:\d+:\d+\)?$/m;

const parsers: Readonly<Record<string, (text: string) => unknown>> = {
  json: JSON.parse,
  csv: (text) => parse(text, { columns: true }),
};

const forPeople = new Set(['table', 'markdown', 'yaml']);

/** What is wrong with what a command printed and how it ended; undefined when nothing. */
export function printedFault({ code, stdout, stderr }: Run, format: string): string | undefined {
  if (code === 70) return `ended as a bug: ${stderr || stdout}`;
  if (code === null || ![0, 1, 2, 3, 4].includes(code)) return `exit code ${code}`;
  if (stackTrace.test(stderr)) return `a stack trace: ${stderr}`;
  if (control.test(stderr)) return `control characters on standard error: ${JSON.stringify(stderr)}`;
  if (code !== 0 && format !== 'json' && code !== 1 && code !== 4 && stderr === '' && stdout === '')
    return `exit code ${code} and no word`;
  if (forPeople.has(format) && control.test(stdout))
    return `control characters: ${JSON.stringify(control.exec(stdout))}`;
  try {
    if (stdout !== '' || format === 'json') parsers[format]?.(stdout);
  } catch (error) {
    return `no ${format}: ${thrown(error)}`;
  }
  return undefined;
}
