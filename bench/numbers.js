/** Whole numbers from one up to a limit, the same at every run. */
export function numbersFrom(seed) {
  let state = seed;
  return (limit) => {
    state = (state * 16_807) % 2_147_483_647;
    return 1 + (state % limit);
  };
}
