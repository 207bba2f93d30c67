/** A generator of whole numbers from one to a limit, the same in every run. */
export function numbersFrom(seed) {
  let state = seed;
  return (limit) => {
    state = (state * 16_807) % 2_147_483_647;
    return 1 + (state % limit);
  };
}
