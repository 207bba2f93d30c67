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

/** A name as it is sorted: without accents and case, numbers apart from words. */
function sortKey(name: string): readonly string[] {
  const folded = /^[ -~]*$/.test(name)
    ? name
    : name
        // As in `fold`: marks that are there already go first.
        .replace(/\p{M}/gu, '')
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/[æœßþøłđðħı]/g, (letter) => otherLetters[letter] ?? letter);
  return folded.toLowerCase().match(/\d+|\D+/g) ?? [];
}

const isNumber = (part: string): boolean => /^\d/.test(part);

function compareParts(a: string, b: string): number {
  if (!isNumber(a) || !isNumber(b)) return compareText(a, b);
  const [left, right] = [a.replace(/^0+/, ''), b.replace(/^0+/, '')];
  return left.length - right.length || compareText(left, right);
}

function compareKeys(a: readonly string[], b: readonly string[]): number {
  for (const [index, part] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    const order = compareParts(part, other);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** The values in the order in which people look for their names: `c2` before `c10`, Österreich with the other O's. */
export function sortedByName<T>(values: readonly T[], nameOf: (value: T) => string): T[] {
  return values
    .map((value) => ({ value, name: nameOf(value), key: sortKey(nameOf(value)) }))
    .sort((a, b) => compareKeys(a.key, b.key) || compareText(a.name, b.name))
    .map(({ value }) => value);
}
