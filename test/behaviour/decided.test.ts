import { describe, expect, test } from 'vitest';
import { inTerminal } from '../support/host.ts';

const terminal = { isTTY: true, columns: 80, env: { NO_COLOR: '1', LANG: 'C.UTF-8' } };

const printed = async (...args: readonly string[]): Promise<string> => (await inTerminal(args, terminal)).stdout;

async function answer(roster: Readonly<Record<string, unknown>>, ...args: readonly string[]): Promise<string> {
  async function* stdin(): AsyncGenerator<string> {
    yield JSON.stringify({ title: 'T', 'as-of': '2024-03-15', rule: 'consensus', ...roster });
  }
  const [command = '', ...options] = args;
  return (await inTerminal([command, '-', ...options], { ...terminal, stdin: stdin() })).stdout;
}

const adopted = { date: '2024-03-10', outcome: 'adopted', by: 'the board' };
const milestones = [
  { date: '2024-03-01', name: 'board meeting', deadline: true },
  { date: '2024-04-01', name: 'next board meeting', deadline: true },
  { date: '2024-05-01', name: 'entry into force' },
];

describe('once something is decided', () => {
  test('the decision is the headline, and the rule comes second', async () => {
    expect((await printed('status', 'nato-2024@2024-07-01')).split('\n').slice(1, 3)).toEqual([
      'ADOPTED  26 Jun 2024 (North Atlantic Council)',
      'REACHED  consensus of 32: all 32 in support',
    ]);
    expect((await printed('status', 'unsc-2024-02-20')).split('\n').slice(1, 3)).toEqual([
      'REJECTED  20 Feb 2024 (UN Security Council)',
      'BLOCKED  13 in favour, 9 needed; vetoed by the United States',
    ]);
  });

  test('until then it is not', async () => {
    expect(await printed('status', 'nato-2024@2024-06-25')).not.toContain('ADOPTED');
  });

  test('what else could have happened is for those who ask', async () => {
    const roster = { members: { A: 'support', B: 'support' }, decision: adopted, milestones, candidates: { Ana: {} } };
    const labels = /^(?:Pivotal|Margin|Candidates|.*deadline)/m;
    const brief = await answer(roster, 'status');
    expect(brief).not.toMatch(labels);
    expect(brief).toContain('entry into force');
    const whole = await answer(roster, 'status', '--all');
    for (const label of ['Pivotal', 'Margin', 'Candidates', 'next board meeting (deadline)'])
      expect(whole).toContain(label);
    const markdown = await answer(roster, 'status', '--format', 'markdown');
    expect(markdown).toContain('**ADOPTED 10 Mar 2024 (the board)**');
    expect(markdown).not.toMatch(/Pivotal|Margin|Candidates|deadline/);
  });

  test('a deadline that has passed is missed while nothing is decided, and never ahead', async () => {
    const roster = { members: { A: 'support', B: 'unclear' }, milestones };
    const open = await answer(roster, 'status', '--all');
    expect(open).toMatch(/^Missed +1 Mar +board meeting, 14 days ago\nAhead +1 Apr +next board meeting \(deadline\)/m);
    expect(await answer(roster, 'status', '--format', 'markdown')).toContain(
      '**Missed**\n\n- 1 Mar: board meeting, 14 days ago\n\n**Ahead**\n\n- 1 Apr: next board meeting',
    );
    for (const done of [{ decision: adopted }, { members: { A: 'support' } }])
      expect(await answer({ ...roster, ...done }, 'status', '--all')).not.toMatch(/^Missed|days ago/m);
  });

  test('so are paths and demands, though somebody still holds out', async () => {
    const members = { A: 'support', B: { stance: 'conditional', wants: ['a seat'], date: '2024-03-01' }, C: 'unclear' };
    const roster = {
      members,
      rule: { count: 'support', 'at-least': 2 },
      decision: { ...adopted, outcome: 'rejected' },
    };
    expect(await answer(roster, 'status')).not.toMatch(/^(?:Path|Demands)/m);
    expect(await answer(roster, 'status', '--all')).toMatch(/^Path .*\n(?:Block .*\n)?Demands /m);
  });
});

describe('a decision against the rule', () => {
  const against = { members: { A: 'support', B: 'unclear' }, decision: adopted };
  const although = 'Adopted although the rule was not met on 10 Mar 2024: the outcome was open.';

  test('is said in every answer about it', async () => {
    expect((await answer(against, 'status')).split('\n').slice(1, 4)).toEqual([
      'ADOPTED  10 Mar 2024 (the board)',
      although,
      'OPEN  consensus of 2: 1 in support, 1 to go',
    ]);
    expect(await answer(against, 'status', '--format', 'markdown')).toContain(although);
    expect((await answer(against, 'check')).replaceAll(/\s+/g, ' ')).toContain(although);
  });

  test('is a field of the JSON', async () => {
    const field = async (roster: Readonly<Record<string, unknown>>): Promise<unknown> =>
      JSON.parse(await answer(roster, 'status', '--format', 'json')).decisionAgainstRule;
    expect(await field(against)).toBe(true);
    expect(await field({ ...against, members: { A: 'support' } })).toBe(false);
    expect(await field({ members: { A: 'unclear' } })).toBe(false);
    // Only the roster counts, not a what-if.
    const rejected = { members: { A: 'support' }, decision: { ...adopted, outcome: 'rejected' } };
    expect(await field(rejected)).toBe(true);
    expect(await answer(rejected, 'status', '--assume', 'A=oppose')).toContain('Rejected although the rule was met');
  });
});

test('one holdout among 32 takes a screen of thirty lines', async () => {
  const lines = (await printed('status', 'nato-2024@2024-06-18')).trimEnd().split('\n');
  expect(lines.length).toBeLessThanOrEqual(30);
  expect(lines).toContain('           holding out since 22 Feb (117 days), withheld since about 14 Jun');
});
