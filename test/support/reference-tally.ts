import type { CountCriterion, Criterion } from '../../src/model/rule.ts';
import type { Snapshot, Standing } from '../../src/model/snapshot.ts';
import type { Outcome, Stance } from '../../src/model/stance.ts';
import type { Evaluation } from '../../src/model/tally.ts';

/*
 * The rules of design section 5 once more, in the plainest way: everything is added up anew for every question, and a
 * question about a move is answered by making the move. Nothing here is shared with the engine but the types.
 */

/** All numbers are integers of this many decimals. */
const decimals = 6;

function scaled(text: string): bigint {
  const [whole = '', fraction = ''] = text.split('.');
  return BigInt(whole + fraction.padEnd(decimals, '0'));
}

/** A number of the engine's, as an integer of the same decimals. */
export function figure(text: string): bigint {
  return text.startsWith('-') ? -scaled(text.slice(1)) : scaled(text);
}

const one = 10n ** BigInt(decimals);

/** A snapshot's members as they would be if these came to support, with a reason where one is asked for. */
export function supporting(members: readonly Standing[], chosen: (standing: Standing) => boolean): Standing[] {
  return members.map((standing) => (chosen(standing) ? { ...standing, stance: 'support', why: 'moved' } : standing));
}

const undecided: readonly Stance[] = ['conditional', 'withheld', 'unclear', 'undeclared'];
export const isUndecided = ({ stance }: Standing): boolean => undecided.includes(stance);

interface Sums {
  readonly have: bigint;
  readonly base: bigint;
  /** The bound as a fraction of these two. */
  readonly over: bigint;
  readonly under: bigint;
}

export function sumsOf(criterion: CountCriterion, members: readonly Standing[]): Sums {
  const { among, by, count, of, bound, withWhy } = criterion;
  let have = 0n;
  let base = 0n;
  for (const { code, stance, weights, why } of members) {
    if (stance === 'recused') continue;
    if (among && 'only' in among && !among.only.includes(code)) continue;
    if (among && 'except' in among && among.except.includes(code)) continue;
    const weight = by === 'members' ? one : scaled(weights[by] ?? '0');
    if (count.includes(stance) && (!withWhy || why !== undefined)) have += weight;
    if (of === 'members' || of.includes(stance)) base += weight;
  }
  const { quantity } = bound;
  if (quantity.kind === 'absolute') return { have, base, over: scaled(quantity.value), under: 1n };
  if (quantity.kind === 'share')
    return { have, base, over: base * BigInt(quantity.numerator), under: BigInt(quantity.denominator) };
  const rest = base - scaled(quantity.value);
  return { have, base, over: rest < 0n ? 0n : rest, under: 1n };
}

/** Whether so much would meet the bound. */
function satisfies({ bound }: CountCriterion, { have, base, over, under }: Sums): boolean {
  switch (bound.comparison) {
    case 'at-least':
      return base > 0n && have * under >= over;
    case 'more-than':
      return base > 0n && have * under > over;
    case 'at-most':
      return have * under <= over;
    case 'fewer-than':
      return have * under < over;
  }
}

const day = (iso: string): number => Number(iso.replaceAll('-', ''));

/** Whether a criterion holds of these members: by number alone, or at a time too. */
export function holdsOf(criterion: Criterion, members: readonly Standing[], asOf?: string): boolean {
  if (criterion.kind !== 'count') {
    const part = (inner: Criterion): boolean => holdsOf(inner, members, asOf);
    return criterion.kind === 'all' ? criterion.of.every(part) : criterion.of.some(part);
  }
  const { notBefore } = criterion;
  const come = asOf === undefined || notBefore === undefined || day(notBefore.day) <= day(asOf);
  return come && satisfies(criterion, sumsOf(criterion, members));
}

export function outcomeOf(criterion: Criterion, { members, asOf }: Pick<Snapshot, 'members' | 'asOf'>): Outcome {
  if (holdsOf(criterion, members, asOf.day)) return 'reached';
  return holdsOf(criterion, supporting(members, isUndecided)) ? 'open' : 'blocked';
}

/** The greatest number of which all weights looked at are multiples; one whole if all are zero. */
function unitOf({ by, among }: CountCriterion, members: readonly Standing[]): bigint {
  if (by === 'members') return one;
  const weights = members
    .filter(({ stance }) => stance !== 'recused')
    .filter(
      ({ code }) => among === undefined || ('only' in among ? among.only.includes(code) : !among.except.includes(code)),
    )
    .map(({ weights: own }) => scaled(own[by] ?? '0'));
  const divisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : divisor(b, a % b));
  return weights.reduce(divisor, 0n) || one;
}

/** The least that meets a floor, the most that a ceiling allows: found by trying one unit after the other. */
export function needOf(criterion: CountCriterion, members: readonly Standing[]): bigint {
  const unit = unitOf(criterion, members);
  const sums = sumsOf(criterion, members);
  const floor = criterion.bound.comparison === 'at-least' || criterion.bound.comparison === 'more-than';
  const fits = (have: bigint): boolean => satisfies(criterion, { ...sums, have, base: floor ? sums.base || 1n : 0n });
  let have = floor && sums.base === 0n ? unit : floor ? 0n : -unit;
  while (fits(have) !== floor) have += unit;
  return floor ? have : have - unit;
}

/** Whether one member's coming to support brings a criterion closer that is unmet by number. */
export function helps(criterion: CountCriterion, members: readonly Standing[], code: string): boolean {
  const before = sumsOf(criterion, members);
  if (satisfies(criterion, before)) return false;
  const moved = supporting(members, (standing) => standing.code === code);
  const after = sumsOf(criterion, moved);
  const slack = ({ have, over, under }: Sums): bigint => have * under - over;
  if (criterion.bound.comparison === 'at-most' || criterion.bound.comparison === 'fewer-than')
    return slack(after) < slack(before);
  return slack(after) > slack(before) || (before.base === 0n && after.base > 0n);
}

/** Members whose coming to support brings closer a criterion that has nothing reached above it; by code. */
export function holdoutsOf(criterion: Criterion, snapshot: Pick<Snapshot, 'members' | 'asOf'>): string[] {
  if (outcomeOf(criterion, snapshot) === 'reached') return [];
  const { members } = snapshot;
  const found =
    criterion.kind === 'count'
      ? members
          .filter(({ stance }) => stance !== 'recused')
          .map(({ code }) => code)
          .filter((code) => helps(criterion, members, code))
      : criterion.of.flatMap((part) => holdoutsOf(part, snapshot));
  return [...new Set(found)].sort();
}

/** Settled members that keep a blocked outcome blocked, whatever all the others do; by code. */
export function blockingOf(criterion: Criterion, snapshot: Pick<Snapshot, 'members' | 'asOf'>): string[] {
  const { members } = snapshot;
  const everybodyBut = (code: string): Standing[] =>
    supporting(members, (standing) => standing.stance !== 'recused' && standing.code !== code);
  if (outcomeOf(criterion, snapshot) !== 'blocked' || !holdsOf(criterion, everybodyBut(''))) return [];
  return members
    .filter((standing) => standing.stance !== 'recused' && !isUndecided(standing))
    .map(({ code }) => code)
    .filter((code) => !holdsOf(criterion, everybodyBut(code)))
    .sort();
}

/** All criteria of a rule, whether they count or connect, with what the engine says of them. */
export function* criteriaOf(criterion: Criterion, evaluation: Evaluation): Generator<readonly [Criterion, Evaluation]> {
  yield [criterion, evaluation];
  if (criterion.kind === 'count' || evaluation.kind === 'count') return;
  for (const [index, part] of criterion.of.entries()) {
    const evaluated = evaluation.of[index];
    if (evaluated !== undefined) yield* criteriaOf(part, evaluated);
  }
}
