import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repository, transcript } from '../../../support/bin.ts';
import { committee, folderWith } from '../../../support/committee.ts';
import { inPipe, inTerminal } from '../../../support/host.ts';
import { goldenFile } from '../../../support/texts.ts';

const utf8 = { NO_COLOR: '1', LANG: 'en_US.UTF-8' };

interface Document {
  readonly schema: string;
  readonly decisions: readonly { readonly file: string }[];
  readonly members: readonly unknown[];
  readonly pairs: readonly { members: readonly string[]; agreed: number; of: number }[];
  readonly groups: readonly { groups: readonly string[]; agreed: number; of: number }[] | null;
  readonly problems: readonly { file: string; ok: boolean }[];
}

async function told(
  files: Readonly<Record<string, string>>,
  words: readonly string[] = [],
  code = 0,
): Promise<Document> {
  const run = await inPipe(['agreement', ...words, '--format', 'json'], { cwd: folderWith(files) });
  expect(run).toMatchObject({ code, stderr: '' });
  return JSON.parse(run.stdout);
}

const roster = (members: string): string =>
  `title: A decision\nas-of: 2024-01-01\nrule: consensus\nmembers: { ${members} }\n`;

describe('for people', () => {
  test.each([
    [50, []],
    [80, []],
    [120, []],
    [50, ['--groups']],
    [80, ['--all']],
    [80, ['--groups']],
  ] as const)('at %i columns %j', async (columns, options) => {
    const args = ['agreement', ...options];
    const run = await inTerminal(args, { isTTY: true, columns, env: utf8, cwd: folderWith(committee) });
    const name = ['committee', columns, ...options.map((option) => option.slice(2))].join('-');
    expect(run.code).toBe(0);
    await expect(transcript(args, run)).toMatchFileSnapshot(goldenFile(`agreement/${name}.txt`));
  });

  test.each([50, 80, 120])('the bundled rosters, at %i columns', async (columns) => {
    const args = ['agreement', '.'];
    const run = await inTerminal(args, { isTTY: true, columns, env: utf8, cwd: join(repository, 'data') });
    expect(run.code).toBe(0);
    await expect(transcript(args, run)).toMatchFileSnapshot(goldenFile(`agreement/bundled-${columns}.txt`));
  });

  const answerTo = async (files: Readonly<Record<string, string>>, ...words: string[]): Promise<string> => {
    const { code, stdout } = await inPipe(['agreement', ...words], { cwd: folderWith(files) });
    expect(code).toBe(0);
    return stdout;
  };

  test('nothing is claimed of silence', async () => {
    const text = await answerTo({ 'a.yaml': roster('A: support, B: undeclared, C: withheld') });
    expect(text).toContain('Nothing to compare: no two members were both settled in the same decision');
    expect(text).not.toContain('0 of 0');
    expect(text).toContain('Never settled (2): B, C');
  });

  test.each([
    ['A: support, B: support, C: support', 'every pair of members agreed whenever both were settled'],
    ['A: support, B: oppose, C: abstain', 'no two members agreed in any decision'],
  ])('of %s all are alike', async (members, text) => {
    expect(await answerTo({ 'a.yaml': roster(members) })).toContain(`All alike    ${text}`);
  });

  test('all are alike where shares are, however often was compared', async () => {
    const files = {
      'a.yaml': roster('A: support, B: support, C: oppose, D: oppose'),
      'b.yaml': roster('A: support, B: oppose, C: withheld, D: withheld'),
    };
    expect(await answerTo({ 'a.yaml': roster('A: support, B: support'), 'b.yaml': files['b.yaml'] })).toContain(
      'All alike    every pair of members agreed in 50% of the decisions in which both',
    );
    expect(await answerTo(files)).toMatch(/^Agree most {3}C and D, 1 of 1$/m);
  });

  test('one who settled alone has nobody to compare with', async () => {
    const members = Array.from(
      { length: 40 },
      (_, index) => `member-${index}: { name: Member number ${index}, stance: support }`,
    );
    const text = await answerTo({ 'a.yaml': roster(members.join(', ')), 'b.yaml': roster('Z: oppose, A: undeclared') });
    expect(text).toMatch(/^Z +nobody to compare with$/m);
    expect(text).toMatch(/^Member number 3 +1\/1 Member number 0 and 38 more +all alike$/m);
  });

  test('codes that are too long for columns give way to numbers', async () => {
    const members = Array.from({ length: 8 }, (_, index) => `a-long-code-${index}: support`);
    const text = await answerTo({
      'a.yaml': roster(members.join(', ')),
      'b.yaml': roster('a-long-code-1: oppose, a-long-code-2: support'),
    });
    expect(text).toMatch(/^ +1 +2 +3 +4 +5 +6 +7$/m);
    expect(text).toMatch(/^3 {2}a-long-code-2 +1\/1 +1\/2$/m);
  });

  test('rosters without groups say so', async () => {
    expect(await answerTo({ 'a.yaml': roster('A: support') }, '--groups')).toContain(
      'None of these rosters has groups',
    );
  });

  test.each([20, 50, 80, 120])('names of any length and script stay within %i cells', async (columns) => {
    const members = Array.from(
      { length: 40 },
      (_, index) =>
        `m${index}: { name: "An unusually long name of a member of a body ${index}", stance: ${index % 3 ? 'support' : 'oppose'} }`,
    );
    const cwd = folderWith({ 'a.yaml': roster(members.join(', ')) });
    for (const options of [[], ['--all']]) {
      const { stdout } = await inTerminal(['agreement', ...options], { isTTY: true, columns, env: utf8, cwd });
      expect(stdout.split('\n').filter((line) => [...line].length > columns)).toEqual([]);
    }
  });
});

describe('for programs', () => {
  test('each pair that was together in a decision is there, by code', async () => {
    const { schema, decisions, pairs, groups } = await told(committee);
    expect(schema).toBe('rutte-tally/agreement/1');
    expect(decisions.map(({ file }) => file)).toEqual(Object.keys(committee));
    expect(groups).toBeNull();
    expect(pairs.map(({ members, agreed, of }) => `${members.join(' ')} ${agreed}/${of}`)).toEqual([
      'ana bo 2/3',
      'ana chi 1/3',
      'ana dee 1/3',
      'ana fay 1/1',
      'ana gil 0/0',
      'bo chi 0/2',
      'bo dee 0/2',
      'bo fay 1/1',
      'bo gil 0/0',
      'chi dee 2/3',
      'chi fay 0/0',
      'chi gil 0/0',
      'dee fay 0/0',
      'dee gil 0/0',
      'fay gil 0/0',
    ]);
  });

  test('groups are compared within and between if asked for', async () => {
    const { groups } = await told(committee, ['--groups']);
    expect(groups).toEqual([
      { groups: ['editors'], agreed: 2, of: 2 },
      { groups: ['editors', 'writers'], agreed: 2, of: 6 },
      { groups: ['writers'], agreed: 3, of: 4 },
    ]);
  });

  test.each(['csv', 'markdown'].flatMap((format) => [[format], [format, '--groups'], [format, '--all']]))(
    'as %s %s',
    async (format = '', ...options) => {
      const args = ['agreement', ...options, '--format', format];
      const run = await inPipe(args, { cwd: folderWith(committee) });
      const name = ['committee', ...options.map((option) => option.slice(2)), format].join('-');
      expect(run.code).toBe(0);
      await expect(transcript(args, run)).toMatchFileSnapshot(goldenFile(`agreement/${name}.txt`));
    },
  );

  test('as Markdown, more members than a page has columns have a line each', async () => {
    const members = Array.from({ length: 17 }, (_, index) => `m${index}: ${index === 0 ? 'oppose' : 'support'}`);
    const cwd = folderWith({ 'a.yaml': roster(members.join(', ')) });
    const { stdout } = await inPipe(['agreement', '--format', 'markdown'], { cwd });
    expect(stdout).toContain('| m1 | 1/1 m2 and 14 more | 0/1 m0 |');
  });

  test('a bad roster is told, and the others are compared', async () => {
    const files = { ...committee, 'bad.yaml': roster('A: suport') };
    const { pairs, problems } = await told(files, [], 3);
    expect(pairs).toHaveLength(15);
    expect(problems.map(({ file, ok }) => [file, ok])).toEqual([['bad.yaml', false]]);
    const { code, stderr } = await inPipe(['agreement'], { cwd: folderWith(files) });
    expect(code).toBe(3);
    expect(stderr).toMatch(/^bad\.yaml/);
  });
});

test('more members or groups than one answer can hold are refused', async () => {
  const codes = Array.from({ length: 2001 }, (_, index) => `m${index}`);
  const members = folderWith({ 'a.yaml': roster(codes.map((code) => `${code}: support`).join(', ')) });
  const ofMembers = await inPipe(['agreement', '--format', 'json'], { cwd: members });
  expect(ofMembers.code).toBe(2);
  expect(JSON.parse(ofMembers.stdout)).toMatchObject({
    code: 'too-many-members',
    message: expect.stringContaining('have 2001'),
  });
  const names = Array.from({ length: 201 }, (_, index) => `g${index}: [A]`).join(', ');
  const groups = folderWith({ 'a.yaml': `${roster('A: support')}groups: { ${names} }\n` });
  expect(await inPipe(['agreement', '--groups'], { cwd: groups })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('have 201'),
  });
  expect(await inPipe(['agreement'], { cwd: groups })).toMatchObject({ code: 0 });
});
