import { describe, expect, test } from 'vitest';
import type { Run } from '../support/bin.ts';
import { inTerminal } from '../support/host.ts';

const long = 'Saint Vincent and the Grenadines';
const longest = 'United Kingdom of Great Britain and Northern Ireland';

/** Answers about a roster that is written as JSON, in a terminal of some width. */
function about(members: Readonly<Record<string, unknown>>, command: readonly string[], columns = 80): Promise<Run> {
  async function* stdin(): AsyncGenerator<string> {
    yield JSON.stringify({ title: 'T', 'as-of': '2024-03-15', rule: 'consensus', names: 'none', members });
  }
  return inTerminal([...command, '-'], {
    stdin: stdin(),
    isTTY: true,
    columns,
    env: { NO_COLOR: '1', LANG: 'C.UTF-8' },
  });
}

const why = 'It would rather see somebody from the islands in the chair.';
const withNames = (...names: readonly string[]) =>
  Object.fromEntries(
    names.map((name, index) => [
      `m${index}`,
      { name, stance: 'oppose', date: '2024-03-01', by: 'its envoy', why: `${why} So says ${name}.` },
    ]),
  );

describe.each([50, 80, 120])('in %i columns', (columns) => {
  test.each(['status', 'check'])('%s shows names of any length whole, and no line is too wide', async (command) => {
    const { stdout } = await about(withNames('Chad', long, longest), [command], columns);
    const words = stdout.replace(/\s+/g, ' ');
    for (const name of ['Chad', long, longest]) expect(words).toContain(`${name} oppose`);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(columns);
  });
});

test('columns are as wide as what stands in them', async () => {
  const { stdout } = await about(withNames('Chad', long), ['status']);
  const [short, wide] = ['Chad', long].map((name) => stdout.split('\n').find((line) => line.startsWith(`  ${name}`)));
  expect(wide).toBe(`  ${long}  oppose, blocking  since 1 Mar (14 days)`);
  expect(short?.indexOf('oppose')).toBe(wide?.indexOf('oppose'));
  const reason = stdout.split('\n').find((line) => line.includes('would rather'));
  expect(reason?.search(/\S/)).toBe(wide?.indexOf('oppose'));
});

describe('members are sorted by name as people do', () => {
  const member = (name: string) => ({ name, stance: 'oppose', why: `${why} So says ${name}.` });
  const members = {
    c10: member('c10'),
    c2: member('c2'),
    x1: member('Österreich'),
    x2: member('Norway'),
    x3: member('Poland'),
  };
  const expected = ['c2', 'c10', 'Norway', 'Österreich', 'Poland'];

  test.each([['status'], ['check'], ['status', '--format', 'markdown'], ['check', '--format', 'markdown']])(
    'by %s %s %s',
    async (...command) => {
      const { stdout } = await about(members, command);
      expect([...stdout.matchAll(/^(?: {2}|\| )(\S+) +(?:\| )?oppose/gm)].map(([, name]) => name)).toEqual(expected);
    },
  );

  test('JSON stays sorted by code', async () => {
    const { stdout } = await about(members, ['status', '--format', 'json']);
    const { members: told } = JSON.parse(stdout) as { members: { member: string }[] };
    expect(told.map(({ member }) => member)).toEqual(['c10', 'c2', 'x1', 'x2', 'x3']);
  });
});
