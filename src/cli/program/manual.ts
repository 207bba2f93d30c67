import type { Option } from 'commander';
import { type Block, type RoffSpan, renderManual } from '../../render/format/roff.ts';
import type { Declaration } from '../contract/command.ts';
import { exitMeanings } from '../contract/exit.ts';
import { version } from '../contract/package.ts';
import { rosterOfFolder } from '../input/roster-at-hand.ts';
import { commonOptions, declarations, helpOption, summary, versionOption } from './commands.ts';
import { snapshotOptions } from './options.ts';

/** The manual page, generated from the declarations of the commands. */
export function manual(): string {
  const heading = { name, section: 1, source: `${name} ${version}`, manual: 'User Commands' };
  return renderManual(heading, [
    section('NAME'),
    paragraph(`${name} - ${lowered(summary)}`),
    section('SYNOPSIS'),
    ...declarations.map((declaration) => paragraph(...synopsis(declaration))),
    section('DESCRIPTION'),
    paragraph(
      'A roster is a YAML file that says what is being decided, by whom, under which rule, and where each member stands.',
    ),
    paragraph('The commands apply the rule and report the result.'),
    section('COMMANDS'),
    ...declarations.flatMap(command),
    section('OPTIONS'),
    paragraph('For every command that takes a snapshot:'),
    ...snapshotOptions().map(option),
    paragraph('For every command with several formats (the first is the default):'),
    ...commonOptions([...new Set(declarations.flatMap(({ formats }) => formats))]).map((each) =>
      option(each.long === '--format' ? { ...each, defaultValue: undefined } : each),
    ),
    paragraph('For the program:'),
    ...[versionOption, helpOption].map(([flags, description]) => entry([{ bold: flags }], sentence(description))),
    section('EXIT STATUS'),
    ...Object.entries(exitMeanings).map(([code, meaning]) => entry([{ bold: code }], meaning)),
    section('ENVIRONMENT'),
    ...environment.map(([variables, meaning]) => entry([{ bold: variables }], meaning)),
    section('FILES'),
    entry([{ italic: rosterOfFolder }], 'The roster that is read if none is named.'),
    section('SEE ALSO'),
    paragraph(
      'docs/README.md of the package lists all pages: commands, the roster format, rules, JSON and a glossary.',
    ),
  ]);
}

const name = 'rutte-tally';

const environment: readonly (readonly [variables: string, meaning: string])[] = [
  ['NO_COLOR', 'If set and not empty, turns colour off unless --color always is given.'],
  ['TERM', 'If dumb, turns colour and hyperlinks off.'],
  ['LC_ALL, LC_CTYPE, LANG', 'If the first of these that is set is not UTF-8, bars and charts are drawn in ASCII.'],
  ['NO_HYPERLINKS', 'If set and not empty, turns hyperlinks off.'],
  ['FORCE_HYPERLINK', 'If 0, turns hyperlinks off; otherwise turns them on in every terminal.'],
  [
    'TERM_PROGRAM, TERM_PROGRAM_VERSION, VTE_VERSION, WT_SESSION, KITTY_WINDOW_ID, DOMTERM',
    'Identify terminals that support hyperlinks.',
  ],
  [
    'GITHUB_STEP_SUMMARY, GITHUB_OUTPUT',
    'Files to which --format github writes a summary and the outputs of the step.',
  ],
  ['GITHUB_WORKSPACE', 'The folder that file names in --format github are relative to.'],
  ['GITHUB_ACTIONS', 'If true, no line of output can be taken for a workflow command.'],
  [
    'XDG_CACHE_HOME, LOCALAPPDATA',
    'The folder in which runs keep compiled code, the second on Windows; ~/.cache if not set.',
  ],
  ['NODE_DISABLE_COMPILE_CACHE', 'If set and not empty, runs keep no compiled code.'],
];

/** The part on a command: its arguments, its own options, its formats and an example. */
function command(declaration: Declaration): readonly Block[] {
  const { name: word, description, arguments: operands, options, ofSnapshot, example } = declaration;
  const [line, what] = example;
  return [
    { kind: 'subsection', title: word },
    paragraph(...synopsis(declaration)),
    paragraph(sentence(description)),
    ...operands.map(([syntax, meaning]) => entry([{ italic: bare(syntax) }], sentence(meaning))),
    ...options.map(option),
    ...(declaration.formats.length === 0 ? [] : [paragraph(`Formats: ${declaration.formats.join(', ')}.`)]),
    ...(ofSnapshot ? [paragraph('It also takes the options for every command that takes a snapshot.')] : []),
    paragraph('Example:'),
    { kind: 'example', lines: [line] },
    paragraph(sentence(what)),
  ];
}

function option({
  flags,
  description,
  argChoices,
  defaultValue,
}: Pick<Option, 'flags' | 'description' | 'argChoices' | 'defaultValue'>): Block {
  const [words = flags, value] = flags.split(/ (?=[<[])/);
  const term = [{ bold: words }, ...(value === undefined ? [] : [' ', { italic: bare(value) }])];
  const usual = typeof defaultValue === 'string' ? ` (default: ${defaultValue})` : '';
  const choices = argChoices === undefined ? '' : `: ${argChoices.join(', ')}`;
  return entry(term, sentence(`${description}${choices}${usual}`));
}

const synopsis = ({ name: word, arguments: operands }: Declaration): readonly RoffSpan[] => [
  { bold: `${name} ${word}` },
  ' [options]',
  ...operands.flatMap(([syntax]): RoffSpan[] => [' ', ...operand(syntax)]),
];

/** An argument such as `[snapshot]`, with the placeholder in italics. */
function operand(syntax: string): readonly RoffSpan[] {
  const several = syntax.includes('...') ? ' ...' : '';
  return syntax.startsWith('[') ? ['[', { italic: bare(syntax) }, `${several}]`] : [{ italic: bare(syntax) }, several];
}

const bare = (syntax: string): string => syntax.replace(/[[\]<>]|\.\.\./g, '');
const section = (title: string): Block => ({ kind: 'section', title });
const paragraph = (...spans: readonly RoffSpan[]): Block => ({ kind: 'paragraph', spans });
const entry = (term: readonly RoffSpan[], text: string): Block => ({ kind: 'entry', term, spans: [text] });
const lowered = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`.replace(/\.$/, '');
const sentence = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}`.replace(/(?<![.?!…])$/, '.');
