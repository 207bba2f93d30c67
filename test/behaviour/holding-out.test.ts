import { expect, test } from 'vitest';
import { inTerminal } from '../support/host.ts';

const june = 'nato-2024@2024-06-18';
const april = 'nato-2024@2024-04-15';

const printed = async (...args: readonly string[]): Promise<string> =>
  (await inTerminal(args, { isTTY: true, columns: 100, env: { NO_COLOR: '1' } })).stdout;

test('a holdout is said to hold out since it began to, and since when in this tone', async () => {
  const dates = 'holding out since 22 Feb (117 days), withheld since about 14 Jun';
  expect(await printed('status', june)).toContain(dates);
  expect(await printed('member', 'RO', june)).toContain(`WITHHELD  ${dates}, reported`);
  expect(await printed('check', june, '--format', 'github')).toContain(dates);
  expect(await printed('check', june, '--format', 'junit')).toContain(dates);
  expect(await printed('status', june, '--format', 'markdown')).toContain('| 22 Feb; withheld since about 14 Jun |');
  expect(await printed('status', april)).toContain('holding out since 21 Feb (54 days), opposed since 5 Mar');
});

test('one date is told where there is one', async () => {
  expect(await printed('status', 'nato-2024@2024-02-21')).toContain('Hungary    withheld     since 21 Feb (today)');
  expect(await printed('member', 'HU', 'nato-2024@2024-02-21')).toContain(
    'WITHHELD  since 21 Feb (today), reported, holding out',
  );
});

test('a run that began without a date is said to have gone on all along', async () => {
  async function* stdin(): AsyncGenerator<string> {
    yield `title: T\nas-of: 2024-03-15\nrule: consensus\nmembers: { a: { positions: [{ stance: oppose, why: Cost. }, ${''}{ stance: withheld, date: 2024-03-01, why: Time. }] } }\n`;
  }
  const { stdout } = await inTerminal(['status', '-'], { stdin: stdin() });
  expect(stdout).toContain('a  withheld  holding out all along, withheld since 1 Mar');
});

test('data has the date on which each member began to hold out', async () => {
  const { members, holdouts } = JSON.parse(await printed('status', june, '--format', 'json')) as Record<
    'members' | 'holdouts',
    { member: string; since: string | null; holdingOutSince: string | null }[]
  >;
  expect(holdouts).toMatchObject([{ member: 'RO', since: '2024-06-14', holdingOutSince: '2024-02-22' }]);
  expect(members.filter(({ holdingOutSince }) => holdingOutSince !== null)).toEqual(holdouts);
  const { standing } = JSON.parse(await printed('member', 'RO', june, '--format', 'json')) as {
    standing: { holdingOutSince: string };
  };
  expect(standing.holdingOutSince).toBe('2024-02-22');
  const [head = '', row = ''] = (await printed('check', june, '--format', 'csv')).split('\r\n');
  const columns = head.split(',');
  expect(row.split(',').at(columns.indexOf('holding out since') - columns.length)).toBe('2024-02-22');
});
