import { describe, expect, test } from 'vitest';
import { inTerminal } from '../../support/host.ts';

async function verdict(rule: string, members: string, rest = ''): Promise<string> {
  async function* stdin(): AsyncGenerator<string> {
    yield `title: T\nas-of: 2024-03-15\nrule: ${rule}\nmembers: ${members}\n${rest}\n`;
  }
  const { stdout } = await inTerminal(['check', '-'], { stdin: stdin() });
  // The title with its date, then the verdict's own lines, then holdouts.
  const [, outcome = '', lines = ''] = /^(\w+ {2})T \(15 Mar 2024\)\n((?: {5,}.*\n)*)/.exec(stdout) ?? [];
  return `${outcome}${lines.trim().replace(/\n +/g, ' ')}`;
}

test.each([
  ['consensus', '{ a: support, b: unclear }', 'OPEN  consensus of 2: 1 in support, 1 to go'],
  ['consensus', '{ a: support, b: abstain }', 'REACHED  consensus of 2: all 2 consenting'],
  ['two-thirds', '{ a: support, b: support, c: oppose }', 'REACHED  two thirds of 3: 2 in support, 2 needed'],
  [
    'no-objections',
    '{ a: oppose, b: support }',
    'BLOCKED  no objections of 2: 1 opposed, none allowed, 1 too many; blocked by a',
  ],
  [
    '{ silence: 2024-03 }',
    '{ a: support, b: }',
    'OPEN  silence procedure of 2: 0 opposed, none allowed, only time is missing: until 31 Mar 2024',
  ],
  [
    '{ at-least: 5 }',
    '{ a: support, b: unclear }',
    'BLOCKED  at least 5 in support of 2: 1 in support, 5 needed, 4 short; the pending members would not be enough',
  ],
  [
    '{ all: [{ at-least: 1 }, { count: oppose, at-most: 0 }] }',
    '{ a: support, b: oppose }',
    'BLOCKED  1 of 1 in favour; opposed by b',
  ],
])('%s with %s: %s', async (rule, members, line) => {
  expect(await verdict(rule, members)).toBe(line);
});

const claims = (...said: readonly string[]): string => `claims: [${said.map((one) => `{ date: 2024-03-10, ${one} }`)}]`;

describe('what is named and what is reported stand in one line', () => {
  const some = '{ a: support, b: support, c: , d: , e: , f: { stance: oppose } }';
  test.each([
    [
      'consensus',
      some,
      claims('supporting: more than 2'),
      '2 named in support, 4 short; reported 3 or more; blocked by f',
    ],
    ['consensus', some, claims('supporting: 3'), '2 named in support, 4 short; reported 3; blocked by f'],
    ['consensus', some, claims('supporting: 3 or 4'), '2 named in support, 4 short; reported 3 to 4; blocked by f'],
    ['consensus', some, claims('supporting: 2'), '2 in support, 4 short; blocked by f'],
    ['consensus', some, claims('supporting: 6'), '2 in support, 4 short; blocked by f'],
    [
      'consensus',
      some,
      claims('supporting: 3', 'supporting: 6'),
      '2 named in support, 4 short; reported 3; blocked by f',
    ],
    ['simple-majority', some, claims('supporting: 3'), '2 named in support, 4 needed, 2 to go; reported 3'],
    [
      'consensus',
      '{ a: support, b: no-objection, c: , d: }',
      claims('supporting: 3'),
      '2 named as consenting, 2 to go; reported 3 in favour',
    ],
    ['consensus', '{ a: support, b: no-objection, c: , d: }', claims('supporting: 2'), '2 consenting, 2 to go'],
    [
      'majority-of-votes',
      '{ a: support, b: oppose, c: oppose, d: , e: }',
      claims('supporting: 3'),
      '1 in support, 2 needed, 1 to go; reported 3 in favour',
    ],
    [
      '{ all: [{ at-least: 5 }, { count: oppose, at-most: 1 }] }',
      some,
      claims('supporting: 3'),
      '2 of 5 in favour: 3 to go; 1 opposed, 1 allowed; reported 3 in favour',
    ],
    ['no-objections', '{ a: support, b: , c: }', claims('supporting: 2'), '0 opposed, none allowed'],
    ['simple-majority', '{ a: support, b: support, c: }', claims('supporting: 3'), '2 in support, 2 needed'],
  ])('%s with %s, %s', async (rule, members, rest, text) => {
    const line = await verdict(rule, members, rest);
    expect(line.replace(/^[A-Z]+ {2}(?:[a-z -]+ of \d: )?/, '')).toBe(text);
  });
});
