import type { Coalitions, Easiest, Path, PathReason } from '../../model/path.ts';
import { isPending } from '../../model/stance.ts';
import type { Holdout } from '../../model/tally.ts';
import { type Shown, shown } from '../../text/escape-controls.ts';
import { plural } from '../../text/numerals.ts';
import { enumeration } from '../../text/suggest.ts';
import { dateText } from '../words/dates.ts';
import { type Naming, namesOf } from './naming.ts';
import { setsText } from './sets.ts';

const reasonText: Readonly<Record<PathReason, string>> = {
  closed: 'what has closed cannot be met any more',
  'nobody-can-move': 'nobody is left who could still move',
  'not-even-everybody': "not even everybody's support would be enough",
};

/**
 * What it would take: the easiest way first, then the smallest number of members where that is another. Empty when nothing
 * is missing, and when everybody that holds out must come, as the headline says.
 */
export function pathLines(
  path: Path,
  easiest: Easiest | undefined,
  holdouts: readonly Holdout[],
  naming: Naming,
): Shown[] {
  const { size = 0, exact, reason, waitUntil } = path;
  const until = waitUntil && dateText({ ...waitUntil, text: waitUntil.day }, naming.year);
  if (reason !== undefined) return [shown`No path: ${reasonText[reason]}`];
  if (size === 0) return until === undefined ? [] : [shown`Only time is missing, until ${until}`];
  const wait = until === undefined ? [] : [shown`Not before ${until}`];
  const everybody = path.count === 1n && size === holdouts.length;
  if (everybody && !naming.all) return wait;
  const smallest = exact
    ? fewestLine(path, easiest, holdouts, naming)
    : [shown`A path of ${size} members, perhaps not the shortest: the search was stopped`];
  return [...easiestLine(easiest, holdouts, naming), ...smallest, ...wait];
}

/** `Without turning anyone: 6 of the 8 undecided, in 2 ways: Bulgaria, Greece and one of Croatia and Latvia`. */
function easiestLine(easiest: Easiest | undefined, holdouts: readonly Holdout[], naming: Naming): Shown[] {
  if (easiest?.size === undefined || easiest.settled === undefined) return [];
  const { size, settled, exact } = easiest;
  const pending = holdouts.filter(({ stance }) => isPending(stance)).length;
  const { ways, members } = setsText(easiest, naming);
  const some = size - settled;
  const undecided = some === pending ? allOf(pending) : `${some} of the ${pending} undecided`;
  const turned = settled === 0 ? [] : [`${plural(settled, 'member')} that ${settled === 1 ? 'has' : 'have'} decided`];
  const whom = [...turned, ...(size === settled ? [] : [undecided])].join(' and ');
  const head = settled > 0 ? 'Turning the fewest' : pending < holdouts.length ? 'Without turning anyone' : 'Enough';
  const how = [whom, ...(exact ? [] : ['perhaps fewer, as the search was stopped'])].join(', ');
  const told = [how, ...(ways === undefined ? [] : [ways])].join(', ');
  const brief = head === 'Enough' && members !== undefined && ways === undefined ? members : undefined;
  return [shown`${head}: ${brief ?? [told, ...(members === undefined ? [] : [members])].join(': ')}`];
}

/** `the one undecided`, `both undecided`, `all 8 undecided`. */
const allOf = (pending: number): string =>
  pending === 1 ? 'the one undecided' : pending === 2 ? 'both undecided' : `all ${pending} undecided`;

/** `Fewest members: 3, in 138 ways, but Italy or Poland would have to turn`; nothing where the easiest way is as short. */
function fewestLine(path: Path, easiest: Easiest | undefined, holdouts: readonly Holdout[], naming: Naming): Shown[] {
  const { size = 0, possible } = path;
  if (easiest?.size === undefined || easiest.size <= size) return [];
  const settled = new Set(holdouts.filter(({ stance }) => !isPending(stance)).map(({ code }) => code));
  const turned = possible.filter((code) => settled.has(code));
  const { ways } = setsText(path, naming);
  const whom = enumeration(namesOf(turned, naming), 'or', naming.all ? undefined : mostTurned);
  return [shown`Fewest members: ${size}${ways === undefined ? '' : `, ${ways}`}, but ${whom} would have to turn`];
}

/** More members that would have to turn are counted. */
const mostTurned = 4;

/**
 * Who could still stop it: `Could still block alone: Bulgaria, Greece`. Nothing where any pending member could, nor once
 * it is blocked.
 */
export function toBlockLines(
  { toBlock }: Pick<Coalitions, 'toBlock'>,
  holdouts: readonly Holdout[],
  naming: Naming,
): Shown[] {
  if (toBlock?.size === undefined || holdouts.length === 0) return [];
  const pending = holdouts.filter(({ stance }) => isPending(stance)).length;
  if (toBlock.size === 1 && toBlock.possible.length === pending && !naming.all) return [];
  if (toBlock.size === 1)
    return [
      shown`Could still block alone: ${enumeration(namesOf(toBlock.possible, naming), 'and', naming.all ? undefined : mostTurned * 2)}`,
    ];
  const { ways, members } = setsText(toBlock, naming);
  const told = [`${toBlock.size} members`, ...(ways === undefined ? [] : [ways])].join(', ');
  const brief = ways === undefined && members !== undefined;
  return [
    shown`Could still block together: ${brief ? members : [told, ...(members === undefined ? [] : [members])].join(': ')}`,
  ];
}
