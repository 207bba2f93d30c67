import { Option } from 'commander';
import type { Declaration } from '../contract/command.ts';
import { colorModes, type Format } from '../contract/formats.ts';
import { snapshotOptions } from './options.ts';
import { readingCommands } from './reading-commands.ts';
import { writingCommands } from './writing-commands.ts';

/** One sentence on what the program is for. */
export const summary = 'Who is holding out, since when, why, and what it would take.';

/** The help option of the program and of every command. */
export const helpOption = ['-h, --help', 'print help'] as const;
/** The version option of the program. */
export const versionOption = ['-V, --version', 'print the version'] as const;

/** The commands in the order of the help. */
export const declarations: readonly Declaration[] = [...readingCommands, ...writingCommands];

/** `--format` and `--color` for a command with formats; empty for any other. */
export const commonOptions = (formats: readonly Format[]): readonly Option[] =>
  formats.length === 0
    ? []
    : [
        new Option('--format <format>', 'output format').choices(formats).default(formats[0]),
        new Option('--color <when>', 'use colour').choices(colorModes).default(colorModes[0]),
        ...(formats.includes('csv')
          ? [new Option('--bom', 'begin CSV with a byte order mark, for Excel').default(false)]
          : []),
      ];

/** All options of a command, its own first. */
export const optionsOf = ({ formats, ofSnapshot, options }: Declaration): readonly Option[] => [
  ...options,
  ...(ofSnapshot ? snapshotOptions() : []),
  ...commonOptions(formats),
];
