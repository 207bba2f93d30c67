import { commonDivisor } from '../../text/decimal.ts';

/** The greatest common divisor of changing amounts, each of which may be there several times. */
export interface RunningDivisor {
  add(amount: bigint): void;
  /** Takes out an amount that was added. */
  remove(amount: bigint): void;
  /** The divisor of the amounts that are there; zero if all are zero. */
  value(): bigint;
}

/** The running divisor, at first of nothing. An amount that comes back before it is asked for costs nothing. */
export function runningDivisor(): RunningDivisor {
  const numbers = new Map<bigint, number>();
  /** Amounts that were there when it was last asked for and are not now, or the reverse. */
  const changed = new Set<bigint>();
  let divisor = 0n;
  const toggle = (amount: bigint): void => {
    if (!changed.delete(amount)) changed.add(amount);
  };
  return {
    add: (amount) => {
      const number = numbers.get(amount) ?? 0;
      if (number === 0) toggle(amount);
      numbers.set(amount, number + 1);
    },
    remove: (amount) => {
      const left = (numbers.get(amount) ?? 1) - 1;
      if (left > 0) numbers.set(amount, left);
      else if (numbers.delete(amount)) toggle(amount);
    },
    value: () => {
      const gone = [...changed].some((amount) => !numbers.has(amount));
      divisor = [...(gone ? numbers.keys() : changed)].reduce(commonDivisor, gone ? 0n : divisor);
      changed.clear();
      return divisor;
    },
  };
}
