import type { WrittenOptions } from '../contract/command.ts';
import type { Surroundings } from '../contract/surroundings.ts';
import { unfold } from '../input/folder.ts';
import { type Origin, originsOf, sourceName } from '../input/origin.ts';
import { parseDate } from '../input/parse-date.ts';
import { type Diagnosed, diagnosed, type Input, type RosterInput, readOrigin, rosterIn } from '../input/read-roster.ts';
import { isMeantAsRoster, noneFound } from '../input/roster-at-hand.ts';
import type { SnapshotRequest } from '../input/snapshot-request.ts';

/** What was made of several rosters, and what could not be used. */
export interface DecisionsRead<Answer> {
  readonly answers: readonly Answer[];
  /** The rosters that are not valid, with every problem of each; also that there is none. */
  readonly problems: readonly Diagnosed[];
  /** How many files of the folders are no rosters at all. */
  readonly passedOver: number;
}

/** What to read: rosters, folders and names as the user wrote them; none is the current folder. */
export interface RosterPaths {
  readonly words: readonly string[];
  /** Folders are read with their subfolders. */
  readonly recursive: boolean;
}

/** What commands about several decisions ask for. */
export interface DecisionsRequest extends Pick<SnapshotRequest, 'asOf' | 'onRecord'> {
  readonly paths: RosterPaths;
}

/** Paths and options as the user wrote them, parsed; `today` is an ISO day. @throws UsageError */
export function decisionsRequest(
  words: readonly string[],
  written: Pick<WrittenOptions, 'asOf' | 'onRecord' | 'recursive'>,
  today: string,
): DecisionsRequest {
  const { asOf, onRecord = false } = written;
  return {
    paths: rosterPaths(words, written),
    ...(asOf !== undefined && { asOf: parseDate('--as-of', asOf, today) }),
    onRecord,
  };
}

/** The paths of a command, with the option that goes with them. */
export const rosterPaths = (
  words: readonly string[],
  { recursive = false }: Pick<WrittenOptions, 'recursive'>,
): RosterPaths => ({
  words,
  recursive,
});

/**
 * Reads rosters one after the other, and keeps of each only what `use` makes of it. Two words for the same roster are
 * one. What is no roster in a folder is passed over; what is a bad one is a problem, and the others are used all the
 * same.
 *
 * @throws UsageError for words that cannot name rosters
 */
export async function readDecisions<Answer>(
  paths: RosterPaths,
  run: Surroundings,
  use: (input: RosterInput) => Answer | Promise<Answer>,
): Promise<DecisionsRead<Answer>> {
  const answers: Answer[] = [];
  const problems: Diagnosed[] = [];
  let passedOver = 0;
  const told = new Set<string>();
  const known = new Set<string>();
  for await (const read of textsOf(paths, run)) {
    const { input } = read;
    if (known.has(nameAtDate(input))) continue;
    known.add(nameAtDate(input));
    const roster = input.problem === undefined ? rosterIn(input) : undefined;
    if (roster !== undefined) answers.push(await use({ ...input, roster }));
    else if (isNoRoster(read)) passedOver += 1;
    else if (!told.has(sourceName(input))) {
      told.add(sourceName(input));
      problems.push(await diagnosed(input));
    }
  }
  if (answers.length === 0 && problems.length === 0) problems.push(await noRosterIn(paths, run));
  return { answers, problems, passedOver };
}

/** A text that may be a roster. */
export interface TextRead {
  readonly input: Input;
  /** It is a file of a folder, and was not named itself. */
  readonly found: boolean;
}

/**
 * The texts that paths name, read one after the other in their order, valid or not. A file of a folder comes once, and
 * as often as it was named if it was.
 *
 * @throws UsageError for words that cannot name rosters
 */
export async function* textsOf({ words, recursive }: RosterPaths, run: Surroundings): AsyncGenerator<TextRead> {
  const unfolded = unfold(foldersOr(words), { recursive }, run.host);
  const origins = await originsOf(
    unfolded.map(({ word }) => word),
    run,
  );
  const isFound = (index: number): boolean => unfolded[index]?.folder !== undefined;
  const known = new Set(origins.filter((_, index) => !isFound(index)).map(nameAtDate));
  for (const [index, origin] of origins.entries()) {
    const found = isFound(index);
    if (found && known.has(nameAtDate(origin))) continue;
    known.add(nameAtDate(origin));
    yield { input: await readOrigin(origin, run.host), found };
  }
}

/** The same for two words for one roster at one date. */
const nameAtDate = (origin: Origin): string => JSON.stringify([sourceName(origin), origin.date?.text ?? '']);

/** Whether a text is passed over: a file of a folder that could be read and is no roster, not even one with mistakes. */
export const isNoRoster = ({ input, found }: TextRead): boolean =>
  found && input.problem?.code !== 'unreadable-file' && !isMeantAsRoster(input.text);

const foldersOr = (words: readonly string[]): readonly string[] => (words.length === 0 ? ['.'] : words);

/** That there is no roster in folders, as the problem of the first of them. */
export async function noRosterIn({ words }: RosterPaths, { host }: Surroundings): Promise<Diagnosed> {
  const folders = foldersOr(words);
  const [file = '.'] = folders;
  const place = { kind: 'nowhere', problem: noneFound(folders, host) } as const;
  return diagnosed({ file, origin: file, chosen: false, place, text: '', problem: place.problem });
}
