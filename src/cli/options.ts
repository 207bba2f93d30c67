import type { CommonOptions } from './shell.ts';

/** The options of all commands, as the user wrote them. */
export interface WrittenOptions extends CommonOptions {
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
  readonly date?: string;
  readonly circa?: boolean;
  readonly basis?: string;
  readonly by?: string;
  readonly why?: string;
  readonly wants?: readonly string[];
  readonly source?: readonly string[];
  readonly quote?: string;
  readonly note?: string;
  readonly csv?: boolean;
  readonly dryRun?: boolean;
  readonly from?: string;
  readonly to?: string;
  readonly ascii?: boolean;
}
