import { recordedFields } from '../../../model/position-fields.ts';
import type { Roster } from '../../../model/roster.ts';
import { stances } from '../../../model/stance.ts';
import { addPositions } from '../../../roster/edit/add-positions.ts';
import type { Insertion, Recorded } from '../../../roster/edit/insertion.ts';
import { compareText } from '../../../text/compare.ts';
import { didYouMean, quote, tidy } from '../../../text/suggest.ts';
import type { WrittenOptions } from '../../contract/command.ts';
import { UsageError } from '../../contract/usage-error.ts';
import { decode } from '../../input/decode.ts';
import { type Directory, directoryOf } from '../../input/find-member.ts';
import { readStream } from '../../input/read-file.ts';
import type { Shell } from '../../output/shell.ts';
import { memberFor, newMembersIn, withMembers } from '../../sheet/new-members.ts';
import { sheetReading } from '../../sheet/sheet-reading.ts';
import { movesIn } from './csv.ts';
import { moveOf, type NameOfField, type WrittenMove } from './parse-move.ts';
import { nothing, type Recording } from './recording.ts';
import { checkSources } from './written-options.ts';

/** A move, and the names of its fields for messages. */
interface NamedMove {
  readonly move: Insertion;
  readonly naming: NameOfField;
  /** What a table calls the member besides its code. */
  readonly name?: string | undefined;
}

/** The moves that the user asks for, and the file that they go into. */
interface Request {
  readonly moves: readonly NamedMove[];
  readonly designator: string | undefined;
  readonly remarks: readonly string[];
}

const ofOptions: NameOfField = (key) => (key === 'code' || key === 'stance' ? key.toUpperCase() : `--${key}`);

/** The moves to record and their file, from the command line or standard input. @throws UsageError */
export async function requestedMoves(
  words: readonly string[],
  options: WrittenOptions,
  shell: Shell,
): Promise<Recording> {
  const { moves: asked, designator, remarks } = await namedMoves(words, options, shell);
  return {
    designator,
    remarks,
    add: (old, oldValues, oldRoster) => {
      const joined = options.addMembers === true && oldRoster !== undefined ? newMembersIn(asked, oldRoster) : [];
      const larger = oldRoster && joined.length > 0 ? withMembers(old, oldValues, oldRoster, joined) : undefined;
      const { text, values, before } = larger ?? { text: old, values: oldValues, before: oldRoster };
      if (larger !== undefined && !('value' in values)) return { unreadable: text };
      const named = before === undefined ? asked : resolved(asked, before);
      const moves = named.map(({ move }) => move);
      if (before !== undefined)
        for (const { move, naming } of named) checkSources(move.position.sources, naming('source'), before);
      const result = addPositions(text, values, moves);
      if (result.kind === 'unreadable') return result.text === old ? undefined : { unreadable: result.text };
      if (result.kind !== 'recorded') throw misfit(result, named);
      const dates = moves.map(({ position }) => position.date);
      return { ...nothing, text: result.text, moves, dates, ...(larger && { joined, base: larger.before }) };
    },
  };
}

async function namedMoves(words: readonly string[], options: WrittenOptions, shell: Shell): Promise<Request> {
  const said = saidIn(options);
  if (options.csv === true) return ofCsv(words, said, options, shell);
  const only = (['addMembers', 'map', 'stance', 'dates'] as const).find((option) => options[option]);
  if (only !== undefined)
    throw new UsageError('conflicting-option', `--${only === 'addMembers' ? 'add-members' : only} goes with --csv`);
  const [code, stance, designator] = words;
  if (code === undefined || stance === undefined) {
    const message = 'name a member and its new stance, such as TR support; or use --csv or --claim "more than 20"';
    throw new UsageError('missing-argument', message);
  }
  if (!isStance(stance)) {
    if (isStance(code))
      throw new UsageError('unknown-stance', `write the member before its stance: ${quote(`${stance} ${code}`)}`);
    if (designator !== undefined && isStance(designator))
      throw new UsageError(
        'unknown-stance',
        `several members are written with commas: ${quote(`${code},${stance} ${designator}`)}`,
      );
  }
  const move = moveOf({ ...said, code, stance }, ofOptions, shell.today);
  return { moves: [{ move, naming: ofOptions }], designator, remarks: [] };
}

const isStance = (word: string): boolean => stances.some((stance) => stance === word);

/** The fields of a position that are given as options, in words. */
function saidIn(options: WrittenOptions): Partial<WrittenMove> {
  const said = recordedFields.flatMap((field) => {
    const given = options[field];
    return given === undefined || given === false ? [] : [[field, given === true ? 'true' : given] as const];
  });
  return Object.fromEntries(said);
}

async function ofCsv(
  words: readonly string[],
  said: Partial<WrittenMove>,
  options: WrittenOptions,
  shell: Shell,
): Promise<Request> {
  const [designator, second] = words;
  if (second !== undefined)
    throw new UsageError(
      'excess-arguments',
      '--csv reads moves from standard input: pass only the roster, as in rutte-tally record --csv ROSTER < moves.csv',
    );
  const read = await readStream(shell.host.stdin);
  const decoded = 'bytes' in read ? decode(read.bytes) : { ...read, text: '' };
  if ('problem' in decoded) throw new UsageError('invalid-csv', `standard input: ${decoded.problem.message}`);
  const { moves: found, remarks } = movesIn(decoded.text, said, sheetReading(options));
  const moves = found.map(({ line, written, name }): NamedMove => {
    const naming: NameOfField = (key) => `standard input, line ${line}, ${key}`;
    return { move: moveOf(written, naming, shell.today), naming, name };
  });
  return { moves, designator, remarks };
}

const addIt = 'add it under "members:" first, or with --csv use --add-members';

/**
 * The moves of members by their codes, however the user calls them and those whom they follow.
 *
 * @throws UsageError for one that is nobody, or follows itself
 */
function resolved(moves: readonly NamedMove[], roster: Roster): readonly NamedMove[] {
  const directory = directoryOf(roster);
  return moves.flatMap(severally(directory)).map(({ move, naming }) => {
    const codeOf = (word: string, key: 'code' | 'follows'): string => {
      const found = memberFor(word, directory);
      if (found.kind === 'member') return found.member.code;
      throw new UsageError(found.code, `${naming(key)}: ${found.message}; ${found.hint(addIt)}`);
    };
    const code = codeOf(move.code, 'code');
    const follows = move.position.follows?.map((word) => codeOf(word, 'follows'));
    if (follows?.includes(code))
      throw new UsageError('follows-itself', `${naming('follows')}: ${quote(code)} cannot follow itself`);
    const sorted = follows && { follows: [...new Set(follows)].sort(compareText) };
    return { naming, move: { ...move, code, position: { ...move.position, ...sorted } } };
  });
}

/** A move of several members, whose codes or names are separated by commas, as a move of each. */
const severally =
  (directory: Directory) =>
  (one: NamedMove): readonly NamedMove[] => {
    const { move, naming } = one;
    const words = move.code.split(',').map(tidy);
    if (naming !== ofOptions || words.length < 2 || directory.member(move.code).kind === 'member') return [one];
    if (words.includes('')) throw new UsageError('missing-value', 'CODE: write codes or names, as in TR,HU');
    return [...new Set(words)].map((code) => ({ naming, move: { ...move, code } }));
  };

/** The error for moves that do not fit a roster, in the user's words. */
function misfit(
  result: Exclude<Recorded, { kind: 'recorded' | 'unreadable' }>,
  moves: readonly NamedMove[],
): UsageError {
  const { code, position } = result.move;
  const where = (key: 'code' | 'date'): string => moves.find(({ move }) => move === result.move)?.naming(key) ?? key;
  if (result.kind === 'same-date') {
    const { date } = position;
    const from = date.instant === undefined ? date.day : date.text;
    const effect = result.date === from ? '' : `, which takes effect on ${from}`;
    const message = `${quote(code)} already has a position of ${result.date}${effect}`;
    // A bare day stands before the instants of that day, so a later move of it needs its hour.
    const other = date.text === date.day ? `add the hour, as in --date ${date.day}T15:00Z` : 'use another date';
    return new UsageError('same-date', `${where('date')}: ${message}; change that one in the file, or ${other}`);
  }
  const hint = didYouMean(code, result.codes) ?? addIt;
  return new UsageError('unknown-member', `${where('code')}: ${quote(code)} is not a member of this roster; ${hint}`);
}
