import { withoutCommands } from '../../render/ci/workflow-commands.ts';
import type { Format } from '../contract/formats.ts';
import type { Host } from '../contract/host.ts';

/** The escape for `[` in each format; undefined for the format that consists of workflow commands. */
const bracketIn: Readonly<Record<Format, string | undefined>> = {
  table: '\\u{5b}',
  json: '\\u005b',
  markdown: '\\u{5b}',
  csv: '\\u{5b}',
  github: undefined,
  junit: '&#91;',
  yaml: '\\x5b',
  ics: '\\\\u{5b}',
  svg: '&#91;',
};

/**
 * Text that is safe to print in this environment: GitHub Actions finds no workflow command in what a user or a roster
 * says.
 *
 * @param format the format of the text
 */
export function inEnvironment(text: string, format: Format, { env }: Pick<Host, 'env'>): string {
  const bracket = bracketIn[format];
  return env.GITHUB_ACTIONS === 'true' && bracket !== undefined ? withoutCommands(text, bracket) : text;
}
