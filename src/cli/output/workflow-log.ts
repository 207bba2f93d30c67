import { withoutCommands } from '../../render/ci/workflow-commands.ts';
import type { Host } from '../contract/host.ts';

/**
 * Text as it may be written in this environment: in a workflow of GitHub Actions, which takes commands from what is
 * written, nothing that a user or a roster says is one.
 *
 * @param format how the text is to be read
 */
export function inEnvironment(text: string, format: string, { env }: Pick<Host, 'env'>): string {
  return env.GITHUB_ACTIONS === 'true' ? withoutCommands(text, format) : text;
}
