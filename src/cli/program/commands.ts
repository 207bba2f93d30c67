import { Option } from 'commander';
import { listOrders } from '../../model/decisions/listed.ts';
import {
  type FieldDeclaration,
  positionFields,
  type RecordedField,
  recordedFields,
} from '../../model/position-fields.ts';
import type { Declaration } from '../contract/command.ts';

import { colorModes, type Format, formatsOf } from '../contract/formats.ts';
import { dateOrders, importKinds } from '../contract/sheets.ts';

/** One sentence on what the program is for. */
export const summary = 'Who is holding out, since when, why, and what it would take.';

/** The help option of the program and of every command. */
export const helpOption = ['-h, --help', 'print help'] as const;
/** The version option of the program. */
export const versionOption = ['-V, --version', 'print the version'] as const;

const snapshotForms =
  'a roster: FILE, FILE@DATE, REV:FILE or REV:FILE@DATE from git, or - for standard input; @DATE or REV alone refer to the roster of this folder';
const ofFolder = `${snapshotForms} (default: rutte-tally.yaml in this folder)`;
const ofFolderOrExample = `${snapshotForms} (default: rutte-tally.yaml in this folder, else the bundled example)`;

const paths = 'rosters, folders of rosters, or names of bundled ones (default: this folder)';

const all = (what = 'list every member, including those with no known position'): Option =>
  new Option('--all', what).default(false);

const ascii = (): Option => new Option('--ascii', 'draw with ASCII characters only').default(false);

const watched = (what: string): Option => new Option('--watch', what).default(false);

const several = (value: string, before: readonly string[] | undefined): readonly string[] => [...(before ?? []), value];

const since = (what: string): Option =>
  new Option('--since <when>', `${what} (7d, 2024-02-21), a revision (HEAD~1) or another snapshot`);

const recursive = (): Option => new Option('--recursive', 'read the subfolders of folders as well').default(false);

const asOf = (): Option =>
  new Option(
    '--as-of <date>',
    "read the roster at this date: a day, a month, an instant, today, yesterday, 7d or 2w (default: the roster's as-of, else today)",
  );

const onRecord = (): Option =>
  new Option('--on-record', "count only members' own statements; ignore reports and claims").default(false);

/** The option of `record` for a field of a position. */
function positionOption(field: RecordedField): Option {
  const { kind, option } = positionFields[field];
  const { value, help }: NonNullable<FieldDeclaration['option']> = option;
  const syntax = value === undefined ? `--${field}` : `--${field} ${value}`;
  if (kind === 'texts') return new Option(syntax, `${help}; may be repeated`).argParser(several);
  return kind === 'switch' ? new Option(syntax, help).default(false) : new Option(syntax, help);
}

/** Options on how the columns, words and dates of a sheet are read. */
const sheetOptions = (): readonly Option[] => [
  new Option(
    '--map <name=column>',
    'what a column holds: member=Land, stance=Vote, date, why, by, source, …; may be repeated',
  ).argParser(several),
  new Option('--stance <word=stance>', 'what a word means: absent=undeclared; may be repeated').argParser(several),
  new Option('--dates <order>', 'read dates such as 22/11/2026 in this order').choices(dateOrders),
];

/** The commands in the order of the help. */
export const declarations: readonly Declaration[] = [
  {
    name: 'status',
    arguments: [['[snapshot]', ofFolderOrExample]],
    description: 'Show who is holding out, since when, why, and what is missing',
    formats: formatsOf('status'),
    ofSnapshot: true,
    options: [all(), ascii(), watched('show it again whenever the file changes')],
    example: ['rutte-tally status nato-2024@2024-06-18', 'Shows how things stood two days before the decision.'],
    load: async ({ watch }) =>
      watch
        ? (await import('../bundles/other-commands.ts')).otherCommands.watch
        : (await import('../bundles/quick-commands.ts')).quickCommands.status,
  },
  {
    name: 'check',
    arguments: [
      ['[snapshot...]', `${snapshotForms}; a folder, or several rosters (default: rutte-tally.yaml in this folder)`],
    ],
    description: 'Say in brief whether it is reached, for scripts: exit 0 when reached, 1 when open, 4 when blocked',
    formats: formatsOf('check'),
    ofSnapshot: true,
    options: [since('say how the outcome changed since a date'), recursive()],
    example: [
      'rutte-tally check nato-2024@2024-06-18 --assume RO=support',
      'Exits with 0: that would have been enough.',
    ],
    load: async () => (await import('../bundles/quick-commands.ts')).quickCommands.check,
  },
  {
    name: 'list',
    arguments: [['[path...]', paths]],
    description: 'List decisions: what is open, who holds out, and what is due next',
    formats: formatsOf('list'),
    ofSnapshot: false,
    options: [
      new Option('--outcome <states>', 'only these: open, blocked, reached or decided; several with commas'),
      new Option(
        '--waiting-on <member>',
        'only decisions that wait on this member, pending ones first; "me" is the member in RUTTE_TALLY_MEMBER',
      ),
      new Option('--stale <days>', 'only undecided ones in which nobody has moved for so many days'),
      new Option('--sort <order>', 'what comes first').choices(listOrders).default(listOrders[0]),
      all('list every decision that was taken, not only the latest'),
      ascii(),
      watched('show it again whenever a file is changed, added or removed'),
      recursive(),
      asOf(),
      onRecord(),
    ],
    example: ['rutte-tally list decisions --waiting-on ana', 'Lists what ana has not answered yet, or stands against.'],
    load: async ({ watch }) =>
      watch
        ? (await import('../bundles/other-commands.ts')).otherCommands.watchList
        : (await import('../bundles/decisions-commands.ts')).decisionsCommands.list,
  },
  {
    name: 'matrix',
    arguments: [['[path...]', paths]],
    description: 'Show where each member stands in each of several decisions',
    formats: formatsOf('matrix'),
    ofSnapshot: false,
    options: [all(), ascii(), recursive(), asOf(), onRecord()],
    example: ['rutte-tally matrix decisions --format csv > matrix.csv', 'Writes a table for a spreadsheet.'],
    load: async () => (await import('../bundles/decisions-commands.ts')).decisionsCommands.matrix,
  },
  {
    name: 'agreement',
    arguments: [['[path...]', paths]],
    description: 'Count how often each two members took the same position; silence is never agreement',
    formats: formatsOf('agreement'),
    ofSnapshot: false,
    options: [
      new Option('--groups', 'compare the groups of the rosters: within each, and between each two').default(false),
      all('list every pair'),
      ascii(),
      recursive(),
      asOf(),
      onRecord(),
    ],
    example: ['rutte-tally agreement votes --groups', 'Shows how united each group was, and which groups agreed.'],
    load: async () => (await import('../bundles/decisions-commands.ts')).decisionsCommands.agreement,
  },
  {
    name: 'diff',
    arguments: [
      ['[before]', ofFolder],
      [
        '[after]',
        'another roster; without it, a file is compared with its last commit, and FILE@DATE with its own date',
      ],
    ],
    description: 'Show what changed between two snapshots: who moved, why, and whether it was decisive',
    formats: formatsOf('diff'),
    ofSnapshot: true,
    options: [
      all(),
      since('compare with the roster on a date'),
      new Option('--exit-code', 'exit with 1 if anything changed').default(false),
      new Option('--quiet', 'print nothing; implies --exit-code').default(false),
    ],
    example: [
      'rutte-tally diff nato-2024@2024-02-21 nato-2024@2024-06-20',
      'Shows the moves from "over 20" to consensus.',
    ],
    load: async () => (await import('../bundles/other-commands.ts')).otherCommands.diff,
  },
  {
    name: 'timeline',
    arguments: [
      [
        '[roster...]',
        'a roster, or several with a date each: files, folders, REV:FILE from git, or - (default: rutte-tally.yaml in this folder, else the bundled example)',
      ],
    ],
    description: 'Show how the tally moved, date by date, with a chart',
    formats: formatsOf('timeline'),
    ofSnapshot: false,
    options: [
      new Option('--from <date>', 'start at this date (inclusive): a day, a month, an instant, yesterday, 7d or 2w'),
      new Option('--to <date>', 'end at this date (inclusive)'),
      recursive(),
      onRecord(),
      ascii(),
    ],
    example: ['rutte-tally timeline nato-2024 --from 2024-06', 'Shows the last weeks before the decision.'],
    load: async () => (await import('../bundles/other-commands.ts')).otherCommands.timeline,
  },
  {
    name: 'member',
    arguments: [
      ['<code>', "a member's code or name"],
      ['[path...]', `${ofFolderOrExample}; a folder, or several, for one line about each decision`],
    ],
    description: "Show one member's history and what would change if it moved, or how it stood in several decisions",
    formats: formatsOf('member'),
    ofSnapshot: true,
    options: [recursive()],
    example: ['rutte-tally member turkiye nato-2024@2024-04-29', 'Shows what Türkiye said, and what made it move.'],
    load: async () => (await import('../bundles/other-commands.ts')).otherCommands.member,
  },
  {
    name: 'report',
    arguments: [
      ['[path...]', `${ofFolderOrExample}; a folder, or several rosters, for one file with a list and a page for each`],
    ],
    description: 'Write one HTML file that shows a decision, its history and its reasons, and answers what-ifs',
    formats: formatsOf('report'),
    ofSnapshot: true,
    options: [
      new Option(
        '--output <file>',
        "the file to write, or - for standard output (default: the roster's name with .html in this folder; report.html for several)",
      ),
      new Option('--force', 'replace an existing file').default(false),
      recursive(),
    ],
    example: [
      'rutte-tally report nato-2024 --output nato.html',
      'Writes a page that needs no network. Existing files are never overwritten.',
    ],
    load: async () => (await import('../bundles/report-command.ts')).reportCommands.report,
  },
  {
    name: 'snapshot',
    arguments: [['[snapshot]', ofFolder]],
    description: 'Write the roster as it stood on a date, as a roster of its own',
    formats: formatsOf('snapshot'),
    ofSnapshot: true,
    options: [],
    example: [
      'rutte-tally snapshot nato-2024@2024-06-18 > june.yaml',
      'Writes the positions of that day, without those that no longer matter.',
    ],
    load: async () => (await import('../bundles/other-commands.ts')).otherCommands.snapshot,
  },
  {
    name: 'validate',
    arguments: [
      [
        '[roster...]',
        'rosters, folders of rosters, REV:FILE from git, or - for standard input (default: rutte-tally.yaml in this folder)',
      ],
    ],
    description: 'Check rosters and report every problem at once, including failed "expect" entries',
    formats: formatsOf('validate'),
    ofSnapshot: false,
    options: [new Option('--strict', 'treat advice as errors').default(false), recursive()],
    example: ['rutte-tally validate --strict rutte-tally.yaml', 'Exits with 3 for errors and for advice.'],
    load: async () => (await import('../bundles/quick-commands.ts')).quickCommands.validate,
  },
  {
    name: 'record',
    arguments: [
      ['[code]', 'the code or name of the member that moved'],
      ['[stance]', 'its new stance'],
      ['[file]', 'the roster to change (default: rutte-tally.yaml in this folder)'],
    ],
    description:
      'Add a position, a claim, a report, a denial, the status of a demand or a round to a roster (preserving the rest of the file) and show its effect',
    formats: formatsOf('record'),
    ofSnapshot: false,
    options: [
      ...recordedFields.map(positionOption),
      new Option(
        '--claim <count>',
        'record a claim about how many support it: "more than 20"; takes only the roster as an argument',
      ),
      new Option('--holding-out <count>', 'record a claim about how many hold out: "about 10"'),
      new Option('--among <members>', 'the members that --claim or --holding-out counts: EE,LV,LT or a group'),
      new Option('--holdouts <codes>', 'record a complete list of those who hold out: TR,HU, or none'),
      new Option(
        '--of <members>',
        'record one report about several members, EE,LV,LT or a group; takes STANCE and the roster as arguments',
      ),
      new Option(
        '--denied <date>',
        'record that the report of this date is denied; takes CODE and the roster as arguments',
      ),
      new Option(
        '--demand <id>',
        'record what became of a demand; takes STATUS (promised, met, dropped or refused) and the roster as arguments',
      ),
      new Option(
        '--round <name>',
        "record that a round begins: a new ballot, text or version ('' for one without a name); takes only the roster as an argument",
      ),
      new Option(
        '--csv',
        'read moves (not claims) from standard input, one a line, under a header: code,stance,date,…',
      ).default(false),
      new Option('--add-members', 'with --csv: add members that the roster does not have').default(false),
      ...sheetOptions(),
      new Option('--dry-run', 'print the change without writing the file').default(false),
    ],
    example: ['rutte-tally record TR support nato.yaml --date 2024-04-29', 'Records that Türkiye came to support it.'],
    load: async () => (await import('../bundles/record-command.ts')).editingCommands.record,
  },
  {
    name: 'init',
    arguments: [['[file]', 'the file to write, or - for standard output (default: rutte-tally.yaml in this folder)']],
    description: 'Write a new roster, with the members, weights and rule of a body, or with members of your own',
    formats: formatsOf('init'),
    ofSnapshot: false,
    options: [
      new Option('--body <body>', 'the body: nato, eu-council, committee, …; see --list-bodies'),
      new Option('--members <names>', 'members of your own, with commas: ana,bo,chi').conflicts(['body', 'from']),
      new Option('--from <file>', 'members of your own, a name on each line of this file').conflicts(['body']),
      new Option('--title <text>', 'the title of the decision'),
      new Option('--force', 'replace an existing file').default(false),
      new Option('--list-bodies', 'list the bodies and write nothing')
        .default(false)
        .conflicts(['body', 'members', 'from', 'title', 'force']),
    ],
    example: [
      "rutte-tally init budget.yaml --body eu-council --title 'The budget for 2027'",
      'Creates a blank 27-member roster. Existing files are never overwritten.',
    ],
    load: async () => (await import('../bundles/other-commands.ts')).otherCommands.init,
  },
  {
    name: 'import',
    arguments: [['[file]', 'the file to read, or - for standard input']],
    description: 'Write a roster from a spreadsheet (CSV), reviews on GitHub, or another file that has votes',
    formats: formatsOf('import'),
    ofSnapshot: false,
    options: [
      new Option('--from <kind>', 'what the file is (default: told from its content)').choices(importKinds),
      new Option('--output <file>', 'the file to write (default: standard output)'),
      new Option('--force', 'replace an existing file').default(false),
      ...sheetOptions(),
      new Option(
        '--decision <name>',
        'the decision that is meant where the file has several: a column, a resolution or a draft',
      ),
      new Option('--rounds', 'reviews: begin a round at each push, so that earlier reviews no longer count').default(
        false,
      ),
      new Option('--rule <rule>', "the rule: a name, or a criterion in braces (default: the body's, else consensus)"),
      new Option('--body <body>', 'take members, weights and rule from a body; see init --list-bodies'),
      new Option('--title <text>', 'the title of the decision'),
      new Option('--words', 'list the words that are read as stances, and write nothing').default(false),
    ],
    example: [
      "rutte-tally import votes.csv --output votes.yaml --rule two-thirds --title 'A new charter'",
      'Writes a roster with the members, stances and dates of the table.',
    ],
    load: async () => (await import('../bundles/import-command.ts')).importingCommands.import,
  },
  {
    name: 'rules',
    arguments: [['[rule]', 'a rule, such as consensus (default: a list of all)']],
    description: 'Explain the built-in rules',
    formats: formatsOf('rules'),
    ofSnapshot: false,
    options: [
      new Option('--power', 'count how often each member makes the difference').default(false),
      new Option('--roster <snapshot>', 'use the members of a roster, and its rule if none is named').conflicts('body'),
      new Option('--body <body>', 'use the members of a body (see init --list-bodies)'),
    ],
    example: ['rutte-tally rules eu-qualified-majority', 'Explains the qualified majority of the Council of the EU.'],
    load: async () => (await import('../bundles/other-commands.ts')).otherCommands.rules,
  },
  {
    name: 'schema',
    arguments: [],
    description: 'Print the JSON Schema of the roster format, for editors',
    formats: formatsOf('schema'),
    ofSnapshot: false,
    options: [],
    example: ['rutte-tally schema > rutte-tally.schema.json', 'Writes the schema to a file; see docs/editor.md.'],
    load: async () => (await import('../bundles/other-commands.ts')).otherCommands.schema,
  },
  {
    name: 'completion',
    arguments: [['<shell>', 'bash, zsh or fish']],
    description: 'Print a script for shell completion of commands, options and members',
    formats: [],
    ofSnapshot: false,
    options: [],
    example: ['source <(rutte-tally completion bash)', 'Completes in this session; see docs/completion.md to keep it.'],
    load: async () => (await import('../bundles/other-commands.ts')).otherCommands.completion,
  },
];

/** Options of every command about a snapshot. */
export const snapshotOptions = (): readonly Option[] => [
  asOf(),
  new Option(
    '--assume <code=stance>',
    'assume a stance for a member, a group or "all": TR=support; may be repeated',
  ).argParser(several),
  new Option(
    '--assume-file <file>',
    'read assumptions from a YAML file of CODE: STANCE lines, or - for standard input',
  ),
  new Option('--with-followers', 'let members that follow the assumed ones move with them').default(false),
  onRecord(),
];

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
