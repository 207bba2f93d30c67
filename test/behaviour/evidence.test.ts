import { describe, expect, test } from 'vitest';
import { inTerminal } from '../support/host.ts';

const printed = async (args: readonly string[], columns = 120): Promise<string> =>
  (await inTerminal(args, { isTTY: true, columns, env: { NO_COLOR: '1', LANG: 'C.UTF-8' } })).stdout;

async function statusOf(roster: Readonly<Record<string, unknown>>, ...options: readonly string[]): Promise<string> {
  async function* stdin(): AsyncGenerator<string> {
    yield JSON.stringify({ title: 'T', 'as-of': '2024-03-15', rule: 'consensus', ...roster });
  }
  return (await inTerminal(['status', '-', ...options], { stdin: stdin() })).stdout;
}

/** The lines of a section, without its label. */
const section = (text: string, label: string): string[] => {
  const [, body = ''] = new RegExp(`^${label} +(.*(?:\\n {11}.*)*)`, 'm').exec(text) ?? [];
  return body.split('\n').map((line) => line.trim());
};

describe('claims are told by weight', () => {
  test('the latest list, the latest count, and one that cannot be true; the others are counted', async () => {
    const lines = section(await printed(['status', 'nato-2024@2024-06-18']), 'Reported');
    expect(lines).toEqual([
      '18 Jun  only Romania holding out (POLITICO)',
      '18 Jun  31 in favour (POLITICO): 31 identified',
      '3 Apr   3 holding back (Faro de Vigo): contradicts the roster: at least 4 of 32 were holding back',
      '14 earlier (--all)',
    ]);
  });

  test('all of them where there are few, and with --all', async () => {
    expect(section(await printed(['status', 'nato-2024@2024-02-21']), 'Reported')).toEqual([
      '21 Feb  more than 20 in favour (a NATO official): 2 identified, 19-27 not',
      '21 Feb  about 10 holding back (a senior NATO official): 2 identified, 7-9 not',
    ]);
    expect(section(await printed(['status', 'nato-2024@2024-06-18', '--all'], 200), 'Reported')).toHaveLength(17);
  });

  test.each([
    ['too many in favour', { supporting: 3 }, 'contradicts the roster: at most 2 of 4 could have been in favour'],
    ['too few in favour', { supporting: 'none' }, 'contradicts the roster: at least 1 of 4 were in favour'],
    [
      'too many holding back',
      { 'holding-out': 4 },
      'contradicts the roster: at most 3 of 4 could have been holding back',
    ],
    ['too few holding back', { 'holding-out': 1 }, 'contradicts the roster: at least 2 of 4 were holding back'],
    ['another number of members', { supporting: '1 of 27' }, 'says 27 members, there were 4'],
  ])('a count that cannot be true says why: %s', async (_, count, why) => {
    const members = {
      a: 'support',
      b: { stance: 'oppose', why: 'Cost.' },
      c: { stance: 'withheld', why: 'Time.' },
      d: 'unclear',
    };
    const text = await statusOf({ members, claims: [{ date: '2024-03-10', by: 'X', ...count }] });
    expect(section(text, 'Reported').join(' ')).toContain(`(X): ${why}`);
  });
});

describe('the same reason is told once', () => {
  const reason = "Like its Baltic neighbours, wants a stronger political commitment to Ukraine's way into NATO.";

  test('below all that have it', async () => {
    const text = await printed(['status', 'nato-2024@2024-02-21'], 120);
    expect(text.split(reason)).toHaveLength(2);
    expect(text).toMatch(/ {2}Estonia .*\n {2}Latvia .*\n {2}Lithuania .*\n {13}all three: .*Like its Baltic/);
    const narrow = await printed(['status', 'nato-2024@2024-02-21'], 80);
    expect(narrow).toContain('all three: NATO officials, to POLITICO (reported)\n             Like its Baltic');
  });

  test('in one row of Markdown, and once in check', async () => {
    const table = await printed(['status', 'nato-2024@2024-02-21', '--format', 'markdown']);
    expect(table).toContain(
      '| Estonia, Latvia, Lithuania | unclear | 21 Feb | NATO officials, to POLITICO (reported) |',
    );
    const check = await printed(['check', 'nato-2024@2024-02-21'], 200);
    expect(check.split('Like its Baltic')).toHaveLength(2);
  });

  test('and by each where it differs in anything', async () => {
    const holdout = (rest: object): object => ({ stance: 'oppose', why: 'Cost.', ...rest });
    const text = await statusOf({
      members: { a: holdout({}), b: holdout({ by: 'its envoy' }), c: holdout({ wants: ['time'] }) },
    });
    expect(text.split('Cost.')).toHaveLength(4);
    expect(await statusOf({ members: { a: holdout({}), b: holdout({}) } })).toContain('both: Cost.');
  });
});

describe('groups', () => {
  test('are there where the roster has them, with what they weigh', async () => {
    const nato = await printed(['status', 'nato-2024@2024-02-21']);
    expect(section(nato, 'Groups')).toEqual(['Baltic states  0 of 3 in support']);
    const eu = await printed(['status', 'nature-restoration-2024']);
    expect(section(eu, 'Groups')).toEqual(['the letter of May  11 of 11 in support, 51.14% of the population']);
    expect(await statusOf({ members: { a: 'unclear' } })).not.toContain('Groups');
  });

  test('are in the data', async () => {
    const { groups } = JSON.parse(await printed(['status', 'nature-restoration-2024', '--format', 'json']));
    expect(groups).toEqual([
      { name: 'the letter of May', members: 11, support: 11, holdingOut: 0, shares: { population: '51.14%' } },
    ]);
  });
});

describe('who published it stands behind who said it', () => {
  const roster = (by: string, ...publishers: readonly string[]) => ({
    members: { a: { stance: 'oppose', why: 'Cost.', by, sources: publishers.map((_, index) => `s${index}`) } },
    sources: Object.fromEntries(publishers.map((publisher, index) => [`s${index}`, { publisher }])),
  });

  test.each([
    ['one', roster('its envoy', 'Reuters'), 'its envoy; Reuters'],
    ['two', roster('its envoy', 'Reuters', 'AP', 'Reuters'), 'its envoy; Reuters and AP'],
    ['many', roster('its envoy', 'Reuters', 'AP', 'dpa'), 'its envoy; Reuters and 2 more'],
    ['one that is named already', roster('officials, to POLITICO', 'POLITICO Europe'), 'officials, to POLITICO'],
  ])('%s', async (_, parts, who) => {
    expect(await statusOf(parts)).toMatch(new RegExp(`^ {2}a +oppose, blocking +undated +${who}$`, 'm'));
  });
});
