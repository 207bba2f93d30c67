import type { Standing } from '../../model/snapshot.ts';
import { isPending, traitsOf } from '../../model/stance.ts';
import type { Time } from '../../model/time.ts';
import { ceilDivide, commonDivisor } from '../../text/decimal.ts';
import type { Constraint, Covering } from '../rule/constraints.ts';
import type { Evaluated } from '../rule/evaluate.ts';

/** What must hold, over constraints by index: a tree. `all` of nothing is always met, `any` of nothing never. */
export type Need =
  | { readonly kind: 'constraint'; readonly index: number }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Need[] };

/** The need that is met whoever moves. */
export const alwaysMet: Need = { kind: 'all', of: [] };
/** The need that cannot be met whoever moves. */
export const neverMet: Need = { kind: 'any', of: [] };

/** What a rule asks of the members that may move, by number alone: the problem that the solver solves. */
export interface Requirement {
  /** The members that gain something in a constraint, sorted by code. */
  readonly movers: readonly Standing[];
  /** All different, in lowest terms; none is met without a move, and all can be met. */
  readonly constraints: readonly Constraint[];
  /** Ignores `not-before` dates. */
  readonly need: Need;
  /** The need at another time: a criterion whose `not-before` date has not come is never met. */
  readonly needWhen: (hasCome: (time: Time) => boolean) => Need;
}

/** Whether a member may move to support: all but supporters and recused members. */
export const canMove = ({ stance }: Standing): boolean => stance !== 'support' && traitsOf[stance].takesPart;

/** Whether a member has settled on a stance, so that it is harder to move than a pending one. */
export const isSettled = ({ stance }: Standing): boolean => !isPending(stance);

/** The requirement of an evaluated rule. Constraints that are met already, or cannot be, are resolved in the need. */
export function requirementOf(rule: Evaluated, members: readonly Standing[]): Requirement {
  const able = members.filter(canMove);
  const constraints: Constraint[] = [];
  const known = new Map<string, number>();
  const translated = new Map<Constraint, Need>();

  const translate = (constraint: Constraint): Need => {
    if (constraint.required <= 0n) return alwaysMet;
    const own = able.flatMap(({ code }): (readonly [string, bigint])[] => {
      const gain = constraint.gains.get(code);
      return gain === undefined ? [] : [[code, gain]];
    });
    if (own.reduce((sum, [, gain]) => sum + gain, 0n) < constraint.required) return neverMet;
    // Lowest terms, and gains capped at what is required, make equal constraints look equal.
    const unit = own.reduce((divisor, [, gain]) => commonDivisor(gain, divisor), 0n);
    const required = ceilDivide(constraint.required, unit);
    const gains = new Map(own.map(([code, gain]) => [code, gain / unit < required ? gain / unit : required]));
    const key = `${required} ${[...gains].map(([code, gain]) => `${code} ${gain}`).join(' ')}`;
    const index = known.get(key) ?? constraints.push({ gains, required }) - 1;
    known.set(key, index);
    return { kind: 'constraint', index };
  };
  const ofCovering = (covering: Covering): Need => {
    if (covering.kind !== 'constraint') return combined(covering.kind, covering.of.map(ofCovering));
    const need = translated.get(covering.constraint) ?? translate(covering.constraint);
    translated.set(covering.constraint, need);
    return need;
  };
  const ofRule = ({ evaluation, covering, of }: Evaluated, hasCome: (time: Time) => boolean): Need => {
    if (evaluation.kind !== 'count')
      return combined(
        evaluation.kind,
        of.map((part) => ofRule(part, hasCome)),
      );
    const { notBefore } = evaluation.criterion;
    return evaluation.closed || notBefore === undefined || hasCome(notBefore) ? ofCovering(covering) : neverMet;
  };
  const need = ofRule(rule, () => true);
  return {
    movers: able.filter(({ code }) => constraints.some(({ gains }) => gains.has(code))),
    constraints,
    need,
    needWhen: (hasCome) => ofRule(rule, hasCome),
  };
}

/** Whether a simplified need is `alwaysMet`. */
export const isAlwaysMet = (need: Need): boolean => need.kind === 'all' && need.of.length === 0;
/** Whether a simplified need is `neverMet`. */
export const isNeverMet = (need: Need): boolean => need.kind === 'any' && need.of.length === 0;

/** Needs under one connective, simplified: without parts that are always or never met, repeated, or nested alike. */
export function combined(kind: 'all' | 'any', of: readonly Need[]): Need {
  const [decisive, idle] = kind === 'all' ? [isNeverMet, isAlwaysMet] : [isAlwaysMet, isNeverMet];
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

/** The need with another need in place of each constraint, simplified. */
export function substituted(need: Need, known: (index: number) => Need): Need {
  return need.kind === 'constraint'
    ? known(need.index)
    : combined(
        need.kind,
        need.of.map((part) => substituted(part, known)),
      );
}

/** Whether a need is met, given which constraints hold. */
export function isMet(need: Need, holds: (index: number) => boolean): boolean {
  if (need.kind === 'constraint') return holds(need.index);
  return need.kind === 'all' ? need.of.every((part) => isMet(part, holds)) : need.of.some((part) => isMet(part, holds));
}
