import type { Path, PathReason } from '../model/path.ts';
import type { Holdout } from '../model/tally.ts';
import { dateText } from './dates.ts';
import { enumeration } from './lists.ts';
import { grouped } from './numbers.ts';

/** What a sentence about members needs to know. */
export interface Naming {
  readonly nameOf: (code: string) => string;
  /** The year that goes without saying. */
  readonly year: string;
  /** Name everybody, not only the first few. */
  readonly all: boolean;
}

const reasonText: Readonly<Record<PathReason, string>> = {
  'nobody-can-move': 'nobody is left who could come to support it',
  'not-even-everybody': "not even everybody's support would do",
};

/** So many names are told, and so many sets. */
const mostNames = 8;
const mostAlternatives = 3;

/** What it would take, in a sentence or two. */
export function pathLines(path: Path, holdouts: readonly Holdout[], naming: Naming): string[] {
  const { size, exact, reason, waitUntil } = path;
  const until = waitUntil && dateText({ ...waitUntil, text: waitUntil.day }, naming.year);
  if (reason !== undefined) return [`No path: ${reasonText[reason]}`];
  if (size === 0) return [`Only time is missing: until ${until}`];
  const wait = until === undefined ? [] : [`Not before ${until}`];
  if (!exact) return [`A path of ${size} members, perhaps not the shortest: the search was given up`, ...wait];
  return [`Shortest path: ${shortest(path, holdouts, naming)}`, ...needed(path, naming), ...wait];
}

/** The smallest sets, in as few words as tell them all; else how many there are, and the first of them. */
function shortest(path: Path, holdouts: readonly Holdout[], naming: Naming): string {
  const { sets, count } = path;
  const most = naming.all ? undefined : mostNames;
  const named = (codes: readonly string[], last: 'and' | 'or'): string =>
    enumeration(codes.map(naming.nameOf), last, most);
  const [first = []] = sets;
  const all = first.length === holdouts.length && first.length > 2;
  if (count === 1n) return all ? `all ${first.length} that hold out` : named(first, 'and');
  if (isFreeChoice(path)) {
    const { necessary, choice, of } = choiceIn(path);
    const some = `any ${choice === 1 ? 'one' : choice} of ${named(of, choice === 1 ? 'or' : 'and')}`;
    return necessary.length === 0 ? some : `${named(necessary, 'and')}, and ${some}`;
  }
  if (count === BigInt(sets.length) && sets.length <= mostAlternatives && first.length <= mostNames / 2)
    return sets.map((set) => named(set, 'and')).join('; or ');
  const ways = count === undefined ? 'more ways than could be counted' : `${grouped(String(count))} ways`;
  return `${first.length} members, in ${ways}; one is ${named(first, 'and')}`;
}

/** Those that every set has, how many others it has, and of whom. */
function choiceIn({ size = 0, necessary, possible }: Path) {
  const always = new Set(necessary);
  const of = possible.filter((code) => !always.has(code));
  return { necessary, choice: size - necessary.length, of };
}

/** Whether the sets are all that can be made of some members beside those that are in all of them. */
function isFreeChoice(path: Path): boolean {
  const { choice, of } = choiceIn(path);
  let ways = 1n;
  for (let chosen = 1; chosen <= choice; chosen += 1) ways = (ways * BigInt(of.length - chosen + 1)) / BigInt(chosen);
  return path.count === ways;
}

/** Those in all sets, where the sentence before does not say so. */
function needed(path: Path, naming: Naming): string[] {
  const { necessary, count } = path;
  if (necessary.length === 0 || count === 1n || isFreeChoice(path)) return [];
  const names = necessary.map(naming.nameOf);
  return [`Every path needs ${enumeration(names, 'and', naming.all ? undefined : mostNames)}`];
}
