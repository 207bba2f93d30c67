import { check } from '../commands/check.ts';
import { status } from '../commands/status.ts';
import { validate } from '../commands/validate.ts';
import type { Action } from '../contract/command.ts';
import type { Format } from '../contract/formats.ts';
import { snapshotOptionsOf } from '../input/snapshot-options.ts';
import { shellFor } from '../output/shell.ts';

/** For the build, which reads the bundled rosters in advance. */
export { readValues } from '../../roster/yaml/values.ts';

/** The commands that are called most, in a bundle of their own: they start the soonest. */
export const quickCommands = {
  status: async (words, options, host) => status(words[0], snapshotOptionsOf(options), await shellFor(host, options)),
  check: async (words, options, host) => {
    const { since } = options;
    const asked = { ...snapshotOptionsOf(options), ...(since !== undefined && { since }) };
    return check(words[0], asked, await shellFor<Format>(host, options));
  },
  validate: async (words, options, host) =>
    validate(words, { strict: options.strict === true }, await shellFor(host, options)),
} as const satisfies Readonly<Record<string, Action>>;
