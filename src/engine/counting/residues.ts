import { at, itemAt, type Vector } from '../solver/program/vectors.ts';

/*
 * Counts may have hundreds of digits, and arithmetic with bigints is slow. So a count is made once for each of some
 * primes, in doubles and modulo the prime, and put together at the end by the Chinese remainder theorem.
 */

/** Products of two residues are exact in a double. */
const largest = 2 ** 26;

/** The largest primes below 2^26, as many as it takes for their product to exceed a bound. */
export function primesFor(bound: bigint): number[] {
  const primes: number[] = [];
  let product = 1n;
  for (let candidate = largest - 1; product <= bound; candidate -= 2) {
    if (!isPrime(candidate)) continue;
    primes.push(candidate);
    product *= BigInt(candidate);
  }
  return primes;
}

function isPrime(odd: number): boolean {
  for (let divisor = 3; divisor * divisor <= odd; divisor += 2) if (odd % divisor === 0) return false;
  return true;
}

/** The residue of a whole number below 2^53 that is not negative. */
export const reduced = (number: number, prime: number): number =>
  number < prime ? number : number - Math.floor(number / prime) * prime;

/** The residue of a whole number of any size and sign. */
export function residueOf(number: bigint, prime: number): number {
  const rest = Number(number % BigInt(prime));
  return rest < 0 ? rest + prime : rest;
}

/** The number below the product of the primes that has these residues. */
export function fromResidues(residues: readonly number[], primes: readonly number[]): bigint {
  let [number, product] = [0n, 1n];
  for (const [index, prime] of primes.entries()) {
    const lack = residueOf(BigInt(itemAt(residues, index)) - number, prime);
    const factor = reduced(lack * inverse(residueOf(product, prime), prime), prime);
    number += product * BigInt(factor);
    product *= BigInt(prime);
  }
  return number;
}

/** The inverse by Fermat's little theorem. */
function inverse(number: number, prime: number): number {
  let [result, base] = [1, number];
  for (let power = prime - 2; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = reduced(result * base, prime);
    base = reduced(base * base, prime);
  }
  return result;
}

/** The numbers of ways to choose none, one and so on up to all of each of some numbers, modulo a prime. */
export function binomials(sizes: Vector, prime: number): readonly Float64Array[] {
  const most = sizes.reduce((largest, size) => Math.max(largest, size), 1);
  const factorials = new Float64Array(most + 1).fill(1);
  for (let number = 2; number <= most; number += 1)
    factorials[number] = reduced(at(factorials, number - 1) * number, prime);
  const inverses = new Float64Array(most + 1);
  inverses[most] = inverse(at(factorials, most), prime);
  for (let number = most; number > 0; number -= 1) inverses[number - 1] = reduced(at(inverses, number) * number, prime);
  const bySize = new Map<number, Float64Array>();
  for (const size of sizes) {
    if (bySize.has(size)) continue;
    const ways = new Float64Array(size + 1);
    for (let some = 0; some <= size; some += 1)
      ways[some] = reduced(
        reduced(at(factorials, size) * at(inverses, some), prime) * at(inverses, size - some),
        prime,
      );
    bySize.set(size, ways);
  }
  return Array.from(sizes, (size) => bySize.get(size) as Float64Array);
}
