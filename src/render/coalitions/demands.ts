import type { DemandAhead, FewestDemands, Path } from '../../model/path.ts';
import type { Holdout } from '../../model/tally.ts';
import { sortedByName } from '../../text/compare.ts';
import { type Shown, shown } from '../../text/escape-controls.ts';
import { grouped, plural } from '../../text/numerals.ts';
import { enumeration } from '../../text/suggest.ts';
import { possessive } from '../words/names.ts';
import { capital, type Naming, namesOf } from './naming.ts';

/** What holdouts ask for, the demand that would go furthest, and which demands would be enough, a line each. */
export function demandLines(
  demands: readonly DemandAhead[],
  { path, fewest, holdouts }: Ahead,
  naming: Naming,
): Shown[] {
  const content = contentLines({ fewest, holdouts }, naming);
  if (demands.length === 0) return content;
  const askers = [...new Set(demands.flatMap((demand) => demand.members))];
  const [best] = demands.filter(({ members, satisfies }) => members.length > 1 || satisfies > 0);
  const only = askers.length === 1 && demands.length === 1 && best !== undefined;
  return [
    ...(only ? [] : [summaryText(demands, askers, path, naming)]),
    ...(best ? [foremostText(best, naming)] : []),
    ...enoughLines(demands, askers, { path, fewest, holdouts }),
    ...content,
  ];
}

/** Whether holdouts ask for anything, or have. */
export const asksAnything = (holdouts: readonly Holdout[]): boolean =>
  holdouts.some(({ wants, answered }) => wants.length + answered.length > 0);

/** What else is known of the way to a decision. */
export interface Ahead {
  readonly path: Path | undefined;
  readonly fewest: FewestDemands | undefined;
  readonly holdouts: readonly Holdout[];
}

/** Which demands would do, or that all of them would not: `Meeting all 4 would not be enough: 28 of 29 ask for nothing`. */
function enoughLines(demands: readonly DemandAhead[], askers: readonly string[], { fewest, holdouts }: Ahead): Shown[] {
  if (fewest === undefined || fewest.size === 0) return [];
  const silent = holdouts.length - askers.length - holdouts.filter(isContent).length;
  const refused = demands.filter(({ status }) => status === 'refused').length;
  const all = demands.length === 1 ? 'it' : demands.length === 2 ? 'both' : `all ${demands.length}`;
  if (fewest.size === undefined) {
    const reasons = [
      ...(refused === 0
        ? []
        : [`${demands.length === 1 ? 'it' : `${refused} of them`} ${refused === 1 ? 'is' : 'are'} refused`]),
      ...(silent === 0 ? [] : [`${silent} of ${holdouts.length} ask${silent === 1 ? 's' : ''} for nothing`]),
    ];
    const why = reasons.length === 0 ? '' : `: ${reasons.join(', ')}`;
    return fewest.exact ? [shown`Meeting ${all} would not be enough${why}`] : [];
  }
  if (fewest.size === demands.length && fewest.exact) return [shown`Meeting ${all} would be enough`];
  return [shown`Meeting ${plural(fewest.size, 'demand')} would be enough${whichText(fewest, demands)}`];
}

/** Whether a holdout set conditions of which each is met or dropped. */
const isContent = ({ stance, wants, answered }: Holdout): boolean =>
  stance === 'conditional' && wants.length === 0 && answered.length > 0;

/** The holdouts with nothing left to be met: `Hungary asks for nothing more, and its support would be enough`. */
function contentLines({ fewest, holdouts }: Pick<Ahead, 'fewest' | 'holdouts'>, naming: Naming): Shown[] {
  const codes = holdouts.filter(isContent).map(({ code }) => code);
  if (codes.length === 0) return [];
  const [ask, its] = codes.length === 1 ? ['asks', 'its'] : ['ask', 'their'];
  const enough = fewest?.size === 0 && fewest.moves.length > 0 ? `, and ${its} support would be enough` : '';
  return [shown`${capital(enumeration(namesOf(codes, naming), 'and', mostAskers))} ${ask} for nothing more${enough}`];
}

/** Which demands, and in how many ways: `: a; b`, `: a; or b`, `, in 3 ways, always with: a`. */
function whichText({ sets, count, exact }: FewestDemands, demands: readonly DemandAhead[]): string {
  if (!exact) return ', perhaps fewer: the search was stopped';
  const texts = new Map(demands.map(({ id, text }) => [id ?? text, text]));
  const named = (labels: readonly string[]): string => labels.map((label) => texts.get(label) ?? label).join('; ');
  const [first = [], ...others] = sets;
  if (count === 1n) return `: ${named(first)}`;
  const areAll = count === BigInt(sets.length);
  if (areAll && first.length === 1 && sets.length <= mostAlternatives) return `: ${sets.map(named).join('; or ')}`;
  const ways = count === undefined ? '' : `, in ${grouped(String(count))} ways`;
  const shared = areAll ? first.filter((label) => others.every((labels) => labels.includes(label))) : [];
  return shared.length > 0 ? `${ways}, always with: ${named(shared)}` : `${ways}, for instance: ${named(first)}`;
}

/** More alternatives than these are counted. */
const mostAlternatives = 3;

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
