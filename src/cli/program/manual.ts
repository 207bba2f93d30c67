import type { Option } from 'commander';
import { type Block, type RoffSpan, renderManual } from '../../render/format/roff.ts';
import type { Declaration } from '../contract/command.ts';
import { exitMeanings } from '../contract/exit.ts';
import { version } from '../contract/package.ts';
import { rosterOfFolder } from '../input/roster-at-hand.ts';
import { commonOptions, declarations, helpOption, snapshotOptions, summary, versionOption } from './commands.ts';

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
      'A roster, a file in YAML, says what is being decided, by whom, under which rule, and where each member stands.',
    ),
    paragraph('The commands say what the rule makes of it.'),
    section('COMMANDS'),
    ...declarations.flatMap(command),
    section('OPTIONS'),
    paragraph('Of every command about a snapshot:'),
    ...snapshotOptions().map(option),
    paragraph('Of every command that names formats, the first of which is used unless another is given:'),
    ...commonOptions([...new Set(declarations.flatMap(({ formats }) => formats))]).map((each) =>
      option(each.long === '--format' ? { ...each, defaultValue: undefined } : each),
    ),
    paragraph('Of the program:'),
    ...[versionOption, helpOption].map(([flags, description]) => entry([{ bold: flags }], sentence(description))),
    section('EXIT STATUS'),
    ...Object.entries(exitMeanings).map(([code, meaning]) => entry([{ bold: code }], meaning)),
    section('ENVIRONMENT'),
    ...environment.map(([variables, meaning]) => entry([{ bold: variables }], meaning)),
    section('FILES'),
    entry([{ italic: rosterOfFolder }], 'The roster of a folder: it is read where none is named.'),
    section('SEE ALSO'),
    paragraph('The folder docs of the package tells what the words, rules and documents mean.'),
  ]);
}

const name = 'rutte-tally';

const environment: readonly (readonly [variables: string, meaning: string])[] = [
  ['NO_COLOR', 'Where it is set and not empty, nothing is coloured unless --color always is given.'],
  ['TERM', 'Where it is dumb, nothing is coloured, and no address is a hyperlink.'],
  [
    'LC_ALL, LC_CTYPE, LANG',
    'Where the first of them that is set is not UTF-8, the chart of a timeline is drawn in ASCII.',
  ],
  ['NO_HYPERLINKS', 'Where it is set and not empty, no address is a hyperlink.'],
  ['FORCE_HYPERLINK', 'Where it is set and not 0, addresses are hyperlinks in every terminal; where it is 0, in none.'],
  [
    'TERM_PROGRAM, TERM_PROGRAM_VERSION, VTE_VERSION, WT_SESSION, KITTY_WINDOW_ID, DOMTERM',
    'By these the terminals are known that show hyperlinks.',
  ],
  ['GITHUB_STEP_SUMMARY, GITHUB_OUTPUT', 'Files to which --format github adds a summary, and the outputs of the step.'],
  ['GITHUB_WORKSPACE', 'The folder from which --format github names files.'],
  ['GITHUB_ACTIONS', 'Where it is true, no line of an answer is one that a workflow takes for a command.'],
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
    ...(ofSnapshot ? [paragraph('It takes the options of every command about a snapshot.')] : []),
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
