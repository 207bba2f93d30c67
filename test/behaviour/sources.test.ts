import { expect, test } from 'vitest';
import { inTerminal } from '../support/host.ts';

const roster = {
  title: 'T',
  rule: 'consensus',
  'as-of': '2024-03-15',
  members: {
    A: { stance: 'support', date: '2024-03-01', source: 'minutes' },
    B: { stance: 'oppose', date: '2024-03-02', why: 'No.', source: 'https://example.org/b' },
  },
  claims: [{ date: '2024-03-03', supporting: 1, source: 'press' }],
  decision: { date: '2024-03-10', outcome: 'rejected', source: 'decree' },
  sources: {
    minutes: { title: 'Minutes', publisher: 'The board', date: '2024-03', url: 'https://example.org/minutes' },
    press: { title: 'A count' },
    decree: { title: 'A decree', date: '2024' },
    unused: { title: 'Nobody refers to it' },
  },
};

async function json(command: string, ...options: readonly string[]): Promise<Record<string, unknown>> {
  async function* stdin(): AsyncGenerator<string> {
    yield JSON.stringify(roster);
  }
  return JSON.parse((await inTerminal([command, '-', '--format', 'json', ...options], { stdin: stdin() })).stdout);
}

test.each(['status', 'check'])('%s resolves the sources that it refers to by key, and no others', async (command) => {
  expect((await json(command)).sources).toEqual({
    minutes: { title: 'Minutes', publisher: 'The board', date: '2024-03', url: 'https://example.org/minutes' },
    press: { title: 'A count', publisher: null, date: null, url: null },
    decree: { title: 'A decree', publisher: null, date: '2024', url: null },
  });
});

test('on record the sources of claims are left out with the claims', async () => {
  expect(Object.keys((await json('status', '--on-record')).sources as object)).toEqual(['minutes', 'decree']);
});
