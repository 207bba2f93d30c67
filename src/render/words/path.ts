import type { DemandAhead, Path, PathReason, Pivotal, Room } from '../../model/path.ts';
import type { CountEvaluation, Evaluation, Holdout, Tally } from '../../model/tally.ts';
import { sortedByName } from '../../text/compare.ts';
import { type Shown, shown } from '../../text/escape-controls.ts';
import { grouped, percentText, plural } from '../../text/numerals.ts';
import { enumeration } from '../../text/suggest.ts';
import { countEvaluations, criterionLabel } from './criterion.ts';
import { dateText } from './dates.ts';

/** How members are named in a sentence. */
export interface Naming {
  readonly nameOf: (code: string) => string;
  /** The year that is left out of dates. */
  readonly year: string;
  /** Name all members, not only the first few. */
  readonly all: boolean;
}

const reasonText: Readonly<Record<PathReason, string>> = {
  closed: 'the rule has closed',
  'nobody-can-move': 'nobody is left who could come to support it',
  'not-even-everybody': "not even everybody's support would do",
};

/** The names of members, in the order in which people look for them. */
export const namesOf = (codes: readonly string[], { nameOf }: Pick<Naming, 'nameOf'>): string[] =>
  sortedByName(codes.map(nameOf), (name) => name);

/** Most names and most sets in a sentence. */
const mostNames = 8;
const mostAlternatives = 3;

/** What it would take, in a sentence or two; empty when nothing is missing. */
export function pathLines(path: Path, holdouts: readonly Holdout[], naming: Naming): Shown[] {
  const { size = 0, exact, reason, waitUntil } = path;
  const until = waitUntil && dateText({ ...waitUntil, text: waitUntil.day }, naming.year);
  if (reason !== undefined) return [shown`No path: ${reasonText[reason]}`];
  if (size === 0) return until === undefined ? [] : [shown`Only time is missing: until ${until}`];
  const wait = until === undefined ? [] : [shown`Not before ${until}`];
  if (!exact) return [shown`A path of ${size} members, perhaps not the shortest: the search was given up`, ...wait];
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

/** Who could undo what is reached, in a sentence. */
export function pivotalLine({ members }: Pivotal, { counts }: Tally, naming: Naming): Shown {
  const { all } = naming;
  const [first, second] = namesOf(members, naming);
  if (first === undefined) return shown`No single member could overturn this`;
  if (second === undefined) return shown`${first} alone could undo it by turning against`;
  const whom =
    members.length === counts.members && members.length > mostNames && !all
      ? `the ${members.length} members`
      : enumeration(namesOf(members, naming), 'or', all ? undefined : mostNames);
  return shown`any one of ${whom} could undo it by turning against`;
}

/** The margin of each criterion that is reached, one for each line. */
export function roomLines({ rooms }: Pivotal, evaluation: Evaluation): Shown[] {
  const counts = countEvaluations(evaluation);
  return counts.flatMap((count, index) => {
    const room = rooms[index];
    if (room === undefined) return [];
    const text = roomText(room, count);
    return [counts.length === 1 ? text : shown`${criterionLabel(count.criterion)}: ${text}`];
  });
}

function roomText({ members, weight }: Room, { criterion, base }: CountEvaluation): Shown {
  const spare = weight === '0' ? 'nothing' : grouped(weight);
  if (criterion.by === 'members') return members === 0 ? shown`nobody to spare` : shown`${spare} to spare`;
  const share = weight === '0' ? undefined : percentText(weight, base);
  const enough =
    members === 0
      ? ': one member turning against could undo it'
      : `, enough for any ${members === 1 ? 'one member' : `${members} members`} to turn against`;
  return shown`${spare}${share === undefined ? '' : ` (${share})`} to spare${enough}`;
}

/** What stands between here and a decision, in a line or two. */
export function demandLines(demands: readonly DemandAhead[], naming: Pick<Naming, 'nameOf'>): Shown[] {
  if (demands.length === 0) return [];
  const members = [...new Set(demands.flatMap((demand) => demand.members))];
  const whose = members.length > 3 ? `${members.length} members` : enumeration(namesOf(members, naming), 'and');
  const onPath = demands.filter((demand) => demand.onPath).length;
  const part =
    onPath === demands.length ? (onPath > 1 ? 'all of them ' : '') : onPath === 0 ? 'none ' : `${onPath} of them `;
  const summary = shown`${plural(demands.length, 'demand')} of ${whose}, ${part}on a shortest path`;
  const best = demands.find((demand) => demand.members.length > 1 || (demand.satisfies > 0 && demands.length > 1));
  if (best === undefined) return [summary];
  const askers =
    best.members.length > 3 ? `${best.members.length} members` : enumeration(namesOf(best.members, naming), 'and');
  return [
    summary,
    shown`"${best.text}" is what ${askers} ask${best.members.length === 1 ? 's' : ''} for${satisfied(best)}`,
  ];
}

/** How many of the members that make a demand have no other. */
function satisfied({ members, satisfies }: DemandAhead): string {
  if (satisfies === members.length) return ', and nothing else';
  return satisfies === 0 ? ', among other things' : `, and nothing else for ${satisfies} of them`;
}
