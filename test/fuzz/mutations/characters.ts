import { fragments } from '../../support/texts.ts';
import { spliced } from '../parts.ts';
import type { Mutation } from './mutation.ts';

const odd = [
  ...['\ufeff', '\u0085', '\u2028', '\u2029', '\u00a0', '\u200b', '\u202e', '\u200d', '\u00ad', '\0', '\b', '\f', '\v'],
  ...[
    '\u001b[31m',
    '\u007f',
    '\u009b',
    '\ud800',
    '\udfff',
    '\ufffe',
    '\uffff',
    '\u0300\u0301',
    '\u{e0067}',
    'ǅ',
    'ﬁ',
    '\u1e9b\u0323',
  ],
];

/** Characters that YAML, terminals or people trip over, and line ends of all kinds. */
export const characterMutations: Readonly<Record<string, Mutation>> = {
  'odd-character': (text, random) => {
    const at = random.below(text.length + 1);
    return spliced(text, at, at, random.pick(odd));
  },
  fragment: (text, random) => {
    const at = random.below(text.length + 1);
    return spliced(text, at, at + random.pick([0, 0, 1, 2, 5]), random.pick(fragments));
  },
  'delete-characters': (text, random) => {
    const at = random.below(text.length + 1);
    return spliced(text, at, at + 1 + random.below(3), '');
  },
  'all-breaks': (text, random) => text.replaceAll('\n', random.pick(['\r\n', '\r', '\u0085', '\n\n'])),
  'some-breaks': (text, random) =>
    text.replace(/\n/g, () => (random.chance(0.1) ? random.pick(['\r\n', '\r', '\n\r', '\u2028', '\u0085']) : '\n')),
  'tab-for-blank': (text, random) => {
    const blanks = [...text.matchAll(/ +/g)];
    if (blanks.length === 0) return text;
    const { index, 0: blank } = random.pick(blanks);
    return spliced(text, index, index + blank.length, random.pick(['\t', `${blank}\t`, `\t${blank}`, '\u00a0']));
  },
};
