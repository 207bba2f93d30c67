import type { Member, Roster } from '../../model/roster.ts';
import { nearest, quote } from '../../text/suggest.ts';
import { UsageError } from '../contract/usage-error.ts';

/** Letters that Unicode does not decompose, and their usual spelling without diacritics. */
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

/** A name without case and diacritics: `Türkiye` and `turkiye` are the same. */
const folded = (name: string): string =>
  name
    .trim()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[æđðħıłœøßþ]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(/\s+/g, ' ');

/**
 * The member that a word names: by code, by name without regard to case and diacritics, or by the beginning of its
 * name.
 *
 * @throws UsageError when the word names no member, or several
 */
export function memberNamed(word: string, { members }: Roster): Member {
  const exact = members.find(({ code }) => code === word.trim().normalize('NFC'));
  if (exact !== undefined) return exact;
  const wanted = folded(word);
  const named = (is: (text: string) => boolean, text: (member: Member) => string): readonly Member[] =>
    members.filter((member) => is(folded(text(member))));
  const same = (text: string): boolean => text === wanted;
  const begins = (text: string): boolean => text.startsWith(wanted);
  const ways = [
    named(same, ({ code }) => code),
    named(same, ({ name }) => name),
    wanted === '' ? [] : named(begins, ({ name }) => name),
  ];
  const found = ways.find((way) => way.length > 0) ?? [];
  const [only, another] = found;
  if (only === undefined) throw unknown(word, members);
  if (another === undefined) return only;
  const some = found.slice(0, 5).map(({ code, name }) => (code === name ? code : `${code} (${name})`));
  const more = found.length > some.length ? ` or ${found.length - some.length} more` : '';
  throw new UsageError('ambiguous-member', `${quote(word)} may be ${some.join(', ')}${more}: name one by its code`);
}

function unknown(word: string, members: readonly Member[]): UsageError {
  const names = members.flatMap(({ code, name }) => (code === name ? [code] : [code, name]));
  const byFolded = new Map(names.map((name) => [folded(name), name]));
  const near = nearest(word, names) ?? byFolded.get(nearest(folded(word), byFolded.keys()) ?? '');
  const hint = near === undefined ? '' : `; did you mean "${near}"?`;
  return new UsageError('unknown-member', `${quote(word)} is not a member of this roster${hint}`);
}
