import { describe, expect, test } from 'vitest';
import { type RecordingFolder, recordingFolder } from '../../../support/recording-folder.ts';
import { rosterIn } from '../../../support/texts.ts';

const roster = `title: A treaty
names: iso-3166
as-of: 2024-03-20
rule: consensus
members:
  HU: { date: 2024-02-01, stance: conditional, wants: [{ id: visit }] }
  TR: { date: 2024-02-01, stance: conditional, wants: [{ id: arms, text: an end to embargoes }, a summit] } # so far
demands:
  # in Budapest
  visit: { text: a visit, history: [{ date: 2024-02-10, status: promised }] }
sources: { mti: { title: They have met } }
`;

const folderWith = (text = roster): RecordingFolder => recordingFolder(text);

describe('what became of a demand is recorded', () => {
  test('in its history, and all else stays as it was', async () => {
    const { read, record } = folderWith();
    const told = [
      '--by',
      'the premier',
      '--date',
      '2024-02-23',
      '--source',
      'mti',
      '--quote',
      'Yes.',
      '--note',
      'so far',
    ];
    const run = await record('--demand', 'visit', 'met', 'r.yaml', ...told);
    expect(run.code).toBe(0);
    const added = ', { date: 2024-02-23, status: met, by: the premier, source: mti, quote: Yes., note: so far }';
    expect(read()).toBe(roster.replace('promised }', `promised }${added}`));
    expect(run.stderr).toBe(
      'rutte-tally: recorded a demand (23 Feb 2024: visit met) in r.yaml; outcome as of 20 Mar 2024\n',
    );
    expect(run.stdout).toMatch(/^Demands +23 Feb {2}Hungary's demand met by the premier: a visit \(was promised 10/m);
  });

  test.each([
    ['a visit', 'visit'],
    ['arms', 'arms'],
    ['an end to embargoes', 'arms'],
  ])('of %j, which is %s', async (named, id) => {
    const { read, record } = folderWith();
    await record('--demand', named, 'dropped', 'r.yaml', '--date', '2024-03', '--circa');
    const found = rosterIn(read()).demands.find((demand) => demand.id === id);
    expect(found?.history.at(-1)).toMatchObject({ status: 'dropped', circa: true, date: { text: '2024-03' } });
  });

  test('today unless a date is given, also where nothing is known of demands yet', async () => {
    const { read, record } = folderWith(roster.replace(/demands:\n.*\n.*\n/, '').replace('{ id: visit }', 'a visit'));
    await record('--demand', 'arms', 'refused', 'r.yaml');
    expect(read()).toContain(
      '# so far\ndemands:\n  arms:\n    text: an end to embargoes\n    history:\n      - { date: 2026-01-01, status: refused }\n',
    );
  });

  test('as data, or as a patch alone', async () => {
    const { read, record } = folderWith();
    const words = ['--demand', 'visit', 'met', 'r.yaml', '--date=2024-02-23', '--by=the premier', '--dry-run'];
    const run = await record(...words, '--format', 'json');
    expect(JSON.parse(run.stdout)).toMatchObject({
      written: false,
      moves: [],
      denials: [],
      demands: [{ id: 'visit', status: 'met', date: '2024-02-23', by: 'the premier' }],
      patch: expect.stringContaining('{ date: 2024-02-23, status: met, by: the premier }'),
    });
    const unsigned = await record('--demand', 'visit', 'met', 'r.yaml', '--dry-run', '--format', 'json');
    expect(JSON.parse(unsigned.stdout).demands).toMatchObject([{ by: null }]);
    expect(read()).toBe(roster);
  });
});

describe('nothing is recorded', () => {
  test.each([
    [
      ['--demand', 'visits', 'met', 'r.yaml'],
      'unknown-demand',
      '--demand: no member wants "visits"; did you mean "visit"?',
    ],
    [
      ['--demand', 'a summit', 'met', 'r.yaml'],
      'unknown-demand',
      'name it in a position first: wants: [{ id: …, text: … }]',
    ],
    [
      ['--demand', 'visit', 'given', 'r.yaml'],
      'unknown-status',
      'expected one of "promised", "met", "dropped" or "refused"',
    ],
    [['--demand', 'visit', 'granted', 'r.yaml'], 'unknown-status', 'did you mean "met"?'],
    [['--demand', 'visit'], 'missing-argument', 'what became of the demand? Write --demand ID STATUS'],
    [['--demand', 'visit', 'HU', 'met', 'r.yaml'], 'excess-arguments', '--demand takes no member'],
    [['--demand', '', 'met', 'r.yaml'], 'missing-value', '--demand: the value is empty'],
    [
      ['--demand', 'visit', 'met', 'r.yaml', '--why', 'w'],
      'conflicting-option',
      '--why does not apply to a demand: leave it out',
    ],
    [['--demand', 'visit', 'met', 'r.yaml', '--of', 'TR'], 'conflicting-option', '--of does not apply'],
    [['--demand', 'visit', 'met', 'r.yaml', '--follows', 'TR'], 'conflicting-option', '--follows does not apply'],
    [['--demand', 'visit', 'met', 'r.yaml', '--among', 'TR'], 'conflicting-option', '--among does not apply'],
    [['--demand', 'visit', 'met', 'r.yaml', '--denied', '2024-01-01'], 'conflicting-option', '--denied does not apply'],
    [['--demand', 'visit', 'met', 'r.yaml', '--source', 'mtl'], 'unknown-source', 'did you mean "mti"?'],
    [
      ['--demand', 'visit', 'met', 'r.yaml', '--date', '2024-02-10'],
      'same-date',
      '--date: "visit" already has an entry of 2024-02-10',
    ],
  ])('by %j', async (words, code, message) => {
    const { read, record } = folderWith();
    const run = await record(...words, '--format', 'json');
    expect(run.code).toBe(2);
    expect(JSON.parse(run.stdout)).toMatchObject({ schema: 'rutte-tally/error/1', code });
    expect(JSON.parse(run.stdout).message).toContain(message);
    expect(read()).toBe(roster);
  });

  test.each([
    ['in a file that is no roster', roster.replace('rule: consensus', 'rule: concensus'), 'unknown-rule'],
    [
      'in a file with a list of demands',
      'title: T\nrule: consensus\nmembers: { NL: support }\ndemands: [a]\n',
      'not-a-mapping',
    ],
  ])('%s: the file is told what is wrong with it', async (_, text, code) => {
    const { read, record } = folderWith(text);
    const run = await record('--demand', 'visit', 'met', 'r.yaml');
    expect(run.code).toBe(3);
    expect(run.stdout + run.stderr).toContain(code);
    expect(read()).toBe(text);
  });
});
