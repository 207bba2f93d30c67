import type { Option } from 'commander';
import type { Given, RecordedField } from '../../model/position-fields.ts';
import type { ExitCode } from './exit.ts';
import type { CommonOptions, Format } from './formats.ts';
import type { Host } from './host.ts';

/** The options of `record` that set a field of the position. */
type PositionOptions = { readonly [K in RecordedField]?: Given<K, boolean> };

/** The options of all commands, as the user wrote them. */
export interface WrittenOptions extends CommonOptions, PositionOptions {
  readonly asOf?: string;
  readonly assume?: readonly string[];
  readonly assumeFile?: string;
  readonly withFollowers?: boolean;
  readonly onRecord?: boolean;
  readonly since?: string;
  readonly strict?: boolean;
  readonly exitCode?: boolean;
  readonly quiet?: boolean;
  readonly watch?: boolean;
  readonly recursive?: boolean;
  readonly outcome?: string;
  readonly waitingOn?: string;
  readonly stale?: string;
  readonly sort?: string;
  readonly groups?: boolean;
  readonly body?: string;
  readonly power?: boolean;
  readonly roster?: string;
  readonly listBodies?: boolean;
  readonly title?: string;
  readonly force?: boolean;
  readonly output?: string;
  readonly claim?: string;
  readonly holdingOut?: string;
  readonly holdouts?: string;
  readonly among?: string;
  readonly denied?: string;
  readonly of?: string;
  readonly demand?: string;
  readonly round?: string;
  readonly csv?: boolean;
  readonly dryRun?: boolean;
  readonly addMembers?: boolean;
  readonly map?: readonly string[];
  readonly stance?: readonly string[];
  readonly dates?: string;
  readonly rule?: string;
  readonly decision?: string;
  readonly rounds?: boolean;
  readonly words?: boolean;
  readonly members?: string;
  readonly from?: string;
  readonly to?: string;
}

/** The function behind a command; `words` are its arguments without options. */
export type Action = (words: readonly string[], options: WrittenOptions, host: Host) => Promise<ExitCode>;

/** A command as its help describes it. Its action is loaded when it is called. */
export interface Declaration {
  readonly name: string;
  readonly arguments: readonly (readonly [syntax: string, description: string])[];
  readonly description: string;
  /** Empty for a command that prints text for another program. */
  readonly formats: readonly Format[];
  /** Takes `--as-of`, `--assume`, `--assume-file`, `--with-followers` and `--on-record`. */
  readonly ofSnapshot: boolean;
  readonly options: readonly Option[];
  readonly example: readonly [command: string, what: string];
  readonly load: (options: WrittenOptions) => Promise<Action>;
}
