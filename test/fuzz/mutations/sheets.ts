import { spliced } from '../parts.ts';
import { characterMutations } from './characters.ts';
import { lineMutations } from './lines.ts';
import type { Mutation } from './mutation.ts';

const cells = [
  ...[
    '',
    '""',
    '" "',
    '"a\nb"',
    '"a""b"',
    '"',
    "'x",
    '=1+1',
    '-',
    'yes',
    'no',
    'support',
    '2024-02-30',
    '22/11/2026',
    'NL',
    'Netherlands',
  ],
  ...[
    'NL,BE',
    'x;y',
    '\t',
    '\u0000',
    '😀',
    '__proto__',
    'constructor',
    '1',
    '1e3',
    '2024-01-01',
    'country',
    'vote',
    'null',
    'true',
    '[]',
    '{}',
  ],
];

/** A cell, or a value of JSON, in the place of another one. */
const otherCell: Mutation = (text, random) => {
  const places = [...text.matchAll(/[^,;\t\r\n:[\]{}]+/g)];
  if (places.length === 0) return text;
  const { index, 0: old } = random.pick(places);
  return spliced(text, index, index + old.length, random.pick(cells));
};

/** Changes to the files that people import. */
export const sheetMutations: Readonly<Record<string, Mutation>> = {
  ...lineMutations,
  ...characterMutations,
  'other-cell': otherCell,
  'other-cell-again': otherCell,
  'other-separator': (text, random) => text.replaceAll(',', random.pick([';', '\t', '|', ', '])),
  'no-quotes': (text) => text.replaceAll('"', ''),
};
