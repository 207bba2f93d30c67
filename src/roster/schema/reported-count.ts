import type { CountEnd, ReportedCount } from '../../model/roster.ts';
import { once } from '../../text/once.ts';
import { quote } from '../../text/suggest.ts';
import type { Read } from '../yaml/problem.ts';
import { fault } from './scalars.ts';

const numberWords = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const fractionWords: Readonly<Record<string, readonly [numerator: number, denominator: number]>> = {
  half: [1, 2],
  'one-third': [1, 3],
  'two-thirds': [2, 3],
  'three-quarters': [3, 4],
};

const number = `(\\d{1,9}|${numberWords.join('|')})`;

/** Nobody is fewer than nobody. */
const notZero = '(?!0+\\b)';

type Counted = Omit<ReportedCount, 'text'>;
type Form = readonly [pattern: string, read: (a: number, b: number) => Counted | undefined];

/** A count from one end to another; undefined when the ends are the wrong way round. */
const between = (min: CountEnd, max: CountEnd): Counted | undefined =>
  typeof min === 'number' && typeof max === 'number' && min > max ? undefined : { min, max };

/** From `about n` to `n`, the ends of what `about` spans: n ± max(1, n/10), rounded outwards. */
function span(count: number): { readonly min: number; readonly max: number } {
  const spread = Math.max(10, count);
  return { min: Math.max(0, Math.floor((10 * count - spread) / 10)), max: Math.ceil((10 * count + spread) / 10) };
}

const share = (numerator: number, denominator: number): Counted | undefined =>
  numerator > denominator ? undefined : { min: { numerator, denominator }, max: { numerator, denominator } };

/** Everything that the press writes and a count can be, each with what it says. */
const forms: readonly Form[] = [
  ['all', () => between('all', 'all')],
  ['none', () => between(0, 0)],
  [number, (count) => between(count, count)],
  [`(?:more than|over) ${number}`, (count) => between(count + 1, 'all')],
  [`at least ${number}`, (count) => between(count, 'all')],
  [`${number} ?\\+`, (count) => between(count, 'all')],
  [`(?:at most|up to) ${number}`, (count) => between(0, count)],
  [`(?:fewer|less) than ${notZero}${number}`, (count) => between(0, count - 1)],
  [`(?:about|around) ${number}`, (count) => ({ ...span(count), about: count })],
  [`(?:nearly|almost) ${notZero}${number}`, (count) => ({ min: span(count).min, max: count - 1, about: count })],
  [`${number}(?: to | ?[-–] ?| or )${number}`, between],
  [`all but ${number}`, (count) => between({ allBut: count }, { allBut: count })],
  [
    `${number} (?:out )?of (?:the )?${number}`,
    (count, total) => (count > total ? undefined : { min: count, max: count, total }),
  ],
  [`(\\d{1,9}) ?/ ?${notZero}(\\d{1,9})`, share],
  ['(100(?:\\.0{1,6})?|\\d{1,2}(?:\\.\\d{1,6})?) ?%', (percent) => share(Math.round(percent * 1_000_000), 100_000_000)],
  ...Object.entries(fractionWords).map(
    ([words, [numerator, denominator]]): Form => [words.replace('-', '[- ]'), () => share(numerator, denominator)],
  ),
];

/** The forms of a count as the sources of patterns, whatever the case of their letters. */
export const countPatterns: readonly string[] = forms.map(([pattern]) => pattern);

/** The forms of a count, for hints. */
export const countForms =
  'write 21, "more than 20", "at least 20", "at most 5", "fewer than 5", "about 10", "nearly 30", "20 to 25", "26 of 27", "two-thirds", "90%", "all but 3", "all" or "none"';

/** The first word of a text in lower case; empty before digits. */
const firstWord = (text: string): string => text.replace(/[^a-z].*/s, '');

/** The first words of texts that a form can match: of its first part, which may have alternatives. */
const startsOf = (pattern: string): readonly string[] =>
  pattern
    .replace(/^\((?:\?:)?([^()]*)\).*|\(.*/, '$1')
    .split('|')
    .map(firstWord);

const patterns = once(() =>
  forms.map(([pattern, read]) => [startsOf(pattern), once(() => new RegExp(`^(?:${pattern})$`)), read] as const),
);

const numberOf = (word: string | undefined): number =>
  word === undefined ? 0 : numberWords.includes(word) ? numberWords.indexOf(word) + 1 : Number(word);

/**
 * A reported number of members, as the press prints it. Letter case does not matter, nor whether one to twelve are
 * words or digits.
 *
 * @see docs/evidence.md#counts
 */
export function readReportedCount(text: string): Read<ReportedCount> {
  const lower = text.toLowerCase();
  const start = firstWord(lower);
  for (const [starts, pattern, read] of patterns()) {
    // An expression is made only where it may match, because that takes longer than all else here.
    if (!starts.includes(start)) continue;
    const match = pattern().exec(lower);
    if (match === null) continue;
    const counted = read(numberOf(match[1]), numberOf(match[2]));
    if (counted === undefined) return fault('invalid-count', `${quote(text)} can never be true`, countForms);
    return { value: { text, ...counted } };
  }
  return fault('invalid-count', `${quote(text)} is not a number of members`, countForms);
}
