/** A list of whole numbers below 2^31 that grows: in an array of numbers, which is faster than an array of anything. */
export interface GrowingList {
  push(number: number): void;
  values(): Int32Array;
}

/** The same for any numbers. */
export interface GrowingSums {
  push(number: number): void;
  values(): Float64Array;
}

export function growingList(): GrowingList {
  let [numbers, length] = [new Int32Array(64), 0];
  return {
    push(number) {
      if (length === numbers.length) {
        const larger = new Int32Array(2 * length);
        larger.set(numbers);
        numbers = larger;
      }
      numbers[length] = number;
      length += 1;
    },
    values: () => numbers.subarray(0, length),
  };
}

export function growingSums(): GrowingSums {
  let [numbers, length] = [new Float64Array(64), 0];
  return {
    push(number) {
      if (length === numbers.length) {
        const larger = new Float64Array(2 * length);
        larger.set(numbers);
        numbers = larger;
      }
      numbers[length] = number;
      length += 1;
    },
    values: () => numbers.subarray(0, length),
  };
}
