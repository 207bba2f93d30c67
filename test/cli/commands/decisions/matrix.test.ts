import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repository, transcript } from '../../../support/bin.ts';
import { committee, folderWith } from '../../../support/committee.ts';
import { inPipe, inTerminal } from '../../../support/host.ts';
import { goldenFile } from '../../../support/texts.ts';

const utf8 = { NO_COLOR: '1', LANG: 'en_US.UTF-8' };

interface Document {
  readonly schema: string;
  readonly decisions: readonly Readonly<Record<string, unknown>>[];
  readonly members: readonly { member: string; name: string; stances: readonly (string | null)[] }[];
  readonly passedOver: number;
  readonly problems: readonly { file: string; ok: boolean }[];
}

async function told(
  files: Readonly<Record<string, string>>,
  words: readonly string[] = [],
  code = 0,
): Promise<Document> {
  const run = await inPipe(['matrix', ...words, '--format', 'json'], { cwd: folderWith(files) });
  expect(run).toMatchObject({ code, stderr: '' });
  return JSON.parse(run.stdout);
}

const roster = (members: string, head = ''): string =>
  `title: A decision\n${head}rule: consensus\nmembers: { ${members} }\n`;

describe('for people', () => {
  test.each([
    [50, []],
    [80, []],
    [120, []],
    [120, ['--all']],
    [80, ['--ascii']],
  ] as const)('at %i columns %j', async (columns, options) => {
    const args = ['matrix', ...options];
    const run = await inTerminal(args, { isTTY: true, columns, env: utf8, cwd: folderWith(committee) });
    const name = ['committee', columns, ...options.map((option) => option.slice(2))].join('-');
    expect(run.code).toBe(0);
    await expect(transcript(args, run)).toMatchFileSnapshot(goldenFile(`matrix/${name}.txt`));
  });

  test.each([50, 80, 120])('the bundled rosters, at %i columns', async (columns) => {
    const args = ['matrix', '.'];
    const run = await inTerminal(args, { isTTY: true, columns, env: utf8, cwd: join(repository, 'data') });
    expect(run.code).toBe(0);
    await expect(transcript(args, run)).toMatchFileSnapshot(goldenFile(`matrix/bundled-${columns}.txt`));
  });

  test.each([20, 50, 80, 120])('a hundred decisions stand in blocks of columns within %i cells', async (columns) => {
    const members = Array.from(
      { length: 12 },
      (_, index) =>
        `member-${index}: { name: A long name of a member ${index}, stance: ${index % 2 ? 'support' : 'oppose'} }`,
    );
    const files = Object.fromEntries(
      Array.from({ length: 100 }, (_, index) => [
        `${index}.yaml`,
        roster(members.slice(index % 7).join(', '), 'as-of: 2024-01-01\n'),
      ]),
    );
    const { code, stdout } = await inTerminal(['matrix'], { isTTY: true, columns, env: utf8, cwd: folderWith(files) });
    expect(code).toBe(0);
    expect(stdout.split('\n').filter((line) => [...line].length > columns)).toEqual([]);
    expect(stdout.match(/[█×·]/g)?.length).toBeGreaterThan(1000);
  });

  test('the first line says how many decisions and members there are', async () => {
    const { stdout } = await inPipe(['matrix'], { cwd: folderWith(committee) });
    expect(stdout).toMatch(/^4 decisions and 6 members: 2 open, 1 blocked and 1 decided/);
  });

  test('members that are called alike have their codes', async () => {
    const members =
      'a: { name: Kim, stance: support }, b: { name: Kim, stance: oppose }, c: { name: Lee, stance: oppose }';
    const { stdout } = await inPipe(['matrix'], { cwd: folderWith({ 'r.yaml': roster(members) }) });
    expect(stdout.split('\n').map((line) => line.split('  ')[0])).toEqual(
      expect.arrayContaining(['Kim (a)', 'Kim (b)', 'Lee']),
    );
  });
});

describe('for programs', () => {
  test('stances stand in the order of decisions, null for one who was no member', async () => {
    const { schema, decisions, members } = await told(committee);
    expect(schema).toBe('rutte-tally/matrix/1');
    expect(decisions.map(({ file, state, outcome }) => [file, state, outcome])).toEqual([
      ['1-style.yaml', 'blocked', 'blocked'],
      ['2-logo.yaml', 'decided', 'reached'],
      ['3-thursday.yaml', 'open', 'open'],
      ['4-minutes.yaml', 'open', 'open'],
    ]);
    expect(members).toEqual([
      { member: 'ana', name: 'Ana', stances: ['support', 'support', 'support', 'support'] },
      { member: 'bo', name: 'Bo', stances: ['no-objection', 'recused', 'support', 'support'] },
      { member: 'chi', name: 'Chi', stances: ['oppose', 'support', 'conditional', 'abstain'] },
      { member: 'dee', name: 'Dee', stances: ['oppose', 'support', 'unclear', 'oppose'] },
      { member: 'fay', name: 'Fay', stances: [null, null, 'support', 'withheld'] },
      { member: 'gil', name: 'Gil', stances: ['undeclared', 'undeclared', 'undeclared', 'undeclared'] },
    ]);
  });

  test('a decision is told as in a list', async () => {
    const cwd = folderWith(committee);
    const [matrix, list] = await Promise.all(
      ['matrix', 'list --sort file'].map(async (words) => {
        const { stdout } = await inPipe([...words.split(' '), '--format', 'json'], { cwd });
        return (JSON.parse(stdout) as Document).decisions;
      }),
    );
    const keys = Object.keys(matrix?.[0] ?? {});
    expect(keys.length).toBeGreaterThan(8);
    const told = new Map(list?.map((decision) => [decision.file, decision]));
    expect(matrix).toEqual(
      matrix?.map(({ file }) => Object.fromEntries(keys.map((key) => [key, told.get(file)?.[key]]))),
    );
  });

  test('all are read at the date asked for, and only what was stated counts if asked for', async () => {
    const members = 'a: { stance: support, date: 2024-02-01, basis: reported }, b: { joined: 2024-03-01 }';
    const files = { 'r.yaml': roster(members, 'as-of: 2024-04-01\n') };
    const at = async (...words: string[]) => (await told(files, words)).members.map(({ stances }) => stances[0]);
    expect(await at()).toEqual(['support', 'undeclared']);
    expect(await at('--as-of', '2024-01-01')).toEqual(['undeclared']);
    expect(await at('--on-record')).toEqual(['undeclared', 'undeclared']);
  });

  test('a spreadsheet has a blank where nothing is known, and a dot for one who was no member', async () => {
    const run = await inPipe(['matrix', '--format', 'csv'], { cwd: folderWith(committee) });
    await expect(transcript(['matrix', '--format', 'csv'], run)).toMatchFileSnapshot(
      goldenFile('matrix/committee-csv.txt'),
    );
  });

  test('columns of a spreadsheet have names of their own, whatever the files are called', async () => {
    const files = { 'a.yaml': roster('A: support'), name: roster('A: oppose') };
    const words = ['a.yaml@2024-01-01', 'a.yaml@2024-02-01', 'name'];
    const { stdout } = await inPipe(['matrix', ...words, '--format', 'csv'], { cwd: folderWith(files) });
    expect(stdout.split('\r\n')[0]).toBe('member,name,a.yaml@2024-01-01,a.yaml@2024-02-01,name (2)');
  });

  test.each([[], ['--all']])('as Markdown %j', async (...options) => {
    const args = ['matrix', ...options, '--format', 'markdown'];
    const run = await inPipe(args, { cwd: folderWith(committee) });
    const name = ['committee', ...options.map((option) => option.slice(2)), 'markdown'].join('-');
    await expect(transcript(args, run)).toMatchFileSnapshot(goldenFile(`matrix/${name}.txt`));
  });
});

describe('where not all are rosters', () => {
  const files = {
    ...committee,
    'bad.yaml': roster('A: suport'),
    'ci.yml': 'on: push\n',
    'more/x.yaml': roster('hal: support'),
  };

  test('a bad one is told, and the others are answered', async () => {
    const { code, stdout, stderr } = await inPipe(['matrix'], { cwd: folderWith(files) });
    expect(code).toBe(3);
    expect(stdout).toMatch(/^4 decisions and 6 members/);
    expect(stdout).toContain('Left out: 1 invalid roster and 1 file that is not a roster');
    expect(stderr).toMatch(/^bad\.yaml:3:15: error\[unknown-stance\]/);
  });

  test('a document has its problems in it', async () => {
    const { decisions, problems, passedOver } = await told(files, [], 3);
    expect(decisions).toHaveLength(4);
    expect(problems.map(({ file, ok }) => [file, ok])).toEqual([['bad.yaml', false]]);
    expect(passedOver).toBe(1);
  });

  test('subfolders are read if asked for', async () => {
    expect((await told(files, ['--recursive'], 3)).members.map(({ member }) => member)).toContain('hal');
  });

  test.each(['matrix', 'agreement'])('an empty folder has nothing for %s', async (command) => {
    const { code, stdout, stderr } = await inPipe([command], { cwd: folderWith({}) });
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toContain('error[no-roster]');
  });
});
