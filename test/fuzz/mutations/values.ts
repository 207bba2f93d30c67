import { entriesOf, partsOf, spliced } from '../parts.ts';
import type { Random } from '../random.ts';
import type { Mutation } from './mutation.ts';

/** Puts something in place of a value that is chosen from those that fit. */
export const onPart =
  (
    kind: 'key' | 'value',
    put: (random: Random, old: string, all: readonly string[]) => string,
    fits = /(?:)/,
  ): Mutation =>
  (text, random) => {
    const parts = partsOf(text).filter((part) => part.kind === kind && fits.test(part.value));
    if (parts.length === 0) return text;
    const { start, end } = random.pick(parts);
    const all = parts.map((part) => text.slice(part.start, part.end));
    return spliced(text, start, end, put(random, text.slice(start, end), all));
  };

const otherKinds = [
  ...[
    '[]',
    '{}',
    '[a]',
    '[[]]',
    '{ a: b }',
    '',
    '~',
    'null',
    'true',
    'false',
    'NO',
    "''",
    '" "',
    '-',
    '?',
    ':',
    '|',
    '>',
  ],
  ...['0', '-1', '1.5', '.5', '1e3', '0x1F', '2024-01-01', '2024-13-01', '3/2', '101%', 'all', 'none', 'x: y', 'x #y'],
  ...[
    'support',
    'oppose',
    'undeclared',
    'consensus',
    '{ stance: support }',
    '{ except: [] }',
    '{ all: [] }',
    '*a',
    '<<',
  ],
  ...['https://example.org/?a=b#c', 'a'.repeat(300), 'é', 'e\u0301', '日本', '😀', 'constructor', '__proto__'],
];

const otherKeys = [
  ...['title', 'body', 'as-of', 'rule', 'members', 'groups', 'claims', 'rounds', 'demands', 'candidates', 'milestones'],
  ...['decision', 'expect', 'sources', 'names', 'closes', 'note', 'name', 'weights', 'positions', 'joined', 'left'],
  ...['terms', 'stance', 'date', 'circa', 'basis', 'by', 'why', 'wants', 'source', 'quote', 'denied', 'leaning'],
  ...['follows', 'history', 'status', 'text', 'id', 'supporting', 'holding-out', 'holdouts', 'of', 'among', 'count'],
  ...['at-least', 'more-than', 'at-most', 'any', 'all', 'except', 'label', 'not-before', 'deadline', 'outcome'],
  ...[
    'NL',
    'NO',
    'TR',
    '1',
    '<<',
    '=',
    '""',
    '" "',
    '__proto__',
    'constructor',
    'Title',
    'é',
    '"e\\u0301"',
    '? x',
    '!!str x',
  ],
];

/** Values in the place of others, keys that are renamed, entries that come twice. */
export const valueMutations: Readonly<Record<string, Mutation>> = {
  'other-value': onPart('value', (random) => random.pick(otherKinds)),
  'swapped-value': onPart('value', (random, _, all) => random.pick(all)),
  'longer-value': onPart(
    'value',
    (random, old) => old + random.pick(['x', ' ', ' #', ':', ': ', ' :x', '\\', "'", '"', ',']),
  ),
  'other-key': onPart('key', (random) => random.pick(otherKeys)),
  'swapped-key': onPart('key', (random, _, all) => random.pick(all)),
  'moved-entry': (text, random) => {
    const entries = entriesOf(text);
    if (entries.length === 0) return text;
    const [from, to] = [random.pick(entries), random.pick(entries)];
    return spliced(text, to.start, to.end, text.slice(from.start, from.end));
  },
};
