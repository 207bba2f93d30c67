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

/** A text without its marks: `Turkiye` for `Türkiye`. */
export function withoutMarks(text: string): string {
  // Letters that come before all marks are made of those alone that are usual, which takes no table of Unicode's.
  if (/^[\0-\u02ff]*$/.test(text)) return text.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  // Marks that are there already go first: putting many of them in order takes time by their square.
  return text.replace(/\p{M}/gu, '').normalize('NFD').replace(/\p{M}/gu, '');
}

/** A name without case, marks and surplus blanks: `Türkiye` and `turkiye` are the same. */
export const fold = (name: string): string =>
  withoutMarks(name.trim())
    .toLowerCase()
    .replace(/[æđðħıłœøßþ]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(/\s+/g, ' ');
