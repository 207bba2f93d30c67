import type { Declaration } from '../contract/command.ts';
import { kindOf, type ValueKind } from './kinds.ts';

/** A command with all its options, as completion needs it. */
export type Grammar = Pick<Declaration, 'name' | 'description' | 'arguments' | 'options'>;

/** What is expected at the cursor. */
export type Wanted =
  | { readonly kind: 'option' }
  | {
      readonly kind: ValueKind;
      /** Beginning of the word that is typed already and stays: `--format=`. */
      readonly before: string;
      readonly choices: readonly string[];
    };

/** A command line with a cursor, parsed as far as possible. */
export interface Line {
  readonly wanted: Wanted;
  readonly command?: Grammar;
  /** Options that are typed already, by their long names. */
  readonly given: ReadonlySet<string>;
  /** Rosters and snapshots named on the line, before and after the cursor. */
  readonly rosters: readonly string[];
}

const takesRoster: ReadonlySet<ValueKind | undefined> = new Set<ValueKind | undefined>(['snapshot', 'roster', 'file']);

/**
 * A command line, parsed to find what is expected at the cursor.
 *
 * @param words words after the name of the program; the one at the cursor may be empty
 * @param cursor zero-based index of the word at the cursor
 */
export function readLine(words: readonly string[], cursor: number, commands: readonly Grammar[]): Line {
  const first = words.findIndex((word, index) => index === cursor || !word.startsWith('-'));
  const given = new Set<string>();
  const rosters: string[] = [];
  let wanted: Wanted = words[cursor]?.startsWith('-') ? { kind: 'option' } : value('command');
  const command = first === cursor ? undefined : commands.find(({ name }) => name === words[first]);
  if (command === undefined) return { wanted: first === cursor ? wanted : value('text'), given, rosters };
  const { options, arguments: operands } = command;
  let operand = 0;
  let ended = false;
  let awaiting: Grammar['options'][number] | undefined;
  for (const [index, word] of words.entries()) {
    if (index <= first) continue;
    const atCursor = index === cursor;
    if (awaiting !== undefined) {
      if (atCursor) wanted = valueFor(awaiting, '');
      awaiting = undefined;
    } else if (!ended && word === '--' && !atCursor) {
      ended = true;
    } else if (!ended && word.startsWith('-') && (atCursor || word !== '-')) {
      const [name = '', ...rest] = word.split('=');
      const option = options.find(({ long, short }) => name === long || name === short);
      const open = option?.required === true && rest.length === 0;
      if (atCursor) wanted = option?.required && !open ? valueFor(option, `${name}=`) : { kind: 'option' };
      else if (open) awaiting = option;
      if (!atCursor && option?.long) given.add(option.long);
    } else {
      const last = operands.at(-1)?.[0];
      const syntax = operands[operand]?.[0] ?? (last?.includes('...') ? last : undefined);
      const kind = syntax === undefined ? undefined : (kindOf(syntax) ?? 'text');
      if (atCursor) wanted = kind === undefined ? { kind: 'option' } : value(kind);
      else if (takesRoster.has(kind)) rosters.push(word);
      operand += 1;
    }
  }
  return { wanted, command, given, rosters };
}

const value = (kind: ValueKind): Wanted => ({ kind, before: '', choices: [] });

function valueFor({ flags, argChoices = [] }: Grammar['options'][number], before: string): Wanted {
  return { kind: kindOf(flags) ?? 'text', before, choices: argChoices };
}
