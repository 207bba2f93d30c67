import { type ConnectiveCriterion, type CountCriterion, type Criterion, isCeiling } from '../../model/rule.ts';
import type { Snapshot, Standing } from '../../model/snapshot.ts';
import { isPending, type Outcome } from '../../model/stance.ts';
import type { ConnectiveEvaluation, CountEvaluation, Evaluation } from '../../model/tally.ts';
import type { Time } from '../../model/time.ts';
import { ceilDivide, decimalText, floorDivide } from '../../text/decimal.ts';
import { hasCome } from '../evidence/dates.ts';
import { type Covering, coveringOf, gainOf, holds, type Measure, measure, thresholdOf } from './constraints.ts';

/** An evaluation together with the constraints that it came from. */
export interface Judged {
  readonly evaluation: Evaluation;
  readonly covering: Covering;
  readonly of: readonly Judged[];
}

/** `all`: one blocked part blocks it, and it is reached only when every part is. */
export function allOf(statuses: readonly Outcome[]): Outcome {
  if (statuses.includes('blocked')) return 'blocked';
  return statuses.includes('open') ? 'open' : 'reached';
}

/** `any`: one reached part is enough, and it is blocked only when every part is. */
export function anyOf(statuses: readonly Outcome[]): Outcome {
  if (statuses.includes('reached')) return 'reached';
  return statuses.includes('open') ? 'open' : 'blocked';
}

/** Applies a rule to a snapshot. @see docs/rules.md#three-answers */
export function evaluate(criterion: Criterion, snapshot: Snapshot): Judged {
  const pending = snapshot.members.filter(({ stance }) => isPending(stance));
  return judge(criterion, snapshot, pending);
}

function judge(criterion: Criterion, snapshot: Snapshot, pending: readonly Standing[]): Judged {
  if (criterion.kind === 'count') {
    const figures = measure(criterion, snapshot.members);
    const covering = coveringOf(criterion, figures);
    const met = holds(covering, () => 0n);
    const hopeful = met || holds(covering, (constraint) => gainOf(constraint, codesOf(pending)));
    const possible = possibleOf(isCeiling(criterion), figures);
    return { evaluation: counted(criterion, { ...figures, possible, met, hopeful }, snapshot.asOf), covering, of: [] };
  }
  const of = criterion.of.map((part) => judge(part, snapshot, pending));
  const evaluation = connected(
    criterion,
    of.map((part) => part.evaluation),
  );
  return { evaluation, covering: { kind: criterion.kind, of: of.map((part) => part.covering) }, of };
}

function* codesOf(standings: Iterable<Standing>): Generator<string> {
  for (const { code } of standings) yield code;
}

function possibleOf(ceiling: boolean, { have, parts }: Measure): bigint {
  let possible = have;
  for (const { standing, weight, counts } of parts) {
    if (isPending(standing.stance) && counts === ceiling) possible += ceiling ? -weight : weight;
  }
  return possible;
}

/** What a criterion that counts came to, in units of 10^-decimals. */
export interface Count extends Pick<Measure, 'decimals' | 'unit' | 'have' | 'base'> {
  /** What it would have if every pending member supported. */
  readonly possible: bigint;
  /** Met by number. */
  readonly met: boolean;
  /** Met by number if every pending member supported. */
  readonly hopeful: boolean;
}

/** A criterion that counts, as evaluated. `need` is rounded to what the weights can add up to. */
export function counted(criterion: CountCriterion, count: Count, asOf: Time): CountEvaluation {
  const { decimals, unit, have, base, possible, met, hopeful } = count;
  const waiting = met && criterion.notBefore !== undefined && !hasCome(criterion.notBefore, asOf);
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
    status: met && !waiting ? 'reached' : hopeful ? 'open' : 'blocked',
    waiting,
    have: text(have),
    need: text(need),
    short: text(excess > 0n ? excess : 0n),
    possible: text(possible),
    base: text(base),
  };
}

/** Several criteria, as evaluated. */
export function connected({ kind, label }: ConnectiveCriterion, of: readonly Evaluation[]): ConnectiveEvaluation {
  const statuses = of.map(({ status }) => status);
  const status = kind === 'all' ? allOf(statuses) : anyOf(statuses);
  return { kind, ...(label !== undefined && { label }), status, of };
}
