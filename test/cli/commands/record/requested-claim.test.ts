import { describe, expect, test } from 'vitest';
import { type RecordingFolder, recordingFolder } from '../../../support/recording-folder.ts';
import { rosterIn } from '../../../support/texts.ts';

const roster = `# Who is for it?
title: A treaty
names: iso-3166
as-of: 2024-06-20
rule: consensus
groups: { Benelux: [BE, NL] }

members:
  AT: support # said so
  BE:
  NL: support

claims:
  # what the press said
  - { date: 2024-06-01, by: NOS, supporting: 1 }
sources:
  report: { title: A report }
`;

const folderWith = (text = roster, name?: string): RecordingFolder => recordingFolder(text, name);

describe('a claim is recorded', () => {
  test('in one line, and all else stays as it was', async () => {
    const { read, record } = folderWith();
    const run = await record('r.yaml', '--claim', 'more than 2', '--by', 'a diplomat', '--date', '2024-06-10');
    expect(run.code).toBe(0);
    const line = '  - { date: 2024-06-10, by: a diplomat, supporting: more than 2 }\n';
    expect(read()).toBe(roster.replace('sources:', `${line}sources:`));
    expect(run.stderr).toBe(
      'rutte-tally: recorded a claim (10 Jun 2024: more than 2 in support) in r.yaml; outcome as of 20 Jun 2024\n',
    );
    expect(run.stdout).toMatch(/^STILL OPEN {2}A treaty\n/);
    expect(run.stdout).toMatch(/^Reported +10 Jun {2}more than 2 in favour \(a diplomat\)/m);
  });

  test('within a group, by its name or by codes', async () => {
    const { read, record } = folderWith();
    const run = await record('r.yaml', '--claim', '1', '--among', 'benelux', '--by', 'NOS', '--date', '2024-06-11');
    expect(run.code).toBe(0);
    expect(read()).toContain('  - { date: 2024-06-11, by: NOS, supporting: 1, among: Benelux }\n');
    expect(run.stderr).toContain('recorded a claim (11 Jun 2024: 1 in support among Benelux) in r.yaml');
    const more = ['--holding-out', 'none', '--among', 'netherlands,AT', '--date', '2024-06-12', '--format', 'json'];
    expect(JSON.parse((await record('r.yaml', ...more)).stdout).claims).toEqual([
      { date: '2024-06-12', supporting: null, holdingOut: 'none', among: ['AT', 'NL'], group: null, holdouts: null },
    ]);
    expect(read()).toContain('  - { date: 2024-06-12, holding-out: none, among: [AT, NL] }\n');
    expect(rosterIn(read()).claims.map(({ among }) => among)).toEqual([
      undefined,
      { codes: ['BE', 'NL'], group: 'Benelux' },
      { codes: ['AT', 'NL'] },
    ]);
  });

  test('with all that it says', async () => {
    const { read, record } = folderWith();
    const options = [
      '--circa',
      '--source',
      'report',
      '--source=https://example.org/1',
      '--quote',
      '“yes”',
      '--note',
      'NO',
    ];
    const counts = ['--claim', '2 of 3', '--holding-out=1', '--holdouts', 'be'];
    const run = await record('r.yaml', ...counts, '--date=2024-06', ...options);
    expect(run.stderr).toContain('a claim (Jun 2024: 2 of 3 in support, 1 holding out, holding out: BE) in r.yaml');
    expect(rosterIn(read()).claims.at(-1)).toMatchObject({
      date: { text: '2024-06' },
      circa: true,
      supporting: { text: '2 of 3' },
      holdingOut: { text: '1' },
      holdouts: ['BE'],
      sources: ['report', 'https://example.org/1'],
      quote: '“yes”',
      note: 'NO',
    });
  });

  test.each([
    ['TR,HU', undefined],
    ['be', ['BE']],
    ['Belgium, AT', ['AT', 'BE']],
    ['Benelux', ['BE', 'NL']],
    ['benelux,BE', ['BE', 'NL']],
    ['none', []],
    ['None', []],
  ])('with the holdouts %s', async (listed, holdouts) => {
    const { read, record } = folderWith();
    const run = await record('r.yaml', '--holdouts', listed, '--date=2024-06-10');
    expect(run.code).toBe(holdouts === undefined ? 2 : 0);
    const [, claim] = rosterIn(read()).claims;
    expect(claim?.holdouts).toEqual(holdouts);
  });

  test('and says what a list of holdouts does to the outcome', async () => {
    const { record } = folderWith();
    const run = await record('r.yaml', '--holdouts', 'none', '--date=2024-06-10');
    expect(run.stdout).toMatch(/^OPEN → REACHED {2}A treaty/);
    expect(run.stderr).toContain('a claim (10 Jun 2024: nobody holding out) in r.yaml');
  });

  test('today where no date is given, in the roster of the folder', async () => {
    const { read, record } = folderWith(roster, 'rutte-tally.yml');
    const run = await record('--claim', '2');
    expect(read()).toContain('  - { date: 2026-01-01, supporting: 2 }\n');
    expect(run.stderr).toContain('recorded a claim (1 Jan 2026: 2 in support) in rutte-tally.yml');
    await record('--claim', '3', '--date', 'yesterday');
    expect(read()).toContain('  - { date: 2025-12-31, supporting: 3 }\n  - { date: 2026-01-01, supporting: 2 }\n');
  });

  test('as data', async () => {
    const { record } = folderWith();
    const run = await record('r.yaml', '--claim', 'over 1', '--date', '2024-06-10', '--format', 'json');
    expect(JSON.parse(run.stdout)).toMatchObject({
      schema: 'rutte-tally/record/1',
      written: true,
      moves: [],
      claims: [{ date: '2024-06-10', supporting: 'over 1', holdingOut: null, holdouts: null }],
      before: { outcome: 'open' },
    });
  });

  test('in a patch that leaves the file alone', async () => {
    const { read, record } = folderWith();
    const run = await record('r.yaml', '--claim', '2', '--date', '2024-06-10', '--dry-run');
    expect(read()).toBe(roster);
    expect(run.stdout.split('\n').filter((line) => /^[-+](?![-+])/.test(line))).toEqual([
      '+  - { date: 2024-06-10, supporting: 2 }',
    ]);
    expect(run.stderr).toContain('would record a claim (10 Jun 2024: 2 in support) in r.yaml');
  });

  test('where there was none, in a section of its own', async () => {
    const { read, record } = folderWith('title: t\nrule: consensus\nmembers: { A: support }\n');
    await record('r.yaml', '--claim', '1', '--date', '2024-06-10');
    expect(read()).toBe(
      'title: t\nrule: consensus\nmembers: { A: support }\nclaims:\n  - { date: 2024-06-10, supporting: 1 }\n',
    );
  });
});

describe('no claim is recorded', () => {
  test.each<[words: readonly string[], code: string, message: string]>([
    [['--claim', 'many'], 'invalid-count', '--claim: "many" is not a number of members; write 21, "more than 20"'],
    [['--claim', ''], 'invalid-count', '--claim: "" is not a number of members'],
    [['--claim', '2', '--holding-out', '5 of 3'], 'invalid-count', '--holding-out: "5 of 3" can never be true'],
    [
      ['--holdouts', 'XX'],
      'unknown-member',
      '--holdouts: "XX" is not a member of this roster; add it under "members:"',
    ],
    [['--holdouts', 'Belgum'], 'unknown-member', 'did you mean "BE" (Belgium)?'],
    [['--holdouts', 'none,BE'], 'unknown-member', '--holdouts: "none" is not a member of this roster'],
    [['--holdouts', ''], 'missing-value', '--holdouts: write codes or names, as in TR,HU; or none'],
    [['--holdouts', 'BE,'], 'missing-value', '--holdouts: write codes or names'],
    [['--claim', '2', '--by', ' '], 'missing-value', '--by: the value is empty'],
    [
      ['--claim', '2', '--source', 'reprot'],
      'unknown-source',
      '--source: "reprot" is not a key of "sources"; did you mean',
    ],
    [['--among', 'BE'], 'missing-argument', '--among needs a count: add --claim COUNT or --holding-out COUNT'],
    [['--claim', '1', '--among', 'BE', '--holdouts', 'BE'], 'conflicting-option', '--among goes only with counts'],
    [['--claim', '1', '--among', 'Beneluks'], 'unknown-member', '--among: "Beneluks" is not a member'],
    [['--claim', '2', '--date', 'soon'], 'invalid-date', '--date: "soon" is not a date'],
    [['--claim', '2', '--why', 'x'], 'conflicting-option', '--why goes with a position, not with a claim'],
    [['--claim', '2', '--csv'], 'conflicting-option', '--csv goes with a position'],
    [['--claim', '1', '--by', 'NOS', '--date', '2024-06-01'], 'same-claim', 'the roster already has this claim'],
    [['support', '--claim', '2'], 'excess-arguments', 'a claim is not about one member: pass only the roster'],
  ])('%j', async (words, code, message) => {
    const { read, record } = folderWith();
    const run = await record('r.yaml', ...words);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain(message);
    expect(JSON.parse((await record('r.yaml', ...words, '--format', 'json')).stdout)).toMatchObject({ code });
    expect(read()).toBe(roster);
  });

  test.each([
    ['no roster', 'title: t\n', 'missing-key'],
    ['no YAML', 'title: [', 'yaml-syntax'],
    ['not a roster for another reason', roster.replace('consensus', 'consenus'), 'unknown-rule'],
  ])('in a file that is %s', async (_, text, code) => {
    const { read, record } = folderWith(text);
    const run = await record('r.yaml', '--claim', '2', '--holdouts', 'BE');
    expect([run.code, run.stdout]).toEqual([3, '']);
    expect(run.stderr).toContain(code);
    expect(read()).toBe(text);
  });
});
