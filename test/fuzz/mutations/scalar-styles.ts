import { type Part, partsOf, spliced } from '../parts.ts';
import type { Random } from '../random.ts';
import type { Mutation } from './mutation.ts';

const escaped = (character: string): string => {
  const code = character.charCodeAt(0);
  return code < 256 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
};

const single = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** A text with something put in at one place of it. */
const putInto = (text: string, put: string, random: Random): string => {
  const at = 1 + random.below(Math.max(1, text.length - 1));
  return text.slice(0, at) + put + text.slice(at);
};

/** A text with a blank of it, if there is one, made a line break. */
const folded = (text: string, breaks: string, random: Random): string => {
  const blanks = [...text.matchAll(/ /g)].map(({ index }) => index);
  return blanks.length === 0
    ? putInto(text, breaks, random)
    : spliced(text, random.pick(blanks), random.pick(blanks), breaks);
};

type Style = (part: Part, written: string, random: Random) => string;

const lineBreaks = ({ indent }: Part, random: Random): string =>
  random.pick(['\n', '\n\n', '\n \n', '\n\n\n', ' \n', '\t\n']) +
  random.pick([indent, `${indent} `, `${indent}\t`, '']);

const headers = [
  '|',
  '|-',
  '|+',
  '>',
  '>-',
  '>+',
  '|2',
  '>1-',
  '|-2',
  '|0',
  '| # c',
  '>- # c',
  '|- #c',
  '|\t',
  '| \t# c',
  '|#c',
];

/** The ways in which a scalar can be written. */
const styles: Readonly<Record<string, Style>> = {
  plain: ({ value }) => value,
  single: ({ value }) => single(value),
  double: ({ value }) => JSON.stringify(value),
  escapes: ({ value }, _, random) =>
    `"${[...value].map((one) => (one.length === 1 && (random.chance(0.3) || /["\\\n]/.test(one)) ? escaped(one) : one)).join('')}"`,
  'odd-escape': ({ value }, _, random) =>
    putInto(
      JSON.stringify(value),
      random.pick([
        '\\/',
        '\\ ',
        '\\e',
        '\\N',
        '\\_',
        '\\L',
        '\\0',
        '\\q',
        '\\x4',
        '\\ud800',
        '\\U0001F600',
        '\\U00110000',
        '\\\t',
      ]),
      random,
    ),
  'escaped-break': (part, _, random) => putInto(JSON.stringify(part.value), `\\${lineBreaks(part, random)}`, random),
  'double-lines': (part, _, random) => folded(JSON.stringify(part.value), lineBreaks(part, random), random),
  'single-lines': (part, _, random) => folded(single(part.value), lineBreaks(part, random), random),
  'plain-lines': (part, _, random) => folded(part.value, lineBreaks(part, random), random),
  block: ({ value, indent }, _, random) =>
    `${random.pick(headers)}\n${random.pick(['', '', '\n', `${indent} \n`])}${indent}${folded(value, `\n${indent}`, random)}`,
  'block-as-it-is': ({ value, indent }, _, random) => `${random.pick(headers)}\n${indent}${value}`,
  tag: (_, written, random) =>
    random.pick([
      '!!str ',
      '! ',
      '!x ',
      '!!str',
      '!!int ',
      '!!null ',
      '!<tag:yaml.org,2002:str> ',
      '!<x> ',
      '!!str\n ',
    ]) + written,
  anchor: (_, written, random) =>
    random.pick(['&a ', '&a: ', '&a', '&é ', '& ', '&a !!str ', '!!str &a ', '&a &b ', '&a\n ']) + written,
  'only-tag': (_, __, random) =>
    random.pick(['!!str', '!', '!x', '&a', '&a:', '!!null', '!!str &a', '*a', '&a !!map', '!!seq']),
  'next-line': ({ indent }, written, random) =>
    random.pick(['\n', ' # c\n', '\n# c\n', '\n\n', ' #\n', '\t\n']) + indent + written,
  'comment-after': (_, written, random) =>
    written + random.pick([' # c', '\t# c', ' #', '  # "c', " # 'c", ' # [c', ' # c: d', ' # - c', '# c', ' # c\n# d']),
};

const keyStyles: Readonly<Record<string, Style>> = {
  explicit: ({ indent }, written, random) => `? ${written}${random.pick(['\n', ' # c\n', '\n\n'])}${indent.slice(2)}`,
  long: ({ value }, _, random) => value + 'x'.repeat(random.pick([900, 1100])),
  'explicit-at-once': (_, written) => `? ${written} `,
  'blank-before-colon': (_, written, random) => written + random.pick([' ', '\t', '  ', ' # c\n ']),
};

const restyled =
  (kind: Part['kind'], ways: Readonly<Record<string, Style>>): Mutation =>
  (text, random) => {
    const parts = partsOf(text).filter((part) => part.kind === kind);
    if (parts.length === 0) return text;
    const part = random.pick(parts);
    const { start, end } = part;
    const way = ways[random.pick(Object.keys(ways))] as Style;
    return spliced(text, start, end, way(part, text.slice(start, end), random));
  };

/** Keys and values written in other styles; most mean the same as before. */
export const scalarStyleMutations: Readonly<Record<string, Mutation>> = {
  'value-style': restyled('value', styles),
  'value-style-again': restyled('value', styles),
  'key-style': restyled('key', { ...styles, ...keyStyles }),
};
