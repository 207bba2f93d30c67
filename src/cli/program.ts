import { Command, Option } from 'commander';
import { visible } from '../render/visible.ts';
import type { ExitCode } from './exit.ts';
import type { Host } from './host.ts';
import type { run, WrittenOptions } from './run.ts';
import { version } from './version.ts';

/** Where a command leaves its exit code. */
export interface Answer {
  code: ExitCode;
}

const rosterArgument =
  'a roster file, or - for standard input; else rutte-tally.yaml in this folder, else the bundled NATO roster';

/** The commands with their words; what they do is loaded when one of them is called. */
export function buildProgram(host: Host, answer: Answer): Command {
  const act =
    (name: keyof typeof run) => async (rosters: string | readonly string[] | undefined, options: WrittenOptions) => {
      const { run } = await import('./run.ts');
      answer.code = await run[name](rosters === undefined ? [] : [rosters].flat(), options, host);
    };
  const program = new Command('rutte-tally')
    .description('Who is holding out, since when, why, and what it would take.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .addHelpText('after', exitCodes);
  program
    .command('status')
    .argument('[roster]', rosterArgument)
    .description('the outcome, what is missing, who holds out and why')
    .option('--all', 'list every member, also those of whom nothing is known', false)
    .addHelpText('after', example('rutte-tally status --as-of 2024-06-18', 'how things stood two days before the end'))
    .action(act('status'));
  program
    .command('check')
    .argument('[roster]', rosterArgument)
    .description('the same in brief, for scripts: exit 0 when reached, 1 when open, 4 when blocked')
    .addHelpText(
      'after',
      example('rutte-tally check --as-of 2024-06-18 --assume RO=support', 'would that have been enough? Exit 0: yes'),
    )
    .action(act('check'));
  program
    .command('validate')
    .argument('<roster...>', 'roster files, or - for standard input')
    .description('everything that is wrong with a roster, at once')
    .option('--strict', 'advice counts as an error', false)
    .addHelpText(
      'after',
      example('rutte-tally validate --strict rutte-tally.yaml', 'errors and advice; exit 3 for either'),
    )
    .action(act('validate'));
  for (const command of program.commands) addCommonOptions(command, command.name() !== 'validate');
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

function addCommonOptions(command: Command, ofSnapshot: boolean): void {
  if (ofSnapshot) {
    command
      .option(
        '--as-of <date>',
        "read the roster at this date: a day, a month or an instant (default: the roster's as-of, else today)",
      )
      .addOption(
        new Option('--assume <code=stance>', 'what if this member stood there? May be repeated').argParser(
          (value: string, before: readonly string[] | undefined): readonly string[] => [...(before ?? []), value],
        ),
      )
      .option('--on-record', 'use what members have stated themselves, and nothing that others said', false);
  }
  command
    .addOption(new Option('--format <format>', 'how to answer').choices(['table', 'json']).default('table'))
    .addOption(new Option('--color <when>', 'colour the answer').choices(['auto', 'always', 'never']).default('auto'))
    .helpOption('-h, --help', 'print help');
}

const example = (command: string, what: string): string => `\nExample:\n  $ ${command}\n  ${what}\n`;

const exitCodes = `
Exit codes:
  0   done; for check: reached
  1   check: open
  2   wrong usage
  3   a roster cannot be read or is invalid
  4   check: blocked
  70  a bug in rutte-tally

Example:
  $ rutte-tally status
`;
