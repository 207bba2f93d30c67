/*
 * Rules: from stances to an outcome, whatever was said when.
 *
 * **Three values.** A criterion is `reached`, `open` or `blocked`. It is open if it is not met, but would be if every
 * pending member moved to support, or if it is met before its `not-before` date. Rules are monotone: more support never
 * makes one harder to meet. So the support of all pending members is the best that can still happen, and no other
 * combination of moves needs to be tried. `all` and `any` combine the three values.
 *
 * **Closing.** `closing.ts` says when a criterion closes. From then on it is evaluated on the members as they stood at
 * that time, and is constant: `reached` or `blocked`.
 *
 * **Covering constraints.** `constraints.ts` turns each criterion into linear constraints over the members that are
 * not yet counted as it wants: the gains of those that move to support must add up to what is missing. With nobody
 * moving they tell whether the criterion is met, with all pending members whether it is open; the tally reads
 * holdouts from them, and the solver the smallest sets.
 *
 * All arithmetic is exact: weights are decimals, counted in bigints of a common unit. `running-totals.ts` keeps the
 * same figures up to date for a replay.
 *
 * See `docs/rules.md`.
 */

import { type ConnectiveCriterion, type CountCriterion, type Criterion, isCeiling } from '../../model/rule.ts';
import type { Snapshot, Standing } from '../../model/snapshot.ts';
import { isPending, type Outcome } from '../../model/stance.ts';
import type { Closing, ConnectiveEvaluation, CountEvaluation, Evaluation } from '../../model/tally.ts';
import { endOf, type Time } from '../../model/time.ts';
import { ceilDivide, decimalText, floorDivide } from '../../text/decimal.ts';
import { hasCome } from '../time/dates.ts';
import { supportChanges } from './changes.ts';
import { closesAt, closingOn } from './closing.ts';
import { type Covering, coveringOf, holds, type Measure, measure, thresholdOf, totalGain } from './constraints.ts';

/** A rule as evaluated, with the constraints behind it: a tree of the rule's shape. */
export interface Evaluated {
  readonly evaluation: Evaluation;
  readonly covering: Covering;
  /** The parts of `all` and `any`; empty for a criterion that counts. */
  readonly of: readonly Evaluated[];
  /** The figures of a criterion that counts. */
  readonly figures?: Measure;
}

/** The status of `all`: one blocked part blocks it, and it is reached only if every part is. */
export function allOf(statuses: readonly Outcome[]): Outcome {
  if (statuses.includes('blocked')) return 'blocked';
  return statuses.includes('open') ? 'open' : 'reached';
}

/** The status of `any`: one reached part is enough, and it is blocked only if every part is. */
export function anyOf(statuses: readonly Outcome[]): Outcome {
  if (statuses.includes('reached')) return 'reached';
  return statuses.includes('open') ? 'open' : 'blocked';
}

/** The parts of a snapshot on which its rule is evaluated. */
type Evaluable = Pick<Snapshot, 'rule' | 'asOf' | 'members' | 'closings'>;

/** The rule of a snapshot, evaluated. @see docs/rules.md#three-answers */
export function evaluate(snapshot: Evaluable): Evaluated {
  const pending = new Set(snapshot.members.flatMap(({ code, stance }) => (isPending(stance) ? [code] : [])));
  return evaluateWith(snapshot.rule.criterion, snapshot.rule.closes, { ...snapshot, pending });
}

/** What is known of snapshots, which never change. */
const evaluations = new WeakMap<Evaluable, Evaluated>();

/**
 * The same, kept as long as the snapshot is, for answers that build on each other: paths, pivotal members and coalitions of
 * one snapshot ask for it again and again.
 */
export function keptEvaluation(snapshot: Evaluable): Evaluated {
  const known = evaluations.get(snapshot) ?? evaluate(snapshot);
  evaluations.set(snapshot, known);
  return known;
}

interface Context extends Evaluable {
  /** The codes of the pending members. */
  readonly pending: ReadonlySet<string>;
}

/** @param above the time at which closes what is above the criterion */
function evaluateWith(criterion: Criterion, above: Time | undefined, context: Context): Evaluated {
  const closes = closesAt(criterion, above);
  if (criterion.kind === 'count') return evaluateCount(criterion, closingOn(closes, context.asOf), context);
  const of = criterion.of.map((part) => evaluateWith(part, closes, context));
  const evaluations = of.map((part) => part.evaluation);
  const evaluation = connectiveEvaluation(criterion, evaluations, closes);
  return { evaluation, covering: { kind: criterion.kind, of: of.map((part) => part.covering) }, of };
}

function evaluateCount(criterion: CountCriterion, closing: Closing, context: Context): Evaluated {
  const { closes, closed } = closing;
  const { asOf, pending, closings } = context;
  const members = closed && closes ? (closings.get(endOf(closes)) as readonly Standing[]) : context.members;
  const figures = measure(criterion, members);
  const covering = coveringOf(criterion, figures, supportChanges(criterion, figures.members));
  const met = holds(covering, () => 0n);
  const attainable = met || (!closed && holds(covering, (constraint) => totalGain(constraint, pending)));
  const possible = closed ? figures.have : possibleOf(isCeiling(criterion), figures);
  const evaluation = countEvaluation(criterion, { ...figures, possible, met, attainable }, asOf, closing);
  // What is closed asks nothing of anybody: `all` of nothing holds, `any` of nothing does not.
  const settled: Covering = { kind: evaluation.status === 'reached' ? 'all' : 'any', of: [] };
  return { evaluation, covering: closed ? settled : covering, of: [], figures };
}

function possibleOf(ceiling: boolean, { have, members }: Measure): bigint {
  let possible = have;
  for (const { standing, weight, counts } of members) {
    if (isPending(standing.stance) && counts === ceiling) possible += ceiling ? -weight : weight;
  }
  return possible;
}

/** The figures of a criterion that decide its status, in units of 10^-decimals. */
export interface CountFigures extends Pick<Measure, 'decimals' | 'unit' | 'have' | 'base'> {
  /** What it would have if every pending member moved to support. */
  readonly possible: bigint;
  /** Met by number. */
  readonly met: boolean;
  /** Met by number if every pending member moved to support. */
  readonly attainable: boolean;
}

/** The evaluation of a criterion that counts. `need` is rounded to a sum that the weights can have. */
export function countEvaluation(
  criterion: CountCriterion,
  count: CountFigures,
  asOf: Time,
  closing: Closing,
): CountEvaluation {
  const { decimals, unit, have, base, possible, met, attainable } = count;
  const { notBefore } = criterion;
  const time = closing.closed && closing.closes ? closing.closes : asOf;
  const waiting = met && notBefore !== undefined && !hasCome(notBefore, time);
  const threshold = thresholdOf(criterion, base, decimals);
  const ceiling = isCeiling(criterion);
  const step = threshold.denominator * unit;
  const down = floorDivide(threshold.numerator, step) * unit;
  const up = ceilDivide(threshold.numerator, step) * unit;
  const asked = { 'at-least': up, 'more-than': down + unit, 'at-most': down, 'fewer-than': up - unit }[
    criterion.bound.comparison
  ];
  const need = !ceiling && base === 0n && asked < unit ? unit : asked;
  const excess = ceiling ? have - need : need - have;
  const text = (units: bigint): string => decimalText(units, decimals);
  return {
    kind: 'count',
    criterion,
    status: met && !waiting ? 'reached' : attainable && !closing.closed ? 'open' : 'blocked',
    waiting,
    have: text(have),
    need: text(need),
    short: text(excess > 0n ? excess : 0n),
    possible: text(possible),
    base: text(base),
    ...closing,
  };
}

/** The evaluation of `all` or `any`, from those of its parts. */
export function connectiveEvaluation(
  { kind, label }: ConnectiveCriterion,
  of: readonly Evaluation[],
  closes: Time | undefined,
): ConnectiveEvaluation {
  const statuses = of.map(({ status }) => status);
  const status = kind === 'all' ? allOf(statuses) : anyOf(statuses);
  const closing = { ...(closes && { closes }), closed: of.every(({ closed }) => closed) };
  return { kind, ...(label !== undefined && { label }), status, ...closing, of };
}
