import { withoutCommands } from '../../render/ci/workflow-commands.ts';
import type { Format } from '../contract/formats.ts';
import type { Host } from '../contract/host.ts';

/** How `[` is written in each format where it must not stand as it is; undefined for the format that is commands. */
const bracketIn: Readonly<Record<Format, string | undefined>> = {
  table: '\\u{5b}',
  json: '\\u005b',
  markdown: '\\u{5b}',
  csv: '\\u{5b}',
  github: undefined,
  junit: '&#91;',
  yaml: '\\x5b',
};

/**
 * Text as it may be written in this environment: in a workflow of GitHub Actions, which takes commands from what is
 * written, nothing that a user or a roster says is one.
 *
 * @param format how the text is to be read
 */
export function inEnvironment(text: string, format: Format, { env }: Pick<Host, 'env'>): string {
  const bracket = bracketIn[format];
  return env.GITHUB_ACTIONS === 'true' && bracket !== undefined ? withoutCommands(text, bracket) : text;
}
