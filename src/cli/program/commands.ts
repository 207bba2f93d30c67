import { Option } from 'commander';
import {
  type FieldDeclaration,
  positionFields,
  type RecordedField,
  recordedFields,
} from '../../model/position-fields.ts';
import type { Declaration } from '../contract/command.ts';

import { colorModes, type Format, formatsOf } from '../contract/formats.ts';

/** One sentence on what the program is for. */
export const summary = 'Who is holding out, since when, why, and what it would take.';

/** The help option of the program and of every command. */
export const helpOption = ['-h, --help', 'print help'] as const;
/** The version option of the program. */
export const versionOption = ['-V, --version', 'print the version'] as const;

const snapshotForms =
  'a roster: FILE, FILE@DATE, REV:FILE or REV:FILE@DATE out of git, or - for standard input; @DATE or REV alone are of the roster at hand';
const ofFolder = `${snapshotForms} (default: rutte-tally.yaml in this folder)`;
const ofFolderOrExample = `${snapshotForms} (default: rutte-tally.yaml in this folder, else the bundled example)`;

const all = (): Option => new Option('--all', 'list every member, also those of whom nothing is known').default(false);

const ascii = (): Option => new Option('--ascii', 'draw with ASCII alone').default(false);

const several = (value: string, before: readonly string[] | undefined): readonly string[] => [...(before ?? []), value];

const since = (what: string): Option =>
  new Option('--since <when>', `${what} (7d, 2024-02-21), a revision (HEAD~1) or another snapshot`);

const onRecord = (): Option =>
  new Option('--on-record', 'use what members have stated themselves, and nothing that others said').default(false);

/** The option of `record` for a field of a position. */
function positionOption(field: RecordedField): Option {
  const { kind, option } = positionFields[field];
  const { value, help }: NonNullable<FieldDeclaration['option']> = option;
  const syntax = value === undefined ? `--${field}` : `--${field} ${value}`;
  if (kind === 'texts') return new Option(syntax, `${help}. May be repeated`).argParser(several);
  return kind === 'switch' ? new Option(syntax, help).default(false) : new Option(syntax, help);
}

/** The commands in the order of the help. */
export const declarations: readonly Declaration[] = [
  {
    name: 'status',
    arguments: [['[snapshot]', ofFolderOrExample]],
    description: 'the outcome, what is missing, who holds out and why',
    formats: formatsOf('status'),
    ofSnapshot: true,
    options: [
      all(),
      ascii(),
      new Option('--watch', 'show it anew whenever the file changes, until interrupted').default(false),
    ],
    example: ['rutte-tally status nato-2024@2024-06-18', 'how things stood two days before the end'],
    load: async ({ watch }) =>
      watch
        ? (await import('../bundles/other-commands.ts')).otherCommands.watch
        : (await import('../bundles/quick-commands.ts')).quickCommands.status,
  },
  {
    name: 'check',
    arguments: [['[snapshot]', ofFolder]],
    description: 'the same in brief, for scripts: exit 0 when reached, 1 when open, 4 when blocked',
    formats: formatsOf('check'),
    ofSnapshot: true,
    options: [since('say whether the outcome was newly reached, lost or unchanged since a date')],
    example: ['rutte-tally check nato-2024@2024-06-18 --assume RO=support', 'would that have been enough? Exit 0: yes'],
    load: async () => (await import('../bundles/quick-commands.ts')).quickCommands.check,
  },
  {
    name: 'diff',
    arguments: [
      ['[before]', ofFolder],
      ['[after]', 'another one; without it a file is compared with its last commit, FILE@DATE with its own date'],
    ],
    description: 'what changed from one snapshot to another: who moved, why, and whether that was decisive',
    formats: formatsOf('diff'),
    ofSnapshot: true,
    options: [
      all(),
      since('compare with the roster as it was on a date'),
      new Option('--exit-code', 'exit with 1 when anything changed').default(false),
      new Option('--quiet', 'print nothing, and exit as with --exit-code').default(false),
    ],
    example: ['rutte-tally diff nato-2024@2024-02-21 nato-2024@2024-06-20', 'from "over 20" to the decision'],
    load: async () => (await import('../bundles/other-commands.ts')).otherCommands.diff,
  },
  {
    name: 'timeline',
    arguments: [
      [
        '[roster...]',
        'a roster, or several dated ones that speak each from its as-of on: files, folders of them, REV:FILE out of git, or - (default: rutte-tally.yaml in this folder, else the bundled example)',
      ],
    ],
    description: 'how the tally moved, date by date, with a chart; when the rule was first met',
    formats: formatsOf('timeline'),
    ofSnapshot: false,
    options: [
      new Option('--from <date>', 'start at this date, inclusive: a day, a month, an instant, yesterday, 7d or 2w'),
      new Option('--to <date>', 'end at this date, inclusive'),
      onRecord(),
      ascii(),
    ],
    example: ['rutte-tally timeline nato-2024 --from 2024-06', 'how it ended'],
    load: async () => (await import('../bundles/other-commands.ts')).otherCommands.timeline,
  },
  {
    name: 'member',
    arguments: [
      ['<code>', "a member's code or name"],
      ['[snapshot]', ofFolderOrExample],
    ],
    description: "one member's story: positions, reasons, demands, sources, and what its moving would change",
    formats: formatsOf('member'),
    ofSnapshot: true,
    options: [],
    example: ['rutte-tally member turkiye nato-2024@2024-04-29', 'what Türkiye said, and what made it move'],
    load: async () => (await import('../bundles/other-commands.ts')).otherCommands.member,
  },
  {
    name: 'snapshot',
    arguments: [['[snapshot]', ofFolder]],
    description: 'the roster as it stood on a date, as a roster of its own',
    formats: formatsOf('snapshot'),
    ofSnapshot: true,
    options: [],
    example: [
      'rutte-tally snapshot nato-2024@2024-06-18 > june.yaml',
      'where everybody stood on that day, and no more',
    ],
    load: async () => (await import('../bundles/other-commands.ts')).otherCommands.snapshot,
  },
  {
    name: 'validate',
    arguments: [
      [
        '[roster...]',
        'roster files, REV:FILE out of git, or - for standard input (default: rutte-tally.yaml in this folder)',
      ],
    ],
    description: 'everything that is wrong with a roster, at once, and what it does not answer as it expects',
    formats: formatsOf('validate'),
    ofSnapshot: false,
    options: [new Option('--strict', 'advice counts as an error').default(false)],
    example: ['rutte-tally validate --strict rutte-tally.yaml', 'errors and advice; exit 3 for either'],
    load: async () => (await import('../bundles/quick-commands.ts')).quickCommands.validate,
  },
  {
    name: 'record',
    arguments: [
      ['[code]', 'the member that moved, by its code or name'],
      ['[stance]', 'where it stands now'],
      ['[file]', 'the roster to change (default: rutte-tally.yaml in this folder)'],
    ],
    description: 'add a position or a claim to a roster (preserving the rest of the file) and show its effect',
    formats: formatsOf('record'),
    ofSnapshot: false,
    options: [
      ...recordedFields.map(positionOption),
      new Option(
        '--claim <count>',
        'record a claim instead, that so many support it: "more than 20". Name the roster alone',
      ),
      new Option('--holding-out <count>', 'the claim that so many hold out: "about 10"'),
      new Option('--holdouts <codes>', 'the claim that these hold out and nobody else: TR,HU; or none'),
      new Option('--csv', 'moves from standard input, a line each, under a header: code,stance,date,…').default(false),
      new Option('--dry-run', 'print what would change, and touch no file').default(false),
    ],
    example: ['rutte-tally record TR support nato.yaml --date 2024-04-29', 'Türkiye comes round'],
    load: async () => (await import('../bundles/record-command.ts')).editingCommands.record,
  },
  {
    name: 'init',
    arguments: [['[file]', 'the file to write, or - for standard output (default: rutte-tally.yaml in this folder)']],
    description: 'write a roster to start from, with the members, weights and rule of a body filled in',
    formats: formatsOf('init'),
    ofSnapshot: false,
    options: [
      new Option('--body <body>', 'whose roster: nato, eu-council, committee, …; see --list-bodies'),
      new Option('--title <text>', 'what is to be decided'),
      new Option('--force', 'replace the file if it is there already').default(false),
      new Option('--list-bodies', 'list the bodies there are, and write nothing')
        .default(false)
        .conflicts(['body', 'title', 'force']),
    ],
    example: [
      "rutte-tally init budget.yaml --body eu-council --title 'The budget for 2027'",
      'a roster of the 27, who have said nothing yet; no file is written over',
    ],
    load: async () => (await import('../bundles/other-commands.ts')).otherCommands.init,
  },
  {
    name: 'rules',
    arguments: [['[rule]', 'a rule, such as consensus; else all of them in short']],
    description: 'what the rules with a name mean, how each stance counts, and their sources; the power of members',
    formats: formatsOf('rules'),
    ofSnapshot: false,
    options: [
      new Option('--power', 'count how often each member makes the difference').default(false),
      new Option('--roster <snapshot>', 'whose members: a roster; without a rule, under its own').conflicts('body'),
      new Option('--body <body>', 'whose members: nato, eu-council, …; see init --list-bodies'),
    ],
    example: ['rutte-tally rules eu-qualified-majority', 'what it takes in the Council of the European Union'],
    load: async () => (await import('../bundles/other-commands.ts')).otherCommands.rules,
  },
  {
    name: 'schema',
    arguments: [],
    description: 'the JSON Schema of the roster format, for completion and hints in editors',
    formats: formatsOf('schema'),
    ofSnapshot: false,
    options: [],
    example: ['rutte-tally schema > rutte-tally.schema.json', 'a copy beside the rosters, see docs/editor.md'],
    load: async () => (await import('../bundles/other-commands.ts')).otherCommands.schema,
  },
  {
    name: 'completion',
    arguments: [['<shell>', 'bash, zsh or fish']],
    description: 'a script that completes commands, options and the members of the roster at hand in a shell',
    formats: [],
    ofSnapshot: false,
    options: [],
    example: ['source <(rutte-tally completion bash)', 'for this session; docs/completion.md says how to keep it'],
    load: async () => (await import('../bundles/other-commands.ts')).otherCommands.completion,
  },
];

/** Options of every command about a snapshot. */
export const snapshotOptions = (): readonly Option[] => [
  new Option(
    '--as-of <date>',
    "read the roster at this date: a day, a month, an instant, today, yesterday, 7d or 2w (default: the roster's as-of, else today)",
  ),
  new Option(
    '--assume <code=stance>',
    'assume that a member, a group or "all" takes this stance: TR=support. May be repeated',
  ).argParser(several),
  new Option('--assume-file <file>', 'read such assumptions from a YAML file of CODE: STANCE, or - for standard input'),
  onRecord(),
];

/** `--format` and `--color` for a command with formats; empty for any other. */
export const commonOptions = (formats: readonly Format[]): readonly Option[] =>
  formats.length === 0
    ? []
    : [
        new Option('--format <format>', 'how to answer').choices(formats).default(formats[0]),
        new Option('--color <when>', 'colour the answer').choices(colorModes).default(colorModes[0]),
      ];

/** All options of a command, its own first. */
export const optionsOf = ({ formats, ofSnapshot, options }: Declaration): readonly Option[] => [
  ...options,
  ...(ofSnapshot ? snapshotOptions() : []),
  ...commonOptions(formats),
];
