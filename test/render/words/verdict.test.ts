import { expect, test } from 'vitest';
import { inTerminal } from '../../support/host.ts';

async function verdict(rule: string, members: string): Promise<string> {
  async function* stdin(): AsyncGenerator<string> {
    yield `title: T\nas-of: 2024-03-15\nrule: ${rule}\nmembers: ${members}\n`;
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
    'BLOCKED  at least 5 in support of 2: 1 in support, 5 needed, 4 short; not even if all that are pending came to support it',
  ],
  [
    '{ all: [{ at-least: 1 }, { count: oppose, at-most: 0 }] }',
    '{ a: support, b: oppose }',
    'BLOCKED  all of 2 criteria, 1 reached; blocked by b',
  ],
])('%s with %s: %s', async (rule, members, line) => {
  expect(await verdict(rule, members)).toBe(line);
});
