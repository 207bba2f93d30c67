import { withoutMarks } from './fold.ts';
import { groupedBy } from './grouped.ts';

/** Ascending order of texts by UTF-16 code units, which does not depend on the locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Descending order of amounts. */
export function compareAmounts(a: bigint, b: bigint): number {
  return a < b ? 1 : a > b ? -1 : 0;
}

/** Letters that stay what they are when accents are taken off, and where people look for them. */
const otherLetters: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  þ: 'th',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
};

/** The values by their ranks, of which there are few; those of one rank keep their order. */
export function sortedByRank<T>(values: readonly T[], rankOf: (value: T) => number): T[] {
  return [...groupedBy(values, rankOf)].sort(([a], [b]) => a - b).flatMap(([, ranked]) => ranked);
}

/** A name as it is sorted: without accents and case. */
function sortKey(name: string): string {
  if (/^[ -~]*$/.test(name)) return name.toLowerCase();
  return withoutMarks(name)
    .toLowerCase()
    .replace(/[æœßþøłđðħı]/g, (letter) => otherLetters[letter] ?? letter)
    .toLowerCase();
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** The index after the digits that begin at one. */
function endOfDigits(key: string, start: number): number {
  let end = start;
  while (isDigit(key.charCodeAt(end))) end += 1;
  return end;
}

/** The index after the zeros that begin at one. */
function endOfZeros(key: string, start: number): number {
  let end = start;
  while (key.charCodeAt(end) === 48) end += 1;
  return end;
}

/** Orders numbers by size, and everything between them by code units; what begins like another comes after it. */
function compareKeys(a: string, b: string): number {
  let i = 0;
  let j = 0;
  let inWord = false;
  while (i < a.length && j < b.length) {
    const left = a.charCodeAt(i);
    const right = b.charCodeAt(j);
    if (isDigit(left) && isDigit(right)) {
      const endOfA = endOfDigits(a, i);
      const endOfB = endOfDigits(b, j);
      const one = a.slice(endOfZeros(a, i), endOfA);
      const other = b.slice(endOfZeros(b, j), endOfB);
      const order = one.length - other.length || compareText(one, other);
      if (order !== 0) return order;
      i = endOfA;
      j = endOfB;
      inWord = false;
    } else if (left === right) {
      i += 1;
      j += 1;
      inWord = true;
    } else if (inWord && isDigit(left) !== isDigit(right)) {
      // The word that a number follows is the beginning of the other one.
      return isDigit(left) ? -1 : 1;
    } else return left - right;
  }
  return a.length - i - (b.length - j);
}

/** A value with its name, as it is and as it is sorted. */
interface Named<T> {
  readonly value: T;
  readonly name: string;
  readonly key: string;
}

const compareNamed = (a: Named<unknown>, b: Named<unknown>): number =>
  compareKeys(a.key, b.key) || compareText(a.name, b.name);

/** The values in the order in which people look for their names: `c2` before `c10`, Österreich with the other O's. */
export function sortedByName<T>(values: readonly T[], nameOf: (value: T) => string): T[] {
  return values
    .map((value): Named<T> => {
      const name = nameOf(value);
      return { value, name, key: sortKey(name) };
    })
    .sort(compareNamed)
    .map(({ value }) => value);
}

/** The first values in that order, as many as there are but no more than `most`: for long lists of which few are shown. */
export function firstByName<T>(values: readonly T[], nameOf: (value: T) => string, most: number): T[] {
  if (values.length <= most) return sortedByName(values, nameOf);
  const first: Named<T>[] = [];
  for (const value of values) {
    const name = nameOf(value);
    const key = sortKey(name);
    const last = first[most - 1];
    if (last !== undefined && compareKeys(key, last.key) > 0) continue;
    const named = { value, name, key };
    let place = first.length;
    while (place > 0 && compareNamed(named, first[place - 1] as Named<T>) < 0) place -= 1;
    if (place === most) continue;
    first.splice(place, 0, named);
    if (first.length > most) first.pop();
  }
  return first.map(({ value }) => value);
}
