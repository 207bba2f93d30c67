import type { DemandAhead, Easiest, FewestDemands, Path, Turning } from '../../model/path.ts';
import { isPending } from '../../model/stance.ts';
import type { StatusView } from '../../model/view.ts';
import { type Shown, shown } from '../../text/escape-controls.ts';
import { grouped, plural } from '../../text/numerals.ts';
import { enumeration } from '../../text/suggest.ts';
import { type Naming, namesOf } from '../words/path.ts';
import { listText, setsText, waysText } from './sets-text.ts';

type Told = Pick<StatusView, 'snapshot' | 'tally' | 'path' | 'coalitions' | 'demands'>;

/** The most demands that are named, and the most members where they are all that are undecided. */
const mostDemands = 4;
const mostNamed = 3;

/** What it would take: the easiest way, and the shortest where it is another; nothing when only time is missing. */
export function easiestLines({ snapshot, path, coalitions }: Told, naming: Naming): Shown[] {
  const { easiest } = coalitions;
  if (path === undefined || easiest?.size === undefined || easiest.size === 0) return [];
  const undecided = snapshot.members.filter(({ stance }) => isPending(stance)).length;
  const lines = [easiestLine(easiest, undecided, naming)];
  if (path.size !== undefined && path.size < easiest.size)
    lines.push(shown`Fewest members: ${path.size}, but ${turningText(path, coalitions.turning, snapshot, naming)}`);
  return lines;
}

function easiestLine(easiest: Easiest, undecided: number, naming: Naming): Shown {
  const { size = 0, settled = 0, exact } = easiest;
  const head =
    settled === 0 ? 'Without turning anyone' : `Turning ${settled === 1 ? 'one member' : `${settled} members`}`;
  if (!exact) return shown`${head}: ${size} members at most; the search was given up`;
  if (settled === 0 && size === undecided && size > mostNamed) return shown`${head}: all ${size} undecided`;
  if (settled === 0 && size === undecided) return shown`${head}: ${listText(easiest.necessary, 'and', naming)}`;
  const whom = settled === 0 ? `${size} of the ${undecided} undecided` : `${size} members, ${size - settled} undecided`;
  const parts = [whom, waysText(easiest)].filter((part) => part !== '').join(', ');
  const sets = setsText(easiest, naming);
  return sets === undefined ? shown`${head}: ${parts}` : shown`${head}: ${parts}: ${sets}`;
}

/** Who would have to turn on a shortest path, as a clause. */
function turningText(
  { sets }: Path,
  turning: Turning | undefined,
  { members }: StatusView['snapshot'],
  naming: Naming,
): string {
  if (turning !== undefined)
    return `${enumeration(namesOf(turning.members, naming), turning.of === 'one' ? 'or' : 'and')} would have to turn`;
  const settled = new Set(members.flatMap(({ code, stance }) => (isPending(stance) ? [] : [code])));
  const some = sets[0]?.filter((code) => settled.has(code)).length ?? 0;
  return some === 1 ? 'one that has settled would have to turn' : `${some} that have settled would have to turn`;
}

/** Which demands would do, or that none would and how many ask for nothing; nothing where nobody asks. */
export function fewestDemandsLines({ tally, coalitions, demands }: Told): Shown[] {
  const { fewestDemands: fewest } = coalitions;
  if (fewest === undefined || fewest.size === 0 || demands.length === 0) return [];
  if (fewest.size !== undefined) return [meetingLine(fewest, fewest.size, demands)];
  const { holdouts } = tally;
  const silent = holdouts.filter(({ wants }) => wants.length === 0).length;
  const whole = shown`Meeting all demands would not do`;
  if (silent === 0) return [whole];
  return [shown`${whole}: ${silent} of the ${holdouts.length} that hold out ask${silent === 1 ? 's' : ''} for nothing`];
}

function meetingLine({ sets, count, exact }: FewestDemands, size: number, demands: readonly DemandAhead[]): Shown {
  const texts = new Map(demands.flatMap(({ id, text }) => (id === undefined ? [] : [[id, text] as const])));
  const named = (labels: readonly string[]): string =>
    enumeration(
      labels.map((label) => `"${texts.get(label) ?? label}"`),
      'and',
      mostDemands,
    );
  const head = `Meeting ${plural(grouped(String(size)), 'demand')} would do`;
  const [first = [], ...others] = sets;
  if (!exact) return shown`${head}; the search for fewer was given up`;
  if (count === 1n) return shown`${head}: ${named(first)}`;
  const ways = waysText({ count });
  const shared =
    count === BigInt(sets.length) ? first.filter((label) => others.every((set) => set.includes(label))) : [];
  if (shared.length > 0) return shown`${head}, ${ways}: always ${named(shared)}`;
  return size === 1 && count === BigInt(sets.length)
    ? shown`${head}: ${enumeration(
        sets.flat().map((label) => `"${texts.get(label) ?? label}"`),
        'or',
        mostDemands,
      )}`
    : shown`${head}, ${ways}`;
}

/** Who is on most of the shortest paths, most often first; nothing where all are alike. */
export function leverageLines({ coalitions }: Told, naming: Naming): Shown[] {
  const { leverage } = coalitions;
  if (leverage === undefined) return [];
  const [first, ...others] = [...leverage.sets].sort(([, a], [, b]) => (a < b ? 1 : a > b ? -1 : 0)).slice(0, 3);
  if (first === undefined) return [];
  const text = ([code, sets]: readonly [string, bigint], of = ''): string =>
    `${naming.nameOf(code)} (${grouped(String(sets))}${of})`;
  const names = [text(first, ` of ${grouped(String(leverage.of))}`), ...others.map((other) => text(other))];
  return [shown`On most shortest paths: ${enumeration(names, 'and')}`];
}
