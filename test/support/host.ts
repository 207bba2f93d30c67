import type { Host } from '../../src/cli/contract/host.ts';
import { main } from '../../src/cli/main.ts';
import { type Run, type RunOptions, repository } from './bin.ts';

export interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly errIsTTY?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly stdin?: Host['stdin'];
  readonly today?: string;
}

async function* chunks(...said: readonly (string | Uint8Array)[]): AsyncGenerator<string | Uint8Array> {
  yield* said;
}

/**
 * Runs the command line in this process, in a terminal as described.
 *
 * @param run the command line; that of our own sources unless given
 */
export async function inTerminal(args: readonly string[], terminal: Terminal = {}, run = main): Promise<Run> {
  const {
    isTTY = false,
    errIsTTY = isTTY,
    columns,
    env = {},
    cwd = '/',
    stdin = chunks(),
    today = '2024-02-21',
  } = terminal;
  let [stdout, stderr] = ['', ''];
  const code = await run(args, {
    stdout: {
      write: (text) => {
        stdout += text;
      },
      isTTY,
      columns,
    },
    stderr: {
      write: (text) => {
        stderr += text;
      },
      isTTY: errIsTTY,
      columns,
    },
    stdin,
    env,
    cwd: () => cwd,
    now: () => new Date(`${today}T12:00:00Z`),
  });
  return { code, stdout, stderr };
}

/**
 * Runs the command line in this process as `rutteTally` runs the built one: with pipes, and with nothing in its
 * environment but what is given. It is 1 January 2026.
 */
export const inPipe = (
  args: readonly string[],
  { cwd = repository, input = '', env = {} }: RunOptions = {},
): Promise<Run> => inTerminal(args, { cwd, env, stdin: chunks(input), today: '2026-01-01' });
