import type { Stance } from '../model/stance.ts';
import { check } from './commands/check.ts';
import { status } from './commands/status.ts';
import { validate } from './commands/validate.ts';
import type { ExitCode } from './exit.ts';
import type { Host } from './host.ts';
import type { CommonOptions } from './shell.ts';
import { shellFor } from './shell.ts';
import { parseAsOf, parseAssumption, type SnapshotOptions } from './view.ts';

/** For the build, which reads the bundled rosters in advance. */
export { readValues } from '../roster/read.ts';

/** The options of all commands, as the user wrote them. */
export interface WrittenOptions extends CommonOptions {
  readonly asOf?: string;
  readonly assume?: readonly string[];
  readonly onRecord?: boolean;
  readonly all?: boolean;
  readonly strict?: boolean;
}

/** The commands by name: they load what reads, computes and renders, which `--help` and `--version` do without. */
export const run = {
  status: async (roster, options, host) => status(roster[0], snapshotOptions(options), await shellFor(host, options)),
  check: async (roster, options, host) => check(roster[0], snapshotOptions(options), await shellFor(host, options)),
  validate: async (rosters, options, host) =>
    validate(rosters, { strict: options.strict === true }, await shellFor(host, options)),
} as const satisfies Record<
  string,
  (rosters: readonly string[], options: WrittenOptions, host: Host) => Promise<ExitCode>
>;

function snapshotOptions({ asOf, assume = [], onRecord }: WrittenOptions): SnapshotOptions {
  let moves: ReadonlyMap<string, Stance> = new Map();
  for (const assumption of assume) moves = parseAssumption(assumption, moves);
  return { ...(asOf !== undefined && { asOf: parseAsOf(asOf) }), assume: moves, onRecord: onRecord === true };
}
