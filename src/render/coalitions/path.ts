import type { Coalitions, Easiest, MemberSets, Path, PathReason, Turning } from '../../model/path.ts';
import { isPending } from '../../model/stance.ts';
import type { Holdout } from '../../model/tally.ts';
import { type Shown, shown } from '../../text/escape-controls.ts';
import { enumeration } from '../../text/suggest.ts';
import { dateText } from '../words/dates.ts';
import { mostNames, type Naming, namesOf } from './naming.ts';
import { setsPhrase, setsWords, undecidedText, withoutMembers } from './sets.ts';

const reasonText: Readonly<Record<PathReason, string>> = {
  closed: 'what has closed can no longer be met',
  'nobody-can-move': 'nobody is left who could still move',
  'not-even-everybody': "not even everybody's support would be enough",
};

/** More members that would have to turn are counted. */
const mostTurned = 4;

/**
 * What it would take: the easiest way first, then the smallest number of members where that is another. Empty when nothing
 * is missing, and when everybody that holds out must come, as the headline says.
 */
export function pathLines(
  path: Path,
  coalitions: Pick<Coalitions, 'easiest' | 'turning'>,
  holdouts: readonly Holdout[],
  naming: Naming,
): Shown[] {
  const { size = 0, exact, reason, waitUntil } = path;
  const until = waitUntil && dateText({ ...waitUntil, text: waitUntil.day }, naming.year);
  if (reason !== undefined) return [shown`No path: ${reasonText[reason]}`];
  if (size === 0) return until === undefined ? [] : [shown`Only time is missing, until ${until}`];
  const wait = until === undefined ? [] : [shown`Not before ${until}`];
  if (isEverybody(path, holdouts) && !naming.all) return wait;
  const smallest = exact
    ? fewestLine(path, coalitions, holdouts, naming)
    : [shown`A path of ${size} members, perhaps not the shortest: the search was stopped`];
  return [...easiestLine(coalitions.easiest, holdouts, naming), ...smallest, ...wait];
}

/** Whether it takes everybody that holds out. */
export const isEverybody = ({ count, size }: MemberSets, holdouts: readonly Holdout[]): boolean =>
  count === 1n && size === holdouts.length;

/**
 * `Without turning anyone: 6 of the 8 undecided, in 2 ways: Bulgaria, Greece and one of Croatia and Latvia`; where somebody
 * must turn `Turning only Hungary, plus Poland and Slovakia`.
 */
function easiestLine(easiest: Easiest | undefined, holdouts: readonly Holdout[], naming: Naming): Shown[] {
  if (easiest?.size === undefined || easiest.settled === undefined) return [];
  const { size, settled } = easiest;
  const decided = decidedAmong(holdouts);
  const undecided = holdouts.length - decided.size;
  if (settled === 0) {
    const told = undecidedText(easiest, size, undecided, naming);
    return [decided.size > 0 ? shown`Without turning anyone: ${told}` : shown`Enough: ${told}`];
  }
  const { whom, isChoice, others } = turnedAndOthers(easiest, settled, decided, naming);
  if (size === settled) return [shown`Enough: turning ${whom ?? setsWords(`${settled} members`, easiest, naming)}`];
  const turned = whom ?? (settled === 1 ? 'one member' : `${settled} members`);
  const only = isChoice ? '' : 'only ';
  return [shown`Turning ${only}${turned}, plus ${undecidedText(others, size - settled, undecided, naming)}`];
}

/** Who must turn, in words where they can be told apart from the undecided ones that are needed too, and the sets of those. */
function turnedAndOthers(
  easiest: Easiest,
  settled: number,
  decided: ReadonlySet<string>,
  naming: Naming,
): { readonly whom?: string; readonly isChoice: boolean; readonly others: MemberSets } {
  const { size = 0, necessary } = easiest;
  const turned = necessary.filter((code) => decided.has(code));
  if (turned.length === settled)
    return { whom: namedAll(turned, naming), isChoice: false, others: withoutMembers(easiest, turned) };
  const needed = necessary.filter((code) => !decided.has(code));
  const whom = needed.length === size - settled ? setsPhrase(withoutMembers(easiest, needed), naming) : undefined;
  if (whom === undefined) return { isChoice: false, others: easiest };
  const only = { size: needed.length, sets: [needed], count: 1n, necessary: needed, possible: needed };
  return { whom, isChoice: true, others: { ...easiest, ...only } };
}

const namedAll = (codes: readonly string[], naming: Naming): string =>
  enumeration(namesOf(codes, naming), 'and', naming.all ? undefined : mostNames);

/** `Fewest members: 3, but Italy or Poland would have to turn`; nothing where the easiest way is as short. */
function fewestLine(
  path: Path,
  coalitions: Pick<Coalitions, 'easiest' | 'turning'>,
  holdouts: readonly Holdout[],
  naming: Naming,
): Shown[] {
  const { easiest } = coalitions;
  if (path.size === undefined || easiest?.size === undefined || easiest.size <= path.size) return [];
  const decided = decidedAmong(holdouts);
  const whom = turnedText(path, { turning: coalitions.turning, decided, isOpen: easiest.settled === 0 }, naming);
  return [shown`Fewest members: ${path.size}, but ${whom} would have to turn`];
}

interface Turned {
  readonly turning: Turning | undefined;
  /** The holdouts that have decided. */
  readonly decided: ReadonlySet<string>;
  /** Whether it could do without turning anyone. */
  readonly isOpen: boolean;
}

/** Who would have to turn on a shortest path: by name where that is known of few, else how many. */
function turnedText({ sets, possible, complete }: Path, { turning, decided, isOpen }: Turned, naming: Naming): string {
  const fewest = sets[0]?.filter((code) => decided.has(code)).length ?? 0;
  if (turning !== undefined && (isOpen || (turning.of === 'all' && turning.members.length === fewest)))
    return enumeration(
      turning.members.map((code) => namesOf([code], naming).join()),
      turning.of === 'one' ? 'or' : 'and',
    );
  if (!complete) return 'members that have decided';
  const any = possible.filter((code) => decided.has(code));
  if (isOpen && any.length <= mostTurned) return enumeration(namesOf(any, naming), 'or');
  return fewest === 1 ? 'a member that has decided' : `${fewest} members that have decided`;
}

const decidedAmong = (holdouts: readonly Holdout[]): ReadonlySet<string> =>
  new Set(holdouts.flatMap(({ code, stance }) => (isPending(stance) ? [] : [code])));
