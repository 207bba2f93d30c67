import { at, itemAt, type Vector } from '../solver/program/vectors.ts';

/*
 * Counts may have hundreds of digits, and arithmetic with bigints is slow. So a count is made in doubles: as it is if
 * they hold it, else once for each of some primes, modulo the prime, and put together at the end by the Chinese
 * remainder theorem.
 */

/** The modulus of counts that doubles hold: nothing comes near it. */
const unlimited = Number.MAX_SAFE_INTEGER;

/** Products of two residues are exact in a double. */
const largest = 2 ** 26;

/** Moduli whose product exceeds a bound on all numbers that come up: one that changes nothing, or primes below 2^26. */
export function moduliFor(bound: bigint): number[] {
  if (bound < BigInt(unlimited)) return [unlimited];
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

/** The residue of a whole number below 2^53; one below zero stays as it is. */
export const reduced = (number: number, modulus: number): number =>
  number < modulus ? number : number - Math.floor(number / modulus) * modulus;

/** The residue of a whole number of any size and sign. Where nothing is reduced, it keeps its sign. */
export function residueOf(number: bigint, modulus: number): number {
  const rest = Number(number % BigInt(modulus));
  return rest < 0 && modulus !== unlimited ? rest + modulus : rest;
}

/** The number below the product of the moduli that has these residues. */
export function fromResidues(residues: readonly number[], moduli: readonly number[]): bigint {
  if (moduli[0] === unlimited) return BigInt(itemAt(residues, 0));
  let [number, product] = [0n, 1n];
  for (const [index, prime] of moduli.entries()) {
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

/** The numbers of ways to choose none, one and so on up to all of each of some numbers. */
export function binomials(sizes: Vector, modulus: number): readonly Float64Array[] {
  const known = new Map<number, Float64Array>();
  const ways = modulus === unlimited ? exactWays : waysModulo(sizes, modulus);
  return Array.from(sizes, (size) => {
    const all = known.get(size) ?? ways(size);
    known.set(size, all);
    return all;
  });
}

/** Those that doubles do not hold are not exact; they are not needed where nothing is reduced. */
function exactWays(size: number): Float64Array {
  const all = new Float64Array(size + 1).fill(1);
  for (let [some, ways] = [1, 1n]; some <= size; some += 1) {
    ways = (ways * BigInt(size - some + 1)) / BigInt(some);
    all[some] = Number(ways);
  }
  return all;
}

function waysModulo(sizes: Vector, prime: number): (size: number) => Float64Array {
  const most = sizes.reduce((one, size) => Math.max(one, size), 1);
  const factorials = new Float64Array(most + 1).fill(1);
  for (let number = 2; number <= most; number += 1)
    factorials[number] = reduced(at(factorials, number - 1) * number, prime);
  const inverses = new Float64Array(most + 1);
  inverses[most] = inverse(at(factorials, most), prime);
  for (let number = most; number > 0; number -= 1) inverses[number - 1] = reduced(at(inverses, number) * number, prime);
  return (size) =>
    Float64Array.from({ length: size + 1 }, (_, some) =>
      reduced(reduced(at(factorials, size) * at(inverses, some), prime) * at(inverses, size - some), prime),
    );
}
