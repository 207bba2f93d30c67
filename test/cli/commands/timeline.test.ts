import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFolder, repository, transcript } from '../../support/bin.ts';
import { inPipe, inTerminal } from '../../support/host.ts';
import { gitEnvironment, repositoryWith } from '../../support/repository.ts';
import { goldenFile } from '../../support/texts.ts';

const data = join(repository, 'data');
const utf8 = { NO_COLOR: '1', LANG: 'en_US.UTF-8' };

interface Point {
  readonly date: string;
  readonly outcome: string;
  readonly tally: Readonly<Record<string, number>>;
  readonly criterion: Readonly<Record<string, unknown>>;
  readonly moved: readonly { member: string; from: string; to: string }[];
  readonly joined: readonly string[];
  readonly left: readonly string[];
  readonly claims: readonly unknown[];
}
interface Document {
  readonly schema: string;
  readonly title: string;
  readonly start: unknown;
  readonly points: readonly Point[];
  readonly firstReached: string | null;
  readonly metFromBeginning: boolean;
  readonly lastMovers: readonly { member: string; date: string }[];
}

async function told(args: readonly string[], cwd = data): Promise<Document> {
  const run = await inPipe(['timeline', ...args, '--format', 'json'], { cwd });
  expect(run).toMatchObject({ code: 0 });
  return JSON.parse(run.stdout);
}

/** A folder with these files. */
function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = emptyFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

const roster = (members: string, head = ''): string =>
  `title: A decision\n${head}rule: consensus\nmembers: { ${members} }\n`;

describe('the bundled roster', () => {
  test.each([50, 80, 120].flatMap((columns) => [[columns, []] as const, [columns, ['--ascii']] as const]))(
    'at %i columns %j',
    async (columns, options) => {
      const args = ['timeline', 'nato-2024.yaml', ...options];
      const run = await inTerminal(args, { isTTY: true, columns, env: utf8, cwd: data });
      expect(run.code).toBe(0);
      const set = options.length === 0 ? 'unicode' : 'ascii';
      await expect(transcript(args, run)).toMatchFileSnapshot(goldenFile(`timeline/nato-${columns}-${set}.txt`));
    },
  );

  test.each([50, 80, 120].flatMap((columns) => [[columns, []] as const, [columns, ['--ascii']] as const]))(
    'in part at %i columns %j',
    async (columns, options) => {
      const args = ['timeline', 'nato-2024.yaml', '--from', '2024-06-14', '--to', '2024-06-18', ...options];
      const run = await inTerminal(args, { isTTY: true, columns, env: utf8, cwd: data });
      expect(run.code).toBe(0);
      const set = options.length === 0 ? 'unicode' : 'ascii';
      await expect(transcript(args, run)).toMatchFileSnapshot(goldenFile(`timeline/june-${columns}-${set}.txt`));
    },
  );

  test.each([
    ['markdown', []],
    ['csv', []],
    ['json', ['--from', '2024-06-18', '--to', '2024-06-20']],
    ['table', ['--from', '2024-06', '--to', '2024-06-30', '--on-record']],
  ] as const)('as %s %j', async (format, options) => {
    const args = ['timeline', 'nato-2024.yaml', ...options, '--format', format];
    const run = await inPipe(args, { cwd: data });
    expect(run.code).toBe(0);
    await expect(transcript(args, run)).toMatchFileSnapshot(goldenFile(`timeline/nato-${format}.txt`));
  });

  test('first meets its rule on 20 June 2024, when Romania moves', async () => {
    const { schema, title, firstReached, lastMovers, points } = await told(['nato-2024.yaml']);
    expect([schema, title]).toEqual(['rutte-tally/timeline/1', 'Mark Rutte for NATO secretary general']);
    expect(firstReached).toBe('2024-06-20');
    expect(lastMovers).toMatchObject([{ member: 'RO', from: 'withheld', to: 'support', date: '2024-06-20' }]);
    expect(points.find(({ date }) => date === '2024-03-07')).toMatchObject({
      joined: ['SE'],
      left: [],
      moved: [{ member: 'FI', to: 'support' }],
    });
    expect((await inPipe(['timeline', 'nato-2024.yaml'], { cwd: data })).stdout).toMatch(
      /\nThe rule was first met on 20 Jun 2024\. Last to move, on that day: Romania\n\(withheld → support\)\.\n$/,
    );
  });

  test('has the same dates and figures in JSON, CSV, Markdown and the table', async () => {
    const { points } = await told(['nato-2024.yaml']);
    const { stdout } = await inPipe(['timeline', 'nato-2024.yaml', '--format=csv'], { cwd: data });
    const [head, ...rows] = stdout
      .trimEnd()
      .split('\r\n')
      .map((row) => row.split(','));
    const columns = head?.slice(0, 16) ?? [];
    expect(rows.map((row) => Object.fromEntries(columns.map((name, index) => [name, row[index]])))).toEqual(
      points.map(({ date, outcome, tally, criterion: { have, need, short, possible, base } }) =>
        Object.fromEntries(
          Object.entries({ date, outcome, ...tally, have, need, short, possible, base })
            .filter(([name]) => columns.includes(name))
            .map(([name, value]) => [name, `${value}`]),
        ),
      ),
    );
    const markdown = (await inPipe(['timeline', 'nato-2024.yaml', '--format=markdown'], { cwd: data })).stdout;
    const table = (await inPipe(['timeline', 'nato-2024.yaml'], { cwd: data })).stdout;
    const figures = points.map(({ outcome, tally }) => `${outcome} ${tally.support} of ${tally.members}`);
    expect(
      [...markdown.matchAll(/^\| \d.*? \| \**(\w+)\** \| (\d+ of \d+) /gm)].map(
        ([, outcome, tally]) => `${outcome} ${tally}`,
      ),
    ).toEqual(figures);
    expect(
      [...table.matchAll(/^\d+ \w+ \d+ +(\w+) +(\d+ of \d+)/gm)].map(([, outcome, tally]) => `${outcome} ${tally}`),
    ).toEqual(figures);
  });

  test('says the same at a point as status does at its date', async () => {
    for (const { date, outcome, tally, criterion, claims } of (await told(['nato-2024.yaml'])).points.filter(
      (_, index) => index % 9 === 0,
    )) {
      const status = JSON.parse((await inPipe(['status', `nato-2024@${date}`, '--format=json'])).stdout);
      const ofTheDay = status.claims.filter((claim: { date: string }) => claim.date === date);
      expect({ date, outcome, tally, criterion, claims }).toEqual({
        ...{
          date,
          outcome: status.outcome,
          tally: status.tally,
          criterion: { ...status.criterion, counted: undefined },
        },
        claims: ofTheDay,
      });
    }
  });

  test('is read where none is named and the folder has none, and the answer begins with that', async () => {
    const run = await inPipe(['timeline'], { cwd: emptyFolder() });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toMatch(/^Bundled example: .*\nMark Rutte for NATO secretary general /);
  });
});

describe('a part', () => {
  test('begins on the first day of a month and ends with the last, both included', async () => {
    const { points, start } = await told(['nato-2024.yaml', '--from', '2024-04', '--to', '2024-04']);
    expect(points[0]?.date).toBe('2024-04-02');
    expect(points.at(-1)?.date).toBe('2024-04-30');
    expect(start).toMatchObject({ outcome: 'blocked', tally: { members: 32, support: 9 } });
  });

  test('without any date of its own says how things stand', async () => {
    const run = await inPipe(['timeline', 'nato-2024', '--from', '2024-07-10', '--to', '2024-07-20']);
    expect(run.stdout).toContain('before  reached  32 of 32    32 members: 32 support\n');
  });

  test.each([
    [['--from', '2024-07', '--to', '2024-06'], '--from "2024-07" is later than --to "2024-06"'],
    [['--from', 'June'], '--from: "June" is not a date; write a day'],
    [['--to', '2024-06-31'], '--to: "2024-06-31" is not a date: 2024-06 has 30 days'],
    [['--as-of', '2024-06-18'], "unknown option '--as-of'"],
    [['--assume', 'RO=support'], "unknown option '--assume'"],
  ])('%j is wrong usage', async (options, message) => {
    const run = await inPipe(['timeline', 'nato-2024', ...options]);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain(message);
  });
});

describe('what is drawn with', () => {
  const chartOf = (text: string): string => text.split('\n\n')[1] ?? '';

  test.each([
    ['a pipe', {}, {}, false],
    ['a pipe in a locale without UTF-8', {}, { LC_ALL: 'C' }, false],
    ['a terminal in a UTF-8 locale', { isTTY: true }, { LANG: 'de_DE.utf8' }, false],
    ['a terminal without a locale', { isTTY: true }, {}, true],
    ['a terminal in another locale', { isTTY: true }, { LANG: 'de_DE.ISO-8859-1' }, true],
    ['LC_ALL before LANG', { isTTY: true }, { LC_ALL: 'C', LANG: 'de_DE.UTF-8' }, true],
    ['LC_CTYPE before LANG', { isTTY: true }, { LC_ALL: '', LC_CTYPE: 'C.UTF-8', LANG: 'C' }, false],
  ])('is decided for %s', async (_, terminal, env, isAscii) => {
    const { stdout } = await inTerminal(['timeline', 'nato-2024'], { ...terminal, env: { NO_COLOR: '1', ...env } });
    expect(/^[ -~\n]+$/.test(chartOf(stdout))).toBe(isAscii);
  });

  test('colour adds nothing and takes nothing away', async () => {
    const terminal = { isTTY: true, columns: 80, env: { LANG: 'C.UTF-8' } };
    const plain = await inTerminal(['timeline', 'nato-2024', '--color=never'], terminal);
    const painted = await inTerminal(['timeline', 'nato-2024', '--color=always'], terminal);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colour is made of them
    expect(painted.stdout.replace(/\u001b\[\d+m/g, '')).toBe(plain.stdout);
    expect(painted.stdout).not.toBe(plain.stdout);
  });
});

describe('little to tell', () => {
  test.each([
    [
      'no date',
      'A: support, B: oppose',
      'The rule was not met on any date; at the end it is blocked.',
      'undated  blocked  1 of 2',
    ],
    [
      'no date, and the rule met',
      'A: support',
      'The rule was met from the start, by undated positions.',
      'undated  reached  1 of 1',
    ],
    [
      'one date',
      'A: { stance: support, date: 2024-01-05 }',
      'The rule was first met on 5 Jan 2024. Last to move, on that day: A (undeclared →\nsupport).',
      '5 Jan 2024  reached  1 of 1',
    ],
    [
      'a rule that is met and lost',
      'A: { positions: [{ stance: support, date: 2024-01-05 }, { stance: oppose, date: 2024-02-06 }] }',
      'It is no longer met: blocked since 6 Feb 2024.',
      '6 Feb 2024  blocked  0 of 1',
    ],
  ])('%s', async (_, members, closing, row) => {
    const run = await inPipe(['timeline', '-'], { input: roster(members) });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout.trimEnd()).toContain(closing);
    expect(run.stdout).toContain(row);
    for (const format of ['json', 'csv', 'markdown'])
      expect((await inPipe(['timeline', '-', '--format', format], { input: roster(members) })).code).toBe(0);
  });
});

describe('several rosters', () => {
  const weekly = {
    'week-1.yaml': roster('A: support, B: , C: ', 'as-of: 2024-01-01\n'),
    'week-2.yaml': roster('A: support, B: { stance: withheld, why: too dear }, C: ', 'as-of: 2024-01-08\n'),
    'week-10.json': JSON.stringify({
      ...{ title: 'A decision', 'as-of': '2024-03-04', rule: 'consensus' },
      members: { A: 'support', B: 'support', D: 'support' },
    }),
    'notes.txt': 'not a roster',
    '.hidden.yaml': 'not a roster',
    'old/week-0.yaml': 'not a roster',
  };

  test('in a folder make one timeline in the order of their dates', async () => {
    const cwd = folderWith({});
    for (const [name, text] of Object.entries(weekly)) {
      mkdirSync(join(cwd, 'weeks', name, '..'), { recursive: true });
      writeFileSync(join(cwd, 'weeks', name), text);
    }
    const run = await inPipe(['timeline', 'weeks'], { cwd });
    expect(run.code).toBe(0);
    await expect(transcript(['timeline', 'weeks'], run)).toMatchFileSnapshot(goldenFile('timeline/weeks.txt'));
    const { points, start, firstReached } = await told(['weeks'], cwd);
    expect(start).toBeNull();
    expect(points.map(({ date, outcome, moved, joined, left }) => [date, outcome, moved.length, joined, left])).toEqual(
      [
        ['2024-01-01', 'open', 0, [], []],
        ['2024-01-08', 'open', 1, [], []],
        ['2024-03-04', 'reached', 1, ['D'], ['C']],
      ],
    );
    expect(firstReached).toBe('2024-03-04');
    const named = ['week-10.json', 'week-1.yaml', 'week-2.yaml'].map((name) => join('weeks', name));
    expect(await told(named, cwd)).toEqual(await told(['weeks'], cwd));
  });

  test('out of git, dated where they are named', async () => {
    const cwd = repositoryWith('r.yaml', [roster('A: support, B: '), roster('A: support, B: support')]);
    const args = ['timeline', 'HEAD~1:r.yaml@2024-01-01', 'HEAD:r.yaml@2024-02-01', '--format=json'];
    const { stdout } = await inPipe(args, { cwd, env: gitEnvironment });
    expect(JSON.parse(stdout)).toMatchObject({
      firstReached: '2024-02-01',
      points: [
        { date: '2024-01-01' },
        { date: '2024-02-01', moved: [{ member: 'B', from: 'undeclared', to: 'support' }] },
      ],
    });
  });

  test('about different things are told all the same, with a word about it', async () => {
    const cwd = folderWith({
      'a.yaml': roster('A: support', 'as-of: 2024-01-01\n').replace('A decision', 'Another'),
      'b.yaml': roster('A: support', 'as-of: 2024-01-02\n'),
    });
    const run = await inPipe(['timeline', '.'], { cwd });
    expect(run).toMatchObject({
      code: 0,
      stderr: 'rutte-tally: the rosters have different titles: "A decision" and "Another"\n',
    });
  });

  test.each([
    [
      'one without an as-of',
      { 'a.yaml': roster('A: support'), 'b.yaml': weekly['week-1.yaml'] },
      'undated-roster',
      'add "as-of" to "a.yaml"',
    ],
    [
      'two of one day',
      { 'a.yaml': weekly['week-1.yaml'], 'b.yaml': weekly['week-1.yaml'] },
      'same-date',
      '"a.yaml" and "b.yaml" have the same date, 2024-01-01',
    ],
  ])('%s is wrong usage', async (_, files, code, message) => {
    const cwd = folderWith(files);
    const table = await inPipe(['timeline', '.'], { cwd });
    expect(table).toMatchObject({ code: 2, stdout: '' });
    expect(table.stderr).toContain(message);
    const json = await inPipe(['timeline', '.', '--format', 'json'], { cwd });
    expect(json).toMatchObject({ code: 2, stderr: '' });
    expect(JSON.parse(json.stdout)).toMatchObject({ schema: 'rutte-tally/error/1', code });
  });

  test('all that cannot be read are explained, in one document', async () => {
    const members = 'members: {}\n';
    const cwd = folderWith({
      'a.yaml': `title: t\n${members}`,
      'b.yaml': weekly['week-1.yaml'],
      'c.yaml': `rule: consensus\n${members}`,
    });
    const run = await inPipe(['timeline', '.', '--format', 'json'], { cwd });
    expect(run).toMatchObject({ code: 3, stderr: '' });
    expect(JSON.parse(run.stdout).files.map(({ file }: { file: string }) => file)).toEqual(['a.yaml', 'c.yaml']);
  });
});

test('a folder without rosters has none, and files of other kinds are passed over', async () => {
  const cwd = folderWith({ 'a.txt': '', 'package.json': '{ "name": "a" }' });
  const run = await inPipe(['timeline', '.'], { cwd });
  expect(run).toMatchObject({ code: 3, stdout: '' });
  expect(run.stderr).toContain('.: error[no-roster]: there is no roster in this folder');
  writeFileSync(join(cwd, 'r.yaml'), roster('A: support'));
  const stderr = 'rutte-tally: passed over 1 file that is not a roster\n';
  expect(await inPipe(['timeline', '.'], { cwd })).toMatchObject({ code: 0, stderr });
});

test('a folder is read with its subfolders when asked', async () => {
  const cwd = folderWith({
    'a.yaml': `as-of: 2024-01-01\n${roster('A: unclear')}`,
    'later/b.yaml': `as-of: 2024-02-01\n${roster('A: support')}`,
  });
  const points = async (...more: readonly string[]): Promise<number> =>
    JSON.parse((await inPipe(['timeline', '.', '--format', 'json', ...more], { cwd })).stdout).points.length;
  expect([await points(), await points('--recursive')]).toEqual([0, 2]);
});

test('standard input named twice is wrong usage', async () => {
  const run = await inPipe(['timeline', '-@2024-01-01', '-@2024-01-02'], { input: roster('A: support') });
  expect(run).toMatchObject({ code: 2, stdout: '' });
});

test('one roster at one date is wrong usage, and the message says what to write', async () => {
  const run = await inPipe(['timeline', 'nato-2024@2024-06-18']);
  expect(run.code).toBe(2);
  expect(run.stderr).toContain('to end it at 2024-06-18, use --to 2024-06-18');
});

test('text of a roster breaks out of no format', async () => {
  const hostile = JSON.stringify({
    title: 'a\u001b[31m <b>|`x`',
    rule: { count: 'support', 'at-least': 1, label: '\u202egnp' },
    members: {
      A: {
        name: '=cmd|\u001b]0;x\u0007',
        stance: 'oppose',
        date: '2024-01-05',
        why: 'a | b\n<script>',
        by: '@everyone',
      },
      B: { stance: 'support', date: '2024-02-05' },
    },
    milestones: [{ date: '2024-01-20', name: '=1+1 \u001b[2J' }],
    claims: [{ date: '2024-01-21', by: '+x', supporting: 1 }],
  });
  for (const format of ['table', 'json', 'csv', 'markdown']) {
    const { code, stdout } = await inPipe(['timeline', '-', '--format', format], { input: hostile });
    expect(code).toBe(0);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none of them may be there
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f\u202e]/);
    if (format === 'csv') for (const cell of stdout.split(/,|\r\n/)) expect(cell).not.toMatch(/^"?[=+@-]/);
    if (format === 'markdown') {
      expect(stdout).not.toMatch(/<(?!br>)/);
      for (const row of stdout.split('\n').filter((line) => line.startsWith('|')))
        expect(row.match(/(?<!\\)\|/g)).toHaveLength(5);
    }
  }
});
