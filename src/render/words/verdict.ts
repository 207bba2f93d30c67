import { type CountCriterion, isCeiling } from '../../model/rule.ts';
import type { Snapshot, Standing } from '../../model/snapshot.ts';
import { isPending, type Stance, stances, traitsOf } from '../../model/stance.ts';
import type { CountEvaluation, Evaluation, Tally } from '../../model/tally.ts';
import type { SnapshotView } from '../../model/view.ts';
import { firstByName } from '../../text/compare.ts';
import { type Shown, shown, visible } from '../../text/escape-controls.ts';
import { enumeration } from '../../text/suggest.ts';
import { countEvaluations, criterionLabel, figuresText } from './criterion.ts';
import { dateText } from './dates.ts';
import { partsText } from './headline.ts';
import { inSentence } from './names.ts';

/** More names than this are counted. */
const mostNames = 6;

/** The names of members of a snapshot, as a list in a sentence. */
export function namedIn({ members }: Pick<Snapshot, 'members'>): (codes: readonly string[]) => string {
  let names: ReadonlyMap<string, string> | undefined;
  return (codes) => {
    names ??= new Map(members.map(({ code, name }) => [code, name]));
    const known = names;
    return namesText(codes.map((code) => known.get(code) ?? code));
  };
}

/** Names as a list in a sentence. */
function namesText(names: readonly string[]): string {
  const first = firstByName(names, (name) => name, mostNames + 1);
  return enumeration(first.map(inSentence), 'and', mostNames, names.length);
}

/** How far the rule is, and who blocks it, in one sentence. */
export function verdictText({ snapshot, tally }: Pick<SnapshotView, 'snapshot' | 'tally'>): Shown {
  const { evaluation, holdouts, outcome, compositions, counts } = tally;
  const named = namedIn(snapshot);
  const known = evaluation.kind === 'count' ? Math.max(counts.support, Number(evaluation.have)) : counts.support;
  const asked = outcome !== 'reached' && asksForSupporters(evaluation);
  const said = asked ? reportedText(snapshot, tally, known) : undefined;
  const figures =
    evaluation.kind === 'count'
      ? countText(evaluation, tally, said)
      : `${partsText(evaluation, compositions, named)}${said === undefined ? '' : `; reported ${said} in favour`}`;
  const blocking = holdouts.filter((holdout) => holdout.blocking).map(({ name }) => name);
  const blockers = blocking.length === 0 ? undefined : namesText(blocking);
  // A veto has been named with its part of the rule.
  if (blockers !== undefined)
    return shown`${figures}${figures.endsWith(` by ${blockers}`) ? '' : `; blocked by ${blockers}`}`;
  if (outcome !== 'blocked') return visible(figures);
  // What has closed has been said to have.
  if (countEvaluations(evaluation).some(({ closed }) => closed)) return visible(figures);
  const hope = snapshot.members.some(({ stance }) => isPending(stance));
  return shown`${figures}; ${hope ? 'the pending members would not be enough' : 'all positions are settled'}`;
}

/**
 * `consensus of 31: 2 named in support, 29 to go; reported 21 or more`.
 *
 * @param said how many are reported to support it, where that is more than are named
 */
function countText(evaluation: CountEvaluation, { counts }: Tally, said: string | undefined): Shown {
  const { criterion, have, base } = evaluation;
  const size = criterion.by === 'members' ? ` of ${base}` : '';
  const allSupport = !evaluation.closed && criterion.count.includes('support') && have === String(counts.support);
  const head = `${criterionLabel(criterion)}${size}`;
  if (said === undefined) return shown`${head}: ${figuresText(evaluation, { allSupport })}`;
  if (!countsEverybody(criterion))
    return shown`${head}: ${figuresText(evaluation, { allSupport })}; reported ${said} in favour`;
  const named = figuresText(evaluation, { allSupport, named: true });
  return shown`${head}: ${named}; reported ${said}${allSupport ? '' : ' in favour'}`;
}

/** Whether anything in a rule asks for enough supporters, as reports count them. */
const asksForSupporters = (evaluation: Evaluation): boolean =>
  countEvaluations(evaluation).some(
    ({ criterion, closed }) => !closed && criterion.by === 'members' && !isCeiling(criterion),
  );

/** Whether a criterion counts among all members, as reports do. */
const countsEverybody = ({ among, of }: CountCriterion): boolean => among === undefined && of === 'members';

/** How many are reported to support it, where that is more than are known to: `21 or more`, `25`, `21 to 24`. */
function reportedText({ reported }: Snapshot, { counts }: Tally, known: number): string | undefined {
  const { supporting } = reported;
  if (supporting === undefined || supporting.min <= known) return undefined;
  const { min, max } = supporting;
  const possible = stances.reduce(
    (sum, stance) => sum + (['supporting', 'pool'].includes(traitsOf[stance].claimed) ? counts[stance] : 0),
    0,
  );
  if (min === max) return String(min);
  return max === possible ? `${min} or more` : `${min} to ${max}`;
}

/** The remark on an answer that was asked for with `--on-record`. */
export const onRecordText = shown`Only members' own statements; reports and claims are left out.`;

/** More assumptions than these are told together, by stance. */
const mostAssumptions = 8;

/**
 * The what-if behind an answer: `TR = support, HU = abstain`, `all = support`, or with those that follow
 * `TR = support, followed by FR`; undefined when nothing was assumed.
 */
export function assumptionsText({ snapshot: { members } }: Pick<SnapshotView, 'snapshot'>): Shown | undefined {
  const moved = members.filter(({ assumed }) => assumed);
  const moves = moved.filter(({ followed }) => followed === undefined);
  if (moves.length === 0) return undefined;
  const followers = moved.flatMap(({ code, followed }) => (followed === undefined ? [] : [code]));
  if (followers.length === 0) return movesText(moves, members);
  return shown`${movesText(moves, members)}, followed by ${enumeration(followers, 'and', mostAssumptions)}`;
}

function movesText(moves: readonly Standing[], members: readonly Standing[]): Shown {
  if (moves.length <= mostAssumptions)
    return visible(moves.map(({ code, stance }) => `${code} = ${stance}`).join(', '));
  const stances = [...new Set(moves.map(({ stance }) => stance))];
  const others = members.filter((standing) => !standing.assumed && standing.stance !== 'recused');
  const followed = members.some((standing) => standing.followed !== undefined);
  if (others.length === 0 && !followed && stances.length === 1) return shown`all = ${stances.join()}`;
  const codesOf = (stance: Stance): string[] => moves.flatMap((move) => (move.stance === stance ? [move.code] : []));
  return visible(
    stances.map((stance) => `${enumeration(codesOf(stance), 'and', mostAssumptions)} = ${stance}`).join('; '),
  );
}

/** Change of the outcome since an earlier snapshot; `new` when there was none and the outcome is not reached. */
export type Turn = 'newly-reached' | 'lost' | 'changed' | 'unchanged' | 'new';

/** The change of the outcome; undefined when nothing is compared. */
export function turnOf({ since, tally }: Pick<SnapshotView, 'since' | 'tally'>): Turn | undefined {
  if (since === undefined) return undefined;
  const [was, is] = ['none' in since.before ? undefined : since.before.outcome, tally.outcome];
  if (was === is) return 'unchanged';
  if (is === 'reached') return 'newly-reached';
  if (was === 'reached') return 'lost';
  return was === undefined ? 'new' : 'changed';
}

const noneText = { missing: 'there was no roster', invalid: 'the roster was not valid' } as const;

/** The change of the outcome, in words; undefined when nothing is compared. */
export function turnText(view: Pick<SnapshotView, 'since' | 'tally'>): Shown | undefined {
  const { since } = view;
  const turn = turnOf(view);
  if (since === undefined || turn === undefined) return undefined;
  const { before } = since;
  const { file } = since;
  if ('none' in before) return shown`${turn === 'new' ? 'new' : 'newly reached'}: ${noneText[before.none]} in ${file}`;
  const name = `${file} (${dateText(before.asOf)})`;
  if (turn === 'unchanged') return shown`unchanged since ${name}`;
  if (turn === 'changed') return shown`was ${before.outcome} in ${name}`;
  return shown`${turn === 'lost' ? 'lost' : 'newly reached'} since ${name}, where it was ${before.outcome}`;
}
