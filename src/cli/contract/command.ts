import type { Option } from 'commander';
import type { Given, RecordedField } from '../../model/position-fields.ts';
import type { ExitCode } from './exit.ts';
import type { CommonOptions, Format } from './formats.ts';
import type { Host } from './host.ts';

/** The options of `record` that say what a position is. */
type PositionOptions = { readonly [K in RecordedField]?: Given<K, boolean> };

/** The options of all commands, as the user wrote them. */
export interface WrittenOptions extends CommonOptions, PositionOptions {
  readonly asOf?: string;
  readonly assume?: readonly string[];
  readonly assumeFile?: string;
  readonly onRecord?: boolean;
  readonly since?: string;
  readonly strict?: boolean;
  readonly exitCode?: boolean;
  readonly quiet?: boolean;
  readonly watch?: boolean;
  readonly body?: string;
  readonly listBodies?: boolean;
  readonly title?: string;
  readonly force?: boolean;
  readonly csv?: boolean;
  readonly dryRun?: boolean;
  readonly from?: string;
  readonly to?: string;
  readonly ascii?: boolean;
}

/** What a command does, with the user's words that are no options. */
export type Action = (words: readonly string[], options: WrittenOptions, host: Host) => Promise<ExitCode>;

/** A command in the words of its help. What it does is loaded when it is called. */
export interface Declaration {
  readonly name: string;
  readonly arguments: readonly (readonly [syntax: string, description: string])[];
  readonly description: string;
  /** None for a command whose answer is text for another program. */
  readonly formats: readonly Format[];
  /** Takes `--as-of`, `--assume`, `--assume-file` and `--on-record`. */
  readonly ofSnapshot: boolean;
  readonly options: readonly Option[];
  readonly example: readonly [command: string, what: string];
  readonly load: (options: WrittenOptions) => Promise<Action>;
}
