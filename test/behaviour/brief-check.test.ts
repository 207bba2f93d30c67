import { describe, expect, test } from 'vitest';
import { inTerminal } from '../support/host.ts';

const terminal = { isTTY: true, columns: 80, env: { NO_COLOR: '1', LANG: 'C.UTF-8' } };

/** The lines about holdouts. */
async function check(roster: Readonly<Record<string, unknown>>, columns = 80): Promise<string[]> {
  async function* stdin(): AsyncGenerator<string> {
    yield JSON.stringify({ title: 'T', 'as-of': '2024-03-15', rule: 'consensus', ...roster });
  }
  const { stdout } = await inTerminal(['check', '-'], { ...terminal, columns, stdin: stdin() });
  return stdout
    .trimEnd()
    .split('\n')
    .filter((line) => /^ {2}\S/.test(line));
}

const members = (stances: Readonly<Record<string, number>>) =>
  Object.fromEntries(
    Object.entries(stances).flatMap(([stance, count]) =>
      Array.from({ length: count }, (_, index) => [`${stance}-${index + 1}`, stance]),
    ),
  );

describe('check is brief', () => {
  test('eight holdouts, and how many more there are', async () => {
    const lines = await check({ members: members({ unclear: 3, undeclared: 20 }) });
    expect(lines).toHaveLength(9);
    expect(lines.at(-1)).toBe('  and 15 more, undeclared');
  });

  test('the others by stance', async () => {
    const lines = await check({ members: members({ oppose: 7, withheld: 2, undeclared: 4 }), rule: 'unanimity' });
    expect(lines).toHaveLength(9);
    expect(lines.at(-1)).toBe('  and 5 more: 1 withheld, 4 undeclared');
  });

  test('a line for one more would be no shorter than its name', async () => {
    const lines = await check({ members: members({ unclear: 9 }) });
    expect(lines).toHaveLength(9);
    expect(lines.at(-1)).toContain('unclear-9');
  });

  test('what a conditional member wants rather than why', async () => {
    const a = { stance: 'conditional', why: 'Too dear.', wants: ['a cap', 'a review'] };
    expect(await check({ members: { a, b: { stance: 'withheld', why: 'Too dear.' } } })).toEqual([
      '  b  withheld     Too dear.',
      '  a  conditional  wants: a cap; a review',
    ]);
  });
});

describe('check shows weights', () => {
  const weighted = {
    a: { stance: 'support', weights: { shares: 40 } },
    b: { stance: 'unclear', weights: { shares: 25 }, why: 'Undecided.' },
    c: { stance: 'undeclared', weights: { shares: 35 } },
  };
  const shares = (bound: Readonly<Record<string, unknown>>) => ({ count: 'support', by: 'shares', ...bound });

  test('as shares where the rule asks for a share', async () => {
    expect(await check({ members: weighted, rule: shares({ 'at-least': '60%' }) })).toEqual([
      '  b  unclear     25.00% of the shares  Undecided.',
      '  c  undeclared  35.00% of the shares',
    ]);
  });

  test('as amounts where it asks for an amount', async () => {
    expect((await check({ members: weighted, rule: shares({ 'at-least': 60 }) }))[0]).toBe(
      '  b  unclear     25 shares  Undecided.',
    );
  });

  test('only of those that the criterion looks at', async () => {
    const rule = {
      all: [shares({ 'at-least': 60, among: { except: ['c'] } }), { count: 'support', 'at-least': 'all' }],
    };
    expect(await check({ members: weighted, rule })).toEqual([
      '  b  unclear     25 shares  Undecided.',
      '  c  undeclared',
    ]);
    const only = { all: [shares({ 'at-least': 60, among: ['a', 'c'] }), { count: 'support', 'at-least': 'all' }] };
    expect((await check({ members: weighted, rule: only }))[0]).toBe('  b  unclear                Undecided.');
  });

  test('not where the weight is reached, nor where another way has settled it', async () => {
    const reached = { all: [shares({ 'at-least': 30 }), { count: 'support', 'at-least': 2 }] };
    expect((await check({ members: weighted, rule: reached }))[0]).toBe('  b  unclear     Undecided.');
    const members = { count: 'support', 'at-least': 3 };
    const settled = { all: [{ any: [shares({ 'at-least': 60 }), { count: 'support', 'at-least': 1 }] }, members] };
    expect((await check({ members: weighted, rule: settled }))[0]).toBe('  b  unclear     Undecided.');
  });

  test('not where there is no room', async () => {
    const long = { ...weighted, 'a-name-that-leaves-no-room-in-a-row': weighted.c };
    expect((await check({ members: long, rule: shares({ 'at-least': '80%' }) }, 50))[0]).not.toContain('%');
  });
});
