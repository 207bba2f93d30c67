import { Command, Help, type Option } from 'commander';
import { visible } from '../../text/escape-controls.ts';
import type { Declaration, WrittenOptions } from '../contract/command.ts';
import { type ExitCode, exitMeanings } from '../contract/exit.ts';
import type { Host } from '../contract/host.ts';
import { version } from '../contract/package.ts';
import { UsageError } from '../contract/usage-error.ts';
import { terminalWidth } from '../output/terminal.ts';
import { inEnvironment } from '../output/workflow-log.ts';
import { declarations, helpOption, optionsOf, summary, versionOption } from './commands.ts';
import { withRemedy } from './remedies.ts';

/** Holder of the exit code of the command that ran. */
export interface Answer {
  code: ExitCode;
}

/**
 * The command line parser; each command is loaded when it is called.
 *
 * @param word the first word. If it names a command the parser has no other, because declaring all takes longer than
 * parsing most lines
 */
export function buildProgram(word: string | undefined, host: Host, answer: Answer): Command {
  const program = new Command('rutte-tally')
    .description(summary)
    .version(version, ...versionOption)
    .helpOption(...helpOption)
    .addHelpText('after', exitCodes);
  const named = declarations.filter(({ name }) => name === word);
  for (const declaration of named.length > 0 ? named : declarations) declare(program, declaration, host, answer);
  if (named.length === 0) {
    declareCompletion(program, host, answer);
    declareHelp(program);
  }
  for (const command of [program, ...program.commands]) {
    command
      .exitOverride()
      .configureHelp({ minWidthToWrap: 16, subcommandTerm, optionDescription })
      .configureOutput({
        getOutHelpWidth: () => terminalWidth(host.stdout),
        getErrHelpWidth: () => terminalWidth(host.stderr),
        writeOut: (text) => void host.stdout.write(text),
        writeErr: (text) => void host.stderr.write(inEnvironment(text, 'table', host)),
        outputError: (text, write) =>
          write(
            `${withRemedy(text, word)
              .replace(/^error: /, 'rutte-tally: ')
              .split('\n')
              .map(visible)
              .join('\n')}\n`,
          ),
      });
  }
  return program;
}

/** A command in the list of all, without `[options]`, which would leave less room for its description. */
const subcommandTerm = (command: Command): string =>
  `${command.name()} ${command.usage().replace('[options]', '').trim()}`.trim();

const plainHelp = new Help();

/** An option's description, without the default of a switch: that it is off goes without saying. */
const optionDescription = (option: Option): string =>
  typeof option.defaultValue === 'boolean' ? option.description : plainHelp.optionDescription(option);

function declare(program: Command, declaration: Declaration, host: Host, answer: Answer): void {
  const { name, description, example, load } = declaration;
  const [line, what] = example;
  const command = program
    .command(name)
    .description(description)
    .helpOption(...helpOption)
    .addHelpText('after', `\nExample:\n  $ ${line}\n  ${what}\n`);
  for (const [syntax, meaning] of declaration.arguments) command.argument(syntax, meaning);
  for (const option of optionsOf(declaration)) command.addOption(option);
  command.action(async () => {
    const written = command.opts<WrittenOptions>();
    if (written.assumeFile === '-' && [...command.args, written.since ?? ''].some((word) => /^-(?:@|$)/.test(word)))
      throw new UsageError('stream-twice', '--assume-file: standard input can be read only once');
    const act = await load(written);
    answer.code = await act(command.args, written, host);
  });
}

/** Replaces commander's `help`, which ignores an unknown command. */
function declareHelp(program: Command): void {
  program
    .command(helpCommand.name)
    .description(helpCommand.description)
    .helpOption(...helpOption)
    .argument('[command]')
    .action((word: string | undefined) => {
      const command = word === undefined ? program : program.commands.find((one) => one.name() === word);
      if (command !== undefined) command.help();
      program.error(`error: unknown command '${word}'`, { code: 'commander.unknownCommand' });
    });
}

const helpCommand = { name: 'help', description: 'Print help for a command' };

/** Adds the hidden command that the completion scripts call. */
function declareCompletion(program: Command, host: Host, answer: Answer): void {
  program
    .command('__complete', { hidden: true })
    .argument('[word...]')
    .action(async (words: readonly string[]) => {
      const { complete } = await import('../completion/complete.ts');
      const commands = declarations.map((declaration) => ({ ...declaration, options: optionsOf(declaration) }));
      answer.code = await complete(
        words,
        [...commands, { ...helpCommand, arguments: [['[command]', '']], options: [] }],
        host,
      );
    });
}

const exitCodes = `
Exit codes:
${Object.entries(exitMeanings)
  .map(([code, meaning]) => `  ${code.padEnd(4)}${meaning}`)
  .join('\n')}

Example:
  $ rutte-tally status
`;
