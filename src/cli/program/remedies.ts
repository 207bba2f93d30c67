import type { Declaration } from '../contract/command.ts';
import { declarations, optionsOf } from './commands.ts';

/** What people write for an option that is called otherwise; the first that the command has is meant. */
const meanings: Readonly<Record<string, readonly string[]>> = {
  '--at': ['--as-of', '--date'],
  '--csv': ['--format csv'],
  '--date': ['--as-of'],
  '--html': ['--output'],
  '--json': ['--format json'],
  '--markdown': ['--format markdown'],
  '--on': ['--as-of', '--date'],
  '--out': ['--output'],
  '--reason': ['--why'],
  '--svg': ['--format svg'],
  '--what-if': ['--assume'],
  '--when': ['--as-of', '--date'],
  '-f': ['--force'],
  '-n': ['--dry-run'],
  '-o': ['--output'],
  '-q': ['--quiet'],
  '-r': ['--recursive'],
};

/** The parser's message about a command line, with what to write. */
export function withRemedy(message: string, word: string | undefined): string {
  const [fault = '', ...suggested] = message.trimEnd().split('\n');
  const declaration = declarations.find(({ name }) => name === word);
  const [, option] = /unknown option '([^']*)'$/.exec(fault) ?? [];
  const meant = option === undefined ? undefined : optionMeant(option, declaration);
  if (meant !== undefined) return `${fault}\n(Did you mean ${meant}?)`;
  if (suggested.length > 0) return message.trimEnd();
  if (option !== undefined && declaration !== undefined)
    return `${fault}\n(rutte-tally help ${declaration.name} lists the options)`;
  if (/unknown (?:command|option) '[^']*'$/.test(fault)) return `${fault}\n(rutte-tally help lists the commands)`;
  return declaration !== undefined && /missing required argument '[^']*'$/.test(fault)
    ? `${fault}\n(for example: ${declaration.example[0]})`
    : fault;
}

/** What an option is called that people know by another name; undefined for any other. */
function optionMeant(option: string, declaration: Declaration | undefined): string | undefined {
  if (option === '-v') return 'rutte-tally --version';
  if (declaration === undefined) return undefined;
  const known = new Set([
    ...optionsOf(declaration).flatMap(({ long }) => long ?? []),
    ...declaration.formats.map((format) => `--format ${format}`),
  ]);
  return meanings[option]?.find((candidate) => known.has(candidate));
}
