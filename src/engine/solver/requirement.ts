import type { Standing } from '../../model/snapshot.ts';
import { isPending, traitsOf } from '../../model/stance.ts';
import type { Time } from '../../model/time.ts';
import { ceilDivide } from '../../text/decimal.ts';
import type { Constraint, Covering } from '../rule/constraints.ts';
import type { Judged } from '../rule/evaluate.ts';

/** What must hold, over numbered constraints. `all` of nothing is certain, `any` of nothing is out of reach. */
export type Need =
  | { readonly kind: 'constraint'; readonly index: number }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Need[] };

/** What is met whoever moves. */
export const certain: Need = { kind: 'all', of: [] };
/** What is out of reach whoever moves. */
export const never: Need = { kind: 'any', of: [] };

/** What a rule asks of the members that may move, by number alone. */
export interface Requirement {
  /** Those whose move would matter, sorted by code. */
  readonly movers: readonly Standing[];
  /** All different, none of them met already and none out of reach. */
  readonly constraints: readonly Constraint[];
  readonly need: Need;
  /** The same when only criteria whose time has come count. */
  readonly needWhen: (hasCome: (time: Time) => boolean) => Need;
}

/** Everybody but supporters and recused members may come to support. */
export const canMove = ({ stance }: Standing): boolean => stance !== 'support' && traitsOf[stance].takesPart;

/** A settled member is harder to move than one that may still go anywhere. */
export const isSettled = ({ stance }: Standing): boolean => !isPending(stance);

/** The greatest divisor of both; of a number and none the number. */
function commonDivisor(a: bigint, b: bigint): bigint {
  let [divisor, rest] = [a, b];
  while (rest > 0n) [divisor, rest] = [rest, divisor % rest];
  return divisor;
}

/** The rule on a snapshot as constraints on moves alone. */
export function requirementOf(judged: Judged, members: readonly Standing[]): Requirement {
  const able = members.filter(canMove);
  const constraints: Constraint[] = [];
  const known = new Map<string, number>();
  const translated = new Map<Constraint, Need>();

  const translate = (constraint: Constraint): Need => {
    if (constraint.required <= 0n) return certain;
    const own = able.flatMap(({ code }): (readonly [string, bigint])[] => {
      const gain = constraint.gains.get(code);
      return gain === undefined ? [] : [[code, gain]];
    });
    if (own.reduce((sum, [, gain]) => sum + gain, 0n) < constraint.required) return never;
    // In lowest terms; and more than is required is as good as what is required.
    const unit = own.reduce((divisor, [, gain]) => commonDivisor(gain, divisor), 0n);
    const required = ceilDivide(constraint.required, unit);
    const gains = new Map(own.map(([code, gain]) => [code, gain / unit < required ? gain / unit : required]));
    const key = `${required} ${[...gains].map(([code, gain]) => `${code} ${gain}`).join(' ')}`;
    const index = known.get(key) ?? constraints.push({ gains, required }) - 1;
    known.set(key, index);
    return { kind: 'constraint', index };
  };
  const ofCovering = (covering: Covering): Need => {
    if (covering.kind !== 'constraint') return joined(covering.kind, covering.of.map(ofCovering));
    const need = translated.get(covering.constraint) ?? translate(covering.constraint);
    translated.set(covering.constraint, need);
    return need;
  };
  const ofJudged = ({ evaluation, covering, of }: Judged, hasCome: (time: Time) => boolean): Need => {
    if (evaluation.kind !== 'count')
      return joined(
        evaluation.kind,
        of.map((part) => ofJudged(part, hasCome)),
      );
    const { notBefore } = evaluation.criterion;
    return notBefore === undefined || hasCome(notBefore) ? ofCovering(covering) : never;
  };
  const need = ofJudged(judged, () => true);
  return {
    movers: able.filter(({ code }) => constraints.some(({ gains }) => gains.has(code))),
    constraints,
    need,
    needWhen: (hasCome) => ofJudged(judged, hasCome),
  };
}

/** Whether a need is met whoever moves. */
export const isCertain = (need: Need): boolean => need.kind === 'all' && need.of.length === 0;
/** Whether a need is out of reach whoever moves. */
export const isNever = (need: Need): boolean => need.kind === 'any' && need.of.length === 0;

/** Needs under one connective, without what is certain or out of reach already. */
export function joined(kind: 'all' | 'any', of: readonly Need[]): Need {
  const [decisive, idle] = kind === 'all' ? [isNever, isCertain] : [isCertain, isNever];
  const parts = of.filter((need) => !idle(need)).flatMap((need) => (need.kind === kind ? need.of : [need]));
  const rest = parts.filter((need, where) => {
    if (need.kind !== 'constraint') return true;
    return where === parts.findIndex((other) => other.kind === 'constraint' && other.index === need.index);
  });
  const decided = rest.find(decisive);
  if (decided !== undefined) return decided;
  const [only] = rest;
  return only !== undefined && rest.length === 1 ? only : { kind, of: rest };
}

/** The need with each constraint replaced by what is known of it. */
export function replaced(need: Need, known: (index: number) => Need): Need {
  return need.kind === 'constraint'
    ? known(need.index)
    : joined(
        need.kind,
        need.of.map((part) => replaced(part, known)),
      );
}

/** Whether a need is met when so much is known of each constraint. */
export function isMet(need: Need, holds: (index: number) => boolean): boolean {
  if (need.kind === 'constraint') return holds(need.index);
  return need.kind === 'all' ? need.of.every((part) => isMet(part, holds)) : need.of.some((part) => isMet(part, holds));
}
