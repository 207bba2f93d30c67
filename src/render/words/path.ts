import type { DemandAhead, Path, PathReason, Pivotal, Room } from '../../model/path.ts';
import { isCeiling } from '../../model/rule.ts';
import type { CountEvaluation, Evaluation, Holdout } from '../../model/tally.ts';
import { sortedByName } from '../../text/compare.ts';
import { type Shown, shown } from '../../text/escape-controls.ts';
import { grouped, percentText, plural } from '../../text/numerals.ts';
import { enumeration } from '../../text/suggest.ts';
import { countEvaluations, criterionLabel } from './criterion.ts';
import { dateText } from './dates.ts';
import { inSentence } from './names.ts';

/** How members are named in a sentence. */
export interface Naming {
  readonly nameOf: (code: string) => string;
  /** The year that is left out of dates. */
  readonly year: string;
  /** Name all members, not only the first few. */
  readonly all: boolean;
}

const reasonText: Readonly<Record<PathReason, string>> = {
  'nobody-can-move': 'nobody is left who could still move',
  'not-even-everybody': "not even everybody's support would be enough",
};

/** The names of members as they stand in a sentence, in the order in which people look for them. */
export const namesOf = (codes: readonly string[], { nameOf }: Pick<Naming, 'nameOf'>): string[] =>
  sortedByName(codes.map(nameOf), (name) => name).map(inSentence);

/** Most names and most sets in a sentence. */
const mostNames = 8;
const mostAlternatives = 3;

/** What it would take, in a sentence or two; empty when nothing is missing, or when everybody holding out must come. */
export function pathLines(path: Path, holdouts: readonly Holdout[], naming: Naming): Shown[] {
  const { size = 0, exact, reason, waitUntil } = path;
  const until = waitUntil && dateText({ ...waitUntil, text: waitUntil.day }, naming.year);
  if (reason !== undefined) return [shown`No path: ${reasonText[reason]}`];
  if (size === 0) return until === undefined ? [] : [shown`Only time is missing, until ${until}`];
  const wait = until === undefined ? [] : [shown`Not before ${until}`];
  if (!exact) return [shown`A path of ${size} members, perhaps not the shortest: the search was stopped`, ...wait];
  const everybody = path.count === 1n && size === holdouts.length;
  if (everybody && !naming.all) return wait;
  return [shown`Shortest path: ${shortest(path, holdouts, naming)}`, ...needed(path, naming), ...wait];
}

/** The smallest sets if they can be named briefly, else their number and the first of them. */
function shortest(path: Path, holdouts: readonly Holdout[], naming: Naming): string {
  const { sets, count } = path;
  const most = naming.all ? undefined : mostNames;
  const named = (codes: readonly string[], last: 'and' | 'or'): string =>
    enumeration(namesOf(codes, naming), last, most);
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

/** The members in every set, the number of others in a set, and the members to choose those from. */
function choiceIn({ size = 0, necessary, possible }: Path) {
  const always = new Set(necessary);
  const of = possible.filter((code) => !always.has(code));
  return { necessary, choice: size - necessary.length, of };
}

/** Whether every choice of the other members completes a set. */
function isFreeChoice(path: Path): boolean {
  const { choice, of } = choiceIn(path);
  let ways = 1n;
  for (let chosen = 1; chosen <= choice; chosen += 1) ways = (ways * BigInt(of.length - chosen + 1)) / BigInt(chosen);
  return path.count === ways;
}

/** The members in every set; empty where the first sentence names them. */
function needed(path: Path, naming: Naming): Shown[] {
  const { necessary, count } = path;
  if (necessary.length === 0 || count === 1n || isFreeChoice(path)) return [];
  return [
    shown`Every path needs ${enumeration(namesOf(necessary, naming), 'and', naming.all ? undefined : mostNames)}`,
  ];
}

/** Who alone could undo what is reached, in a sentence. */
export function pivotalLine({ members }: Pivotal, naming: Naming): Shown {
  const [first, second] = namesOf(members, naming);
  if (first === undefined) return shown`No single member could overturn this`;
  if (second === undefined) return shown`${capital(first)} alone could overturn this`;
  if (members.length === 2) return shown`${capital(first)} or ${second} alone could overturn this`;
  const whom =
    members.length > mostNames && !naming.all
      ? `${members.length} members`
      : enumeration(namesOf(members, naming), 'and');
  return shown`Any one of ${whom} could overturn this`;
}

/** The margin of each criterion that is reached, one for each line. */
export function marginLines({ rooms }: Pivotal, evaluation: Evaluation): Shown[] {
  const counts = countEvaluations(evaluation);
  return counts.flatMap((count, index) => {
    const room = rooms[index];
    if (room === undefined) return [];
    const text = marginText(room, count);
    return [counts.length === 1 ? text : shown`${criterionLabel(count.criterion)}: ${text}`];
  });
}

/** `5 to spare`; of a weight `1.07 points: losing the largest supporter would sink it`. */
function marginText({ members, weight }: Room, { criterion, base }: CountEvaluation): Shown {
  if (criterion.by === 'members') return members === 0 ? shown`nobody to spare` : shown`${grouped(weight)} to spare`;
  const share = criterion.bound.quantity.kind === 'share' ? percentText(weight, base) : undefined;
  const spare =
    weight === '0'
      ? 'nothing to spare'
      : share === undefined
        ? `${grouped(weight)} ${criterion.by}`
        : `${share.replace(/\.?0*%$/, '')} points`;
  // Only of a floor on supporters among all members is it certain that the heaviest to lose is a supporter.
  const supporters = !isCeiling(criterion) && criterion.of === 'members' && criterion.count.join() === 'support';
  const lost = supporters
    ? members === 0
      ? 'losing the largest supporter would sink it'
      : `it would survive losing any ${members === 1 ? 'one supporter' : `${members} supporters`}`
    : members === 0
      ? 'one member turning against could sink it'
      : `it would survive any ${members === 1 ? 'one member' : `${members} members`} turning against`;
  return shown`${spare}: ${lost}`;
}

/** What stands between here and a decision, in a line or two. */
export function demandLines(demands: readonly DemandAhead[], path: Path | undefined, naming: Naming): Shown[] {
  if (demands.length === 0) return [];
  const askers = [...new Set(demands.flatMap((demand) => demand.members))];
  const [best] = demands.filter(({ members, satisfies }) => members.length > 1 || satisfies > 0);
  const only = askers.length === 1 && demands.length === 1 && best !== undefined;
  return [...(only ? [] : [summaryText(demands, askers, path, naming)]), ...(best ? [foremostText(best, naming)] : [])];
}

/** `Hungary: 1; Türkiye: 3 (all must be settled)`. */
function summaryText(
  demands: readonly DemandAhead[],
  askers: readonly string[],
  path: Path | undefined,
  { nameOf }: Naming,
): Shown {
  const needed = new Set(path?.necessary);
  const onPath = demands.filter((demand) => demand.onPath).length;
  const aside = askers.every((code) => needed.has(code))
    ? ' (all must be settled)'
    : onPath === demands.length
      ? ''
      : ` (${onPath === 0 ? 'none' : onPath} on a shortest path)`;
  if (askers.length > mostAskers) return shown`${plural(demands.length, 'demand')} of ${askers.length} members${aside}`;
  const counts = sortedByName(askers, nameOf).map((code) => {
    const own = demands.filter(({ members }) => members.includes(code));
    return `${nameOf(code)}: ${own.length}`;
  });
  return shown`${counts.join('; ')}${aside}`;
}

/** Most askers named; more are counted. */
const mostAskers = 3;

/** The demand shared by most holdouts, or the only one of some, with its askers. */
function foremostText({ text, members, satisfies }: DemandAhead, naming: Naming): Shown {
  const [first = ''] = namesOf(members, naming);
  const whose =
    members.length > mostAskers ? `${members.length} members` : enumeration(namesOf(members, naming), 'and');
  if (members.length === 1) return shown`${capital(possessive(first))} only demand: ${text}`;
  if (satisfies === members.length) return shown`The only demand of ${whose}: ${text}`;
  return shown`Asked for by ${whose}${satisfies === 0 ? '' : `, and all that ${satisfies === 1 ? 'one of them asks' : `${satisfies} of them ask`} for`}: ${text}`;
}

/** A name at the start of a sentence; a code in lower case stays as it is written. */
const capital = (name: string): string => name.replace(/^the /, 'The ');

const possessive = (name: string): string => (name.endsWith('s') ? `${name}'` : `${name}'s`);
