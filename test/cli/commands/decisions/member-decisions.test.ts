import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { visible } from '../../../../src/text/escape-controls.ts';
import { displayWidth } from '../../../../src/text/width.ts';
import { emptyFolder, repository, transcript } from '../../../support/bin.ts';
import { inTerminal, type Terminal } from '../../../support/host.ts';
import { goldenFile } from '../../../support/texts.ts';

const decision = (title: string, members: string, rest = ''): string =>
  `title: ${title}\nrule: consensus\nas-of: 2024-05-21\n${rest}members:\n  ana: support\n${members}\n`;

const chi = (...positions: readonly string[]): string =>
  `  chi: { name: Chi Łukasz, positions: [${positions.join(', ')}] }`;

/** Decisions of a committee, with what cannot be read among them. */
const files: Readonly<Record<string, string>> = {
  'guide.yaml': decision(
    'Adopt the style guide',
    chi('{ stance: unclear, date: 2024-05-14, why: No time to read it. }'),
  ),
  'merger.yaml': decision('Merge the two mailing lists', chi('{ stance: oppose, date: 2024-04-02, why: Too loud. }')),
  'archive.json': JSON.stringify({
    title: 'Archive the old wiki',
    rule: 'consensus',
    'as-of': '2024-05-20',
    members: {
      ana: 'support',
      chi: {
        name: 'Chi Ł.',
        positions: [
          { stance: 'oppose', date: '2024-03-01', why: 'Links break.' },
          { stance: 'support', date: '2024-05-02' },
        ],
      },
    },
  }),
  'budget.yaml': decision(
    'The budget of the committee for the second half of the year',
    chi('{ stance: abstain, date: 2024-02-09 }'),
    'decision: { date: 2024-02-10, outcome: adopted }\n',
  ),
  'own.yaml': decision('Grant for Chi', chi('{ stance: recused, date: 2024-05-01 }')),
  'late.yaml': decision(
    'Choose a chair',
    '  chi: { joined: 2024-06-01, name: Chi Łukasz, positions: [{ stance: support, date: 2024-06-02 }] }',
  ),
  'early.yaml': decision('Found the committee', '  bo: unclear'),
};

function furnished(more: Readonly<Record<string, string>> = {}): string {
  const cwd = emptyFolder();
  mkdirSync(join(cwd, 'd'));
  for (const [name, text] of Object.entries({ ...files, ...more })) writeFileSync(join(cwd, 'd', name), text);
  return cwd;
}

const run = (args: readonly string[], cwd = furnished(), terminal: Terminal = {}) =>
  inTerminal(['member', ...args], { cwd, ...terminal });

describe('a member over several decisions', () => {
  test.each([50, 80, 120])('at %i columns', async (columns) => {
    const args = ['chi', 'd'];
    const answer = await run(args, furnished(), { isTTY: true, columns, env: { NO_COLOR: '1', LANG: 'C.UTF-8' } });
    expect(answer.code).toBe(0);
    for (const line of answer.stdout.split('\n'))
      expect([line, displayWidth(visible(line)) <= columns]).toEqual([line, true]);
    await expect(transcript(['member', ...args], answer)).toMatchFileSnapshot(
      goldenFile(`member-decisions/chi-${columns}.txt`),
    );
  });

  test.each(['json', 'csv', 'markdown'])('as %s', async (format) => {
    const args = ['chi', 'd', '--format', format];
    const answer = await run(args);
    expect(answer.code).toBe(0);
    await expect(transcript(['member', ...args], answer)).toMatchFileSnapshot(
      goldenFile(`member-decisions/chi-${format}.txt`),
    );
  });

  test('in ASCII alone where the terminal shows no more', async () => {
    const { stdout } = await run(['ana', 'd'], furnished(), {
      isTTY: true,
      columns: 40,
      env: { TERM: 'linux', NO_COLOR: '1' },
    });
    expect(stdout).toMatch(/^[\x20-\x7e\n]+$/);
  });
});

describe('the answer is about several decisions', () => {
  const schemaOf = async (args: readonly string[], cwd = furnished()): Promise<string> =>
    JSON.parse((await run([...args, '--format', 'json'], cwd)).stdout).schema;

  test.each([
    ['a folder', ['chi', 'd'], 'rutte-tally/member-decisions/1'],
    ['two rosters', ['chi', 'd/guide.yaml', 'd/merger.yaml'], 'rutte-tally/member-decisions/1'],
    ['one roster', ['chi', 'd/guide.yaml'], 'rutte-tally/member/1'],
    ['none', ['TR'], 'rutte-tally/member/1'],
  ])('or about one, for %s', async (_, args, schema) => {
    expect(await schemaOf(args)).toBe(schema);
  });

  test('for a folder with one roster in it, too', async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'guide.yaml'), files['guide.yaml'] ?? '');
    const { stdout } = await run(['chi', '.'], cwd);
    expect(stdout).toMatch(/^Chi Łukasz: held out in 1 of 1 decision, supported none, decisive in none/);
  });

  test('for one roster at two dates', async () => {
    const { stdout } = await run(['chi', 'd/archive.json@2024-04-01', 'd/archive.json']);
    expect(stdout).toMatch(/^Chi Ł\.: held out in 1 of 2 decisions, supported 1, decisive in 2/);
  });

  test('with subfolders only when asked', async () => {
    const cwd = furnished();
    const [flat, deep] = [await run(['ana', '.'], cwd), await run(['ana', '.', '--recursive'], cwd)];
    expect(flat.code).toBe(3);
    expect(deep.stdout).toMatch(/^ana: held out in 0 of 7 decisions, supported 7/);
  });
});

describe('who is meant', () => {
  test.each([['chi'], ['CHI'], ['chi lukasz'], ['Chi Ł.'], ['Łukasz'.normalize('NFD').replace('Ł', 'chi Ł')]])(
    'by %s is one member, whatever each roster calls it',
    async (word) => {
      const { counts, member } = JSON.parse((await run([word, 'd', '--format', 'json'])).stdout);
      expect(member).toBe('chi');
      expect(counts).toEqual({ decisions: 7, member: 5, supported: 1, heldOut: 2, recused: 1, moved: 4 });
    },
  );

  test('is nobody if no roster has that member: exit 2', async () => {
    const { code, stdout } = await run(['zoe', 'd', '--format', 'json']);
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({
      code: 'unknown-member',
      message: expect.stringContaining('"zoe" is not a member of any of these rosters'),
    });
  });

  test('is told of one that is in a roster and was a member in none on its date', async () => {
    const { code, stdout } = await run(['chi', 'd/late.yaml', 'd/early.yaml']);
    expect([code, stdout.split('\n')[0]?.slice(0, 44)]).toEqual([0, 'Chi Łukasz: not a member in any of 2 decisio']);
    expect((await run(['bo', 'd'])).stdout).toMatch(
      /^bo: held out in 1 of 1 decision as a member, .*;\nnot a member in 6/,
    );
  });
});

test('--as-of reads every roster at one date, and --on-record leaves reports out', async () => {
  const asOf = async (...more: readonly string[]) =>
    JSON.parse((await run(['chi', 'd', '--format', 'json', ...more])).stdout);
  const june = await asOf('--as-of', '2024-06-30');
  expect(june.counts).toMatchObject({ member: 6, supported: 2 });
  expect(june.decisions.every(({ asOf: date }: { asOf: string }) => date === '2024-06-30')).toBe(true);
  const reported = furnished({
    'guide.yaml': decision('Guide', chi('{ stance: support, basis: reported, date: 2024-05-14 }')),
  });
  const { stdout } = await run(['chi', 'd/guide.yaml', 'd/own.yaml', '--on-record', '--format', 'json'], reported);
  expect(JSON.parse(stdout).decisions[0]).toMatchObject({ onRecord: true, stance: 'undeclared', decisiveMoves: [] });
});

test.each([
  [['--assume', 'chi=support'], 'conflicting-option'],
  [['--assume-file', 'x.yaml'], 'conflicting-option'],
  [['--as-of', 'tomorrow'], 'invalid-date'],
])('with %j it is wrong usage', async (more, code) => {
  const answer = await run(['chi', 'd', ...more, '--format', 'json']);
  expect(answer.code).toBe(2);
  expect(JSON.parse(answer.stdout)).toMatchObject({ code });
});

describe('a roster that is not valid', () => {
  const broken = {
    'settings.json': '{ "indent": 2 }',
    'broken.yaml': 'title: t\nrule: consensus\nmembers: { chi: suport }\n',
  };

  test('is told, and the others are answered: exit 3', async () => {
    const { code, stdout, stderr } = await run(['chi', 'd'], furnished(broken));
    expect(code).toBe(3);
    expect(stdout).toMatch(/^Chi .*: held out in 2 of 5 decisions/);
    expect(stdout).toMatch(/^Left out: 1 .* and 1 file that is/m);
    expect(stderr).toContain('d/broken.yaml:3:17: error[unknown-stance]');
  });

  test('is in the one document of JSON, with nothing on standard error', async () => {
    const { code, stdout, stderr } = await run(['chi', 'd', '--format', 'json'], furnished(broken));
    expect([code, stderr]).toEqual([3, '']);
    const { decisions, passedOver, problems } = JSON.parse(stdout);
    expect([decisions.length, passedOver]).toEqual([7, 1]);
    expect(problems).toMatchObject([{ file: 'd/broken.yaml', ok: false, diagnostics: [{ code: 'unknown-stance' }] }]);
  });

  test('alone is what is answered', async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'broken.yaml'), broken['broken.yaml']);
    const { code, stdout } = await run(['chi', '.', '--format', 'json'], cwd);
    expect([code, JSON.parse(stdout).schema]).toEqual([3, 'rutte-tally/diagnostics/1']);
    expect((await run(['chi', '.'], emptyFolder())).stderr).toContain('there is no roster in this folder');
  });
});

test('the page about members has the fields of the document, and of each decision', async () => {
  const document = JSON.parse((await run(['chi', 'd', '--format', 'json'])).stdout);
  const page = readFileSync(join(repository, 'docs', 'member.md'), 'utf8').split('## Several decisions')[1] ?? '';
  const rows = page.split('\n').filter((line) => line.startsWith('| `'));
  const namesIn = (text: string): string[] => [...text.matchAll(/`(\w+)`/g)].map(([, name = '']) => name);
  expect(rows.flatMap((row) => namesIn(row.split(' | ')[0] ?? ''))).toEqual(Object.keys(document));
  const ofDecision = namesIn(rows.find((row) => row.startsWith('| `decisions`')) ?? '');
  expect(ofDecision).toEqual(expect.arrayContaining(Object.keys(document.decisions[0])));
  expect(namesIn(rows.find((row) => row.startsWith('| `counts`')) ?? '')).toEqual(
    expect.arrayContaining(Object.keys(document.counts)),
  );
});

test('text from a roster is harmless', async () => {
  const hostile = {
    'x.yaml': decision(
      '"\\e[2J| <b>=x()"',
      '  chi: { name: "\\e[1m|`=cmd()", positions: [{ stance: oppose, date: 2024-05-01, why: "\\e[2J::error::" }] }',
    ),
  };
  for (const format of ['table', 'json', 'csv', 'markdown']) {
    const { stdout, stderr } = await run(['chi', 'd', '--format', format], furnished(hostile));
    expect(`${stdout}${stderr}`.replaceAll('\r\n', '\n')).not.toMatch(/(?!\n)\p{Cc}/u);
  }
});
