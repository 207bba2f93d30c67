import { ceilDivide, commonDivisor } from '../../../text/decimal.ts';
import type { Constraint, Covering } from '../../rule/constraints.ts';
import { alwaysMet, combined, type Need, neverMet } from './need.ts';

/** A member that may be in a set. */
export interface Mover {
  readonly code: string;
  /** Whether it has settled on a stance, so that it is harder to move than a pending one. */
  readonly settled: boolean;
}

/** What is asked of a set of members, by number alone: the problem that the solver solves. */
export interface Requirement {
  /** The members that gain something in a constraint, sorted by code; no others are in a smallest set. */
  readonly movers: readonly Mover[];
  /** All different, in lowest terms; none is met without a move, whoever moves, or by nobody. */
  readonly constraints: readonly Constraint[];
  readonly need: Need;
  /** The need of another covering, made of the same constraints. */
  readonly needOf: (covering: Covering) => Need;
}

/**
 * The requirement that a covering makes. Constraints that always hold, or never can, are resolved in the need.
 *
 * @param able the members that may move, sorted by code
 */
export function requirementOf(covering: Covering, able: readonly Mover[]): Requirement {
  const constraints: Constraint[] = [];
  const translated = new Map<Constraint, Need>();
  const isAble = new Set(able.map(({ code }) => code));

  const translate = (constraint: Constraint): Need => {
    const own: (readonly [string, bigint])[] = [];
    for (const [code, gain] of constraint.gains) if (isAble.has(code)) own.push([code, gain]);
    let [least, most, divisor] = [0n, 0n, 0n];
    for (const [, gain] of own) {
      if (gain > 0n) most += gain;
      else least += gain;
      divisor = commonDivisor(gain < 0n ? -gain : gain, divisor);
    }
    if (least >= constraint.required) return alwaysMet;
    if (most < constraint.required) return neverMet;
    // Lowest terms, and gains capped at what is required, make equal constraints look equal.
    const required = ceilDivide(constraint.required, divisor);
    const capped = (gain: bigint): bigint => (least === 0n && gain > required ? required : gain);
    const gains = new Map(own.map(([code, gain]) => [code, capped(gain / divisor)]));
    const known = constraints.findIndex((one) => isSame(one, { gains, required }));
    return { kind: 'constraint', index: known < 0 ? constraints.push({ gains, required }) - 1 : known };
  };
  const needOf = (part: Covering): Need => {
    if (part.kind !== 'constraint') return combined(part.kind, part.of.map(needOf));
    const need = translated.get(part.constraint) ?? translate(part.constraint);
    translated.set(part.constraint, need);
    return need;
  };
  const need = needOf(covering);
  const useful = new Set<string>();
  for (const { gains } of constraints) for (const [code, gain] of gains) if (gain > 0n) useful.add(code);
  return { movers: able.filter(({ code }) => useful.has(code)), constraints, need, needOf };
}

/** Whether two constraints ask for the same. Both have their gains in the order of the members. */
function isSame(one: Constraint, other: Constraint): boolean {
  if (one.required !== other.required || one.gains.size !== other.gains.size) return false;
  const others = other.gains.entries();
  for (const [code, gain] of one.gains) {
    const [otherCode, otherGain] = others.next().value as [string, bigint];
    if (code !== otherCode || gain !== otherGain) return false;
  }
  return true;
}
