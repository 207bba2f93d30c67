import type { Roster } from '../../src/model/roster.ts';
import { demandStatuses } from '../../src/model/roster.ts';
import { stances } from '../../src/model/stance.ts';
import type { Random } from './random.ts';

/** Something to be recorded: the words for `record`, and what it reads from standard input. */
export interface Request {
  readonly words: readonly string[];
  readonly options: readonly string[];
  readonly input?: string;
  /** The members that get a position. */
  readonly moves: readonly Move[];
}

/** A position that must be there afterwards. */
export interface Move {
  readonly code: string;
  readonly stance: string;
  readonly date: string;
}

const texts = [
  ...[
    'plain words',
    'x: y',
    'x #y',
    '# x',
    "it's",
    '"q"',
    '- a',
    '[x',
    '{x}',
    'a, b',
    '!x',
    '&x',
    '*x',
    '@x',
    '%x',
    '|',
    '>',
  ],
  ...[
    'no',
    '~',
    '1.50',
    '2024-01-01',
    'é',
    'e\u0301',
    '日本',
    '😀',
    'a\tb',
    'a\nb',
    'a\n\n b',
    'back\\slash',
    '\u2028',
    '\ufeff',
    '\u001b[31m',
  ],
  ...[
    'x'.repeat(200),
    'word '.repeat(40).trim(),
    ':',
    ': x',
    'x:',
    '?',
    '? x',
    '---',
    '...',
    '__proto__',
    'constructor',
    '<<',
  ],
];

const dates = [
  '1999-01-01',
  '2024-02-21',
  '2024-06-19',
  '2024-06',
  '2024-06-20T10:30:00Z',
  '2025-12-31',
  '2025-12-31T23:59:59+02:00',
];
const counts = ['21', 'more than 20', 'about 10', '2/3', 'all', 'none', 'all but 1', '20 to 25', '3 of 5'];

const maybe = (random: Random, share: number, ...words: readonly string[]): readonly string[] =>
  random.chance(share) ? words : [];

/** Who said so, why, and from where. */
const evidence = (random: Random): readonly string[] => [
  ...maybe(random, 0.5, '--date', random.pick(dates)),
  ...maybe(random, 0.3, `--by=${random.pick(texts)}`),
  ...maybe(random, 0.2, `--note=${random.pick(texts)}`),
  ...maybe(random, 0.2, '--source', 'https://example.org/?a=b,c#d'),
  ...maybe(random, 0.1, '--circa'),
];

type Ask = (random: Random, roster: Roster) => Request;
const codeIn = (random: Random, { members }: Roster): string => random.pick(members).code;

const move: Ask = (random, roster) => {
  const [code, stance] = [codeIn(random, roster), random.pick(stances)];
  const given = evidence(random);
  const options = [
    ...given,
    ...maybe(random, 0.3, `--why=${random.pick(texts)}`),
    ...maybe(random, 0.2, `--wants=${random.pick(texts)}`),
    ...maybe(random, 0.2, `--quote=${random.pick(texts)}`),
    ...maybe(random, 0.2, '--basis', random.pick(['stated', 'reported'])),
    ...maybe(random, 0.1, '--leaning', random.pick(['support', 'oppose'])),
    ...maybe(random, 0.1, '--follows', codeIn(random, roster)),
  ];
  const date = given[given.indexOf('--date') + 1];
  return {
    words: [code, stance],
    options,
    moves: [{ code, stance, date: given.includes('--date') && date ? date : '2026-01-01' }],
  };
};

const sheet: Ask = (random, roster) => {
  const codes = [codeIn(random, roster), codeIn(random, roster), random.pick(['ZZ-new', 'zz.9'])];
  const moves = codes.map((code): Move => ({ code, stance: random.pick(stances), date: random.pick(dates) }));
  const rows = moves.map(({ code, stance, date }) => `${code},${stance},${date}\n`);
  return { words: [], options: ['--csv', '--add-members'], input: `code,stance,date\n${rows.join('')}`, moves };
};

const asks: readonly Ask[] = [
  ...[move, move, move, move, sheet],
  (random) => ({ words: [], options: ['--claim', random.pick(counts), ...evidence(random)], moves: [] }),
  (random, roster) => ({
    words: [],
    options: ['--holdouts', random.pick(['none', codeIn(random, roster)]), ...evidence(random)],
    moves: [],
  }),
  (random, roster) => ({
    words: [random.pick(stances)],
    options: ['--of', random.pick([...Object.keys(roster.groups), codeIn(random, roster)]), ...evidence(random)],
    moves: [],
  }),
  (random, roster) => {
    const reports = roster.members.flatMap(({ code, positions }) =>
      positions.flatMap(({ basis, date }) =>
        basis === 'reported' && date !== undefined ? [[code, date.text] as const] : [],
      ),
    );
    const [code, date] = reports.length > 0 ? random.pick(reports) : [codeIn(random, roster), random.pick(dates)];
    return { words: [code], options: ['--denied', date, ...evidence(random)], moves: [] };
  },
  (random, roster) => ({
    words: [random.pick(demandStatuses)],
    options: ['--demand', random.pick([...roster.demands.map(({ id }) => id), 'new-one']), ...evidence(random)],
    moves: [],
  }),
  (random) => ({
    words: [],
    options: [`--round=${random.pick(['', ...texts])}`, '--date', random.pick(dates)],
    moves: [],
  }),
];

/** Something that a user could record in a roster. */
export const requestFor: Ask = (random, roster) => random.pick(asks)(random, roster);
