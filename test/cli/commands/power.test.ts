import { describe, expect, test } from 'vitest';
import { visible } from '../../../src/text/escape-controls.ts';
import { displayWidth } from '../../../src/text/width.ts';
import { transcript } from '../../support/bin.ts';
import { inTerminal } from '../../support/host.ts';
import { goldenFile } from '../../support/texts.ts';

const env = { NO_COLOR: '1' };

async function* input(text: string): AsyncGenerator<string> {
  yield text;
}

const roster = (parts: object): string => JSON.stringify({ title: 'The budget', ...parts });

describe('rules --power', () => {
  const asked = {
    council: ['eu-qualified-majority'],
    'security-council': ['un-security-council'],
    nato: ['consensus', '--body', 'nato'],
    'euro-area': ['--body', 'euro-area'],
  };
  const cases = [50, 80].flatMap((columns) =>
    Object.entries(asked).map(([name, words]) => [name, columns, words] as const),
  );

  test.each(cases)('of %s at %i columns', async (name, columns, words) => {
    const args = ['rules', ...words, '--power'];
    const run = await inTerminal(args, { isTTY: true, columns, env, today: '2025-06-01' });
    expect(run.code).toBe(0);
    for (const line of run.stdout.split('\n'))
      expect([line, displayWidth(visible(line)) <= columns]).toEqual([line, true]);
    await expect(transcript(args, run)).toMatchFileSnapshot(goldenFile(`rules/power-${name}-${columns}.txt`));
  });

  test('as data has exact fractions, and shares to a millionth', async () => {
    const { stdout } = await inTerminal(['rules', 'un-security-council', '--power', '--format=json'], { env });
    const { power, ...rest } = JSON.parse(stdout);
    expect(rest).toEqual({
      schema: 'rutte-tally/power/1',
      rule: 'un-security-council',
      of: 'UN Security Council',
      asOf: expect.any(String),
      members: 15,
      coalitions: 32_768,
      winning: 848,
      swings: 5080,
    });
    expect(power[0]).toEqual({
      member: 'CN',
      name: 'China',
      swings: 848,
      banzhaf: 0.166929,
      shapleyShubik: { numerator: 421, denominator: 2145, share: 0.19627 },
    });
  });

  test('in Markdown has a row for each member', async () => {
    const { stdout } = await inTerminal(['rules', 'un-security-council', '--power', '--format=markdown'], { env });
    expect(stdout).toContain('| China | 848 | 16.69% | 19.63% (421/2145) |');
    expect(stdout.match(/^\|/gm)).toHaveLength(17);
  });

  test('of a roster is that of its members on its date, under its own rule or another', async () => {
    const members = { ana: { joined: '2024-02-01' }, bo: '', chi: '' };
    const text = roster({ 'as-of': '2024-01-01', rule: 'simple-majority', members });
    const own = await inTerminal(['rules', '--power', '--roster', '-', '--format=json'], { stdin: input(text), env });
    expect(JSON.parse(own.stdout)).toMatchObject({ rule: 'simple-majority', of: 'The budget', members: 2, winning: 1 });
    const other = await inTerminal(['rules', 'majority-of-votes', '--power', '--roster', '-', '--format=json'], {
      stdin: input(text),
      env,
    });
    expect(JSON.parse(other.stdout)).toMatchObject({ rule: 'majority-of-votes', members: 2, winning: 1 });
  });

  test('nobody has any power under a rule that is met anyway', async () => {
    const text = roster({ rule: { count: 'support', 'at-least': 0 }, members: { ana: '', bo: '' } });
    const args = ['rules', '--power', '--roster', '-'];
    const data = await inTerminal([...args, '--format=json'], { stdin: input(text), env });
    expect(JSON.parse(data.stdout).power[0]).toMatchObject({ swings: 0, banzhaf: null });
    const { stdout } = await inTerminal(args, { stdin: input(text), env });
    expect(stdout).toContain('ana, bo       0           0.00%\n');
  });
});

describe('what cannot be counted', () => {
  const coprime = Array.from({ length: 60 }, (_, index) => [
    `M${index}`,
    { weights: { size: 1_000_003 ** 2 - index ** 5 } },
  ]);

  test.each([
    ['without members', ['consensus', '--power'], '--power: name the members, with --roster FILE or --body NAME'],
    ['without a rule', ['--power'], '--power: name the members, with --roster FILE or --body NAME'],
    ['of another body', ['consensus', '--power', '--body', 'nata'], '--body: there is no "nata"; did you mean "nato"?'],
    [
      'without a group',
      ['un-security-council', '--power', '--body', 'nato'],
      'un-security-council needs the group "permanent", which the body nato does not have',
    ],
    [
      'without a weight',
      ['eu-qualified-majority', '--power', '--body', 'nato'],
      'eu-qualified-majority needs the weight "population" of every member, and Albania has none in the body nato',
    ],
    ['by mistake', ['consensus', '--body', 'nato'], '--roster and --body say whose power is counted; add --power'],
  ])('%s', async (_, args, message) => {
    const run = await inTerminal(['rules', ...args], { env });
    expect(run).toMatchObject({ code: 2, stdout: '', stderr: `rutte-tally: ${message}\n` });
  });

  test('of sixty with weights of their own', async () => {
    const text = roster({
      rule: { count: 'support', by: 'size', 'more-than': '1/2' },
      members: Object.fromEntries(coprime),
    });
    const run = await inTerminal(['rules', '--power', '--roster', '-', '--format=json'], { stdin: input(text), env });
    expect(run.code).toBe(2);
    expect(JSON.parse(run.stdout)).toMatchObject({ code: 'too-many-coalitions' });
  });

  test('of a roster with a mistake', async () => {
    const run = await inTerminal(['rules', '--power', '--roster', '-'], { stdin: input('title: x\n'), env });
    expect(run.code).toBe(3);
  });
});
