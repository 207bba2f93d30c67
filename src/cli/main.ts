import { type Command, CommanderError } from 'commander';
import { json } from '../render/format/json.ts';
import { visible } from '../text/escape-controls.ts';
import { type ExitCode, exit } from './contract/exit.ts';
import type { Host } from './contract/host.ts';
import { isUsageError } from './contract/usage-error.ts';
import { inEnvironment } from './output/workflow-log.ts';
import { type Answer, buildProgram } from './program/program.ts';
import { withRemedy } from './program/remedies.ts';

/**
 * Runs the command line.
 *
 * @param argv the words after node and the script
 * @returns the exit code, which does not depend on the format
 */
export async function main(argv: readonly string[], host: Host): Promise<ExitCode> {
  const wantsJson = asksForJson(argv);
  const answer: Answer = { code: exit.done };
  const program = buildProgram(argv[0], host, answer);
  if (wantsJson) silence(program);
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return answer.code;
  } catch (error) {
    return explain(error, argv[0], host, wantsJson);
  }
}

/** Whether JSON is asked for, even if the rest of the command line is invalid. */
function asksForJson(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  const words = end < 0 ? argv : argv.slice(0, end);
  return words.some((word, index) => word === '--format=json' || (word === '--format' && words[index + 1] === 'json'));
}

/** Suppresses error messages, which are printed as a document instead; help and version stay as they are. */
function silence(program: Command): void {
  for (const command of [program, ...program.commands])
    command.configureOutput({ writeErr: () => {}, outputError: () => {} });
}

function explain(error: unknown, word: string | undefined, host: Host, wantsJson: boolean): ExitCode {
  if (error instanceof CommanderError && error.exitCode === 0) return exit.done;
  const { code, message, exitCode } = nameOf(error, word);
  if (wantsJson) host.stdout.write(inEnvironment(json({ schema: 'rutte-tally/error/1', code, message }), 'json', host));
  else if (!(error instanceof CommanderError))
    host.stderr.write(inEnvironment(`rutte-tally: ${visible(message)}\n`, 'table', host));
  return exitCode;
}

function nameOf(error: unknown, word: string | undefined): { code: string; message: string; exitCode: ExitCode } {
  if (isUsageError(error)) return { code: error.code, message: error.message, exitCode: exit.usage };
  if (error instanceof CommanderError) {
    const code =
      error.code === 'commander.help'
        ? 'missing-command'
        : error.code.replace('commander.', '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const message =
      code === 'missing-command'
        ? 'name a command; rutte-tally --help lists them'
        : withRemedy(error.message, word)
            .replace(/^error: /, '')
            .replace(/\s*\n\s*/g, ' ');
    return { code, message, exitCode: exit.usage };
  }
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const message = `a bug in rutte-tally, please report it with the roster and the command: ${what}`;
  return { code: 'bug', message: message.replace(/\s+/g, ' '), exitCode: exit.bug };
}
