import { expect, test } from 'vitest';
import { inTerminal } from '../support/host.ts';

/** The first lines of an answer, up to the first empty one. */
const firstLines = async (...args: readonly string[]): Promise<string[]> => {
  const { stdout } = await inTerminal(args, { isTTY: true, columns: 120, env: { NO_COLOR: '1', LANG: 'C.UTF-8' } });
  return stdout.split('\n').slice(0, 3);
};

test.each([
  [
    'nato-2024@2024-02-21',
    'OPEN  consensus of 31: 2 named in support, 29 to go; reported 21 or more',
    '      Holding out: Hungary (withheld); Türkiye (conditional); Estonia, Latvia and Lithuania (unclear); 24 undeclared',
  ],
  [
    'nato-2024@2024-04-15',
    'BLOCKED  consensus of 32: 27 in support, 5 short; blocked by Hungary and Romania',
    '         Also holding out: Poland and Türkiye (withheld); Slovakia (unclear)',
  ],
  ['nato-2024@2024-06-18', 'OPEN  consensus of 32: 31 in support, 1 to go', '      Holding out: Romania (withheld)'],
  [
    'sweden-nato',
    'OPEN  unanimity of 31: 29 in support, 2 to go',
    '      Holding out: Hungary and Türkiye (conditional)',
  ],
  [
    'unsc-2024-02-20@2024-02-18',
    'BLOCKED  0 of 9 in favour: 9 to go; vetoed by the United States',
    '         Also holding out: 14 undeclared',
  ],
])('%s: whether it is decided, how far it is, and who stands in the way', async (roster, verdict, way) => {
  const [title, ...lines] = await firstLines('status', roster);
  expect(title).toMatch(/ · \d+ \w+ \d{4}$/);
  expect(lines).toEqual([verdict, way]);
  const [, checked] = await firstLines('check', roster);
  expect(checked?.trim()).toBe(verdict.replace(/^[A-Z]+ {2}/, ''));
});

test('a rule of several parts is told part by part', async () => {
  const [, ...lines] = await firstLines('status', 'nature-restoration-2024');
  expect(lines).toEqual([
    'OPEN  12 of 15 members and 53.16 of 65% of the population: 3 members and 11.84 points to go; reported 19 in favour',
    '      Holding out: Finland, Hungary, Italy, the Netherlands, Poland and Sweden (opposed); Slovakia (conditional); 7',
  ]);
});

test('data has what is reported', async () => {
  const reported = async (roster: string): Promise<unknown> =>
    JSON.parse((await inTerminal(['status', roster, '--format', 'json'])).stdout).reported;
  expect(await reported('nato-2024@2024-02-21')).toEqual({
    supporting: { min: 21, max: 29 },
    holdingOut: { min: 9, max: 11 },
  });
  expect(await reported('unsc-2024-02-20')).toEqual({ supporting: null, holdingOut: null });
});
