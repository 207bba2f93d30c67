import { Option } from 'commander';
import { recordedFields } from '../../model/position-fields.ts';
import type { Declaration } from '../contract/command.ts';
import { formatsOf } from '../contract/formats.ts';
import { importKinds } from '../contract/sheets.ts';
import { ofFolder, positionOption, recursive, sheetOptions } from './options.ts';

/** The commands that write, check and explain rosters, in the order of the help. */
export const writingCommands: readonly Declaration[] = [
  {
    name: 'snapshot',
    arguments: [['[snapshot]', ofFolder]],
    description: 'Write the roster as it stood on a date, as a new roster',
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
    example: ['rutte-tally validate --strict rutte-tally.yaml', 'Exits with 3 on errors and on advice.'],
    load: async () => (await import('../bundles/quick-commands.ts')).quickCommands.validate,
  },
  {
    name: 'record',
    arguments: [
      ['[code]', 'the code or name of the member that moved, or several: TR,HU'],
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
        'read moves (not claims) from standard input, one per line, under a header: code,stance,date,…',
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
    description: 'Write a new roster, with the members, weights and rule of a body, or with your own members',
    formats: formatsOf('init'),
    ofSnapshot: false,
    options: [
      new Option('--body <body>', 'the body: nato, eu-council, committee, …; see --list-bodies'),
      new Option('--members <names>', 'your own members, separated by commas: ana,bo,chi').conflicts(['body', 'from']),
      new Option('--from <file>', 'read your own members from this file, one name on each line').conflicts(['body']),
      new Option('--title <text>', 'the title of the decision'),
      new Option('--force', 'replace an existing file').default(false),
      new Option('--list-bodies', 'list the bodies and write nothing')
        .default(false)
        .conflicts(['body', 'members', 'from', 'title', 'force']),
    ],
    example: [
      "rutte-tally init budget.yaml --body eu-council --title 'The budget for 2027'",
      'Creates a blank 27-member roster. --force replaces an existing file.',
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
      new Option('--from <kind>', 'kind of file (default: recognised by its content)').choices(importKinds),
      new Option('--output <file>', 'the file to write (default: standard output)'),
      new Option('--force', 'replace an existing file').default(false),
      ...sheetOptions(),
      new Option(
        '--decision <name>',
        'which decision to import if the file has several: a column, a resolution or a draft',
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
      new Option('--power', 'show how often each member makes the difference').default(false),
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
