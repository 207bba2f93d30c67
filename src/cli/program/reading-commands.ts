import { Option } from 'commander';
import { listOrders } from '../../model/decisions/listed.ts';
import type { Declaration } from '../contract/command.ts';
import { formatsOf } from '../contract/formats.ts';
import {
  all,
  ascii,
  asOf,
  ofFolder,
  ofFolderOrExample,
  onRecord,
  paths,
  recursive,
  since,
  snapshotForms,
  watched,
} from './options.ts';

/** The commands that show what rosters say, in the order of the help. */
export const readingCommands: readonly Declaration[] = [
  {
    name: 'status',
    arguments: [['[snapshot]', ofFolderOrExample]],
    description: 'Show who is holding out, since when, why, and what is missing',
    formats: formatsOf('status'),
    ofSnapshot: true,
    options: [all(), ascii(), watched('show the answer again whenever the file changes')],
    example: ['rutte-tally status nato-2024@2024-06-18', 'Shows how things stood two days before the decision.'],
    load: async ({ watch }) =>
      watch
        ? (await import('../bundles/watch-commands.ts')).watchCommands.status
        : (await import('../bundles/quick-commands.ts')).quickCommands.status,
  },
  {
    name: 'check',
    arguments: [
      ['[snapshot...]', `${snapshotForms}; or a folder, or several rosters (default: rutte-tally.yaml in this folder)`],
    ],
    description: 'Check whether a decision is reached, for scripts: exit 0 when reached, 1 when open, 4 when blocked',
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
      new Option(
        '--outcome <states>',
        'list only decisions in these states: open, blocked, reached or decided; separated by commas',
      ),
      new Option(
        '--waiting-on <member>',
        'list only decisions that wait on this member, its pending ones first; "me" is the member in RUTTE_TALLY_MEMBER',
      ),
      new Option('--stale <days>', 'list only decisions not yet taken and without a move in this many days'),
      new Option('--sort <order>', 'sort the list in this order').choices(listOrders).default(listOrders[0]),
      all('list every decision that was taken, not only the latest'),
      ascii(),
      watched('show the list again whenever a file is changed, added or removed'),
      recursive(),
      asOf(),
      onRecord(),
    ],
    example: [
      'rutte-tally list decisions --waiting-on ana',
      'Lists the decisions that ana has not answered yet, or opposes.',
    ],
    load: async ({ watch }) =>
      watch
        ? (await import('../bundles/watch-commands.ts')).watchCommands.list
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
    description: 'Count how often each pair of members took the same position; silence is never agreement',
    formats: formatsOf('agreement'),
    ofSnapshot: false,
    options: [
      new Option('--groups', 'compare groups instead of members: within each, and between each pair').default(false),
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
    load: async () => (await import('../bundles/history-commands.ts')).historyCommands.diff,
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
    load: async () => (await import('../bundles/history-commands.ts')).historyCommands.timeline,
  },
  {
    name: 'member',
    arguments: [
      ['<code>', "a member's code or name"],
      ['[path...]', `${ofFolderOrExample}; or a folder, or several rosters, for one line about each decision`],
    ],
    description: "Show one member's history and what would change if it moved, or how it stood in several decisions",
    formats: formatsOf('member'),
    ofSnapshot: true,
    options: [recursive()],
    example: ['rutte-tally member turkiye nato-2024@2024-04-29', 'Shows what Türkiye said, and what made it move.'],
    load: async () => (await import('../bundles/history-commands.ts')).historyCommands.member,
  },
  {
    name: 'report',
    arguments: [
      [
        '[path...]',
        `${ofFolderOrExample}; or a folder, or several rosters, for one file with a list and a page for each`,
      ],
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
      'Writes a page that needs no network. --force replaces an existing file.',
    ],
    load: async () => (await import('../bundles/report-command.ts')).reportCommands.report,
  },
];
