import { Command } from 'commander';
import { visible } from '../render/visible.ts';
import { commonOptions, type Declaration, declarations, snapshotOptions } from './declarations.ts';
import type { ExitCode } from './exit.ts';
import type { Host } from './host.ts';
import type { WrittenOptions } from './options.ts';
import { UsageError } from './usage.ts';
import { version } from './version.ts';

/** Where a command leaves its exit code. */
export interface Answer {
  code: ExitCode;
}

/** The commands with their words; what they do is loaded when one of them is called. */
export function buildProgram(host: Host, answer: Answer): Command {
  const program = new Command('rutte-tally')
    .description('Who is holding out, since when, why, and what it would take.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .addHelpText('after', exitCodes);
  for (const declaration of declarations) declare(program, declaration, host, answer);
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({
      writeOut: (text) => void host.stdout.write(text),
      writeErr: (text) => void host.stderr.write(text),
      outputError: (text, write) =>
        write(
          `${text
            .trimEnd()
            .replace(/^error: /, 'rutte-tally: ')
            .split('\n')
            .map(visible)
            .join('\n')}\n`,
        ),
    });
  }
  return program;
}

function declare(program: Command, declaration: Declaration, host: Host, answer: Answer): void {
  const { name, description, formats, ofSnapshot, options, example, load } = declaration;
  const [line, what] = example;
  const command = program
    .command(name)
    .description(description)
    .helpOption('-h, --help', 'print help')
    .addHelpText('after', `\nExample:\n  $ ${line}\n  ${what}\n`);
  for (const [syntax, meaning] of declaration.arguments) command.argument(syntax, meaning);
  for (const option of [...options, ...(ofSnapshot ? snapshotOptions() : []), ...commonOptions(formats)])
    command.addOption(option);
  command.action(async () => {
    const written = command.opts<WrittenOptions>();
    if (written.assumeFile === '-' && command.args.some((word) => /^-(?:@|$)/.test(word)))
      throw new UsageError('stream-twice', '--assume-file: standard input can be read once, and is named twice');
    const act = await load(written);
    answer.code = await act(command.args, written, host);
  });
}

const exitCodes = `
Exit codes:
  0   done; for check: reached
  1   check: open
  2   wrong usage
  3   a roster or a file of assumptions cannot be read or is invalid
  4   check: blocked
  70  a bug in rutte-tally

Example:
  $ rutte-tally status
`;
