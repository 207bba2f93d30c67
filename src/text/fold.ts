/** Letters that are no other letter with a mark, and how people write them without. */
const plainLetters: Readonly<Record<string, string>> = {
  æ: 'ae',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  œ: 'oe',
  ø: 'o',
  ß: 'ss',
  þ: 'th',
};

/** A name without case, marks and surplus blanks: `Türkiye` and `turkiye` are the same. */
export const fold = (name: string): string =>
  name
    .trim()
    // Marks that are there already go first: putting many of them in order takes time by their square.
    .replace(/\p{M}/gu, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[æđðħıłœøßþ]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(/\s+/g, ' ');
