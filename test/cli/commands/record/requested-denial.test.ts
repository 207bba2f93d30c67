import { describe, expect, test } from 'vitest';
import { type RecordingFolder, recordingFolder } from '../../../support/recording-folder.ts';
import { rosterIn } from '../../../support/texts.ts';

const roster = `title: A treaty
names: iso-3166
as-of: 2024-03-20
rule: consensus
members:
  HU: # since February
    positions:
      - { date: 2024-02-22, stance: withheld, why: A visit comes first. }
      - { date: 2024-03-12, stance: support, basis: reported, by: two diplomats }
      - { date: 2024-03-13, stance: support, basis: reported, denied: 2024-03-14 }
      - { date: 2024-03-14T09:00:00Z, stance: support, basis: reported }
  NL: support
sources: { mti: { title: Minister denies it } }
`;

const folderWith = (text = roster): RecordingFolder => recordingFolder(text);

describe('the denial of a report is recorded', () => {
  test('in the entry of the report, and all else stays as it was', async () => {
    const { read, record } = folderWith();
    const told = ['--by', 'the minister', '--date', '2024-03-15', '--source', 'mti'];
    const run = await record('hungary', 'r.yaml', '--denied', '2024-03-12', ...told);
    expect(run.code).toBe(0);
    const added = ', denied: { date: 2024-03-15, by: the minister, source: mti }';
    expect(read()).toBe(roster.replace('two diplomats }', `two diplomats${added} }`));
    expect(run.stderr).toBe(
      'rutte-tally: recorded a denial (15 Mar 2024) of the report on HU of 12 Mar 2024 in r.yaml; outcome as of 20 Mar 2024\n',
    );
    expect(run.stdout).toMatch(/^Denied +15 Mar {2}Hungary: reported as support on 12 Mar \(two diplomats\)/m);
  });

  test('of the only report of a day, whatever its hour, and says what that does', async () => {
    const { read, record } = folderWith();
    const run = await record('HU', 'r.yaml', '--denied', '2024-03-14', '--date', '2024-03-14T12:00:00Z');
    expect(rosterIn(read()).members[0]?.positions.at(-1)?.denied).toMatchObject({
      date: { text: '2024-03-14T12:00:00Z' },
    });
    expect(run.stderr).toContain('a denial (14 Mar 2024, 12:00 UTC) of the report on HU of 14 Mar 2024, 09:00 UTC');
  });

  test('today unless a date is given', async () => {
    const { read, record } = folderWith();
    await record('HU', 'r.yaml', '--denied', '2024-03-12');
    expect(read()).toContain('denied: { date: 2026-01-01 }');
  });

  test('as data, or as a patch alone', async () => {
    const { read, record } = folderWith();
    const run = await record(
      'HU',
      'r.yaml',
      '--denied=2024-03-12',
      '--date=2024-03-15',
      '--dry-run',
      '--format',
      'json',
    );
    expect(JSON.parse(run.stdout)).toMatchObject({
      written: false,
      moves: [],
      claims: [],
      denials: [{ member: 'HU', date: '2024-03-12', deniedOn: '2024-03-15', deniedBy: null }],
      patch: expect.stringContaining(
        '+      - { date: 2024-03-12, stance: support, basis: reported, by: two diplomats, denied',
      ),
    });
    expect(read()).toBe(roster);
  });
});

describe('nothing is recorded', () => {
  test.each([
    [
      ['HU', 'r.yaml', '--denied', '2024-03-11'],
      'no-report',
      '"HU" has no position of 2024-03-11; reports about it are of 2024-03-12 and 2024-03-14T09:00:00Z',
    ],
    [['NL', 'r.yaml', '--denied', '2024-03-11'], 'no-report', 'there is no dated report about it'],
    [['HU', 'r.yaml', '--denied', '2024-02-22'], 'denied-statement', 'the member said so itself'],
    [['HU', 'r.yaml', '--denied', '2024-03-13'], 'denied-already', 'this report was already denied on 2024-03-14'],
    [['XX', 'r.yaml', '--denied', '2024-03-12'], 'unknown-member', '"XX"'],
    [['--denied', '2024-03-12'], 'missing-argument', 'whose report is denied?'],
    [['HU', 'support', 'r.yaml', '--denied', '2024-03-12'], 'excess-arguments', 'a denial takes no stance'],
    [
      ['HU', 'r.yaml', '--denied', '2024-03-12', '--why', 'w'],
      'conflicting-option',
      '--why does not apply to a denial: leave it out',
    ],
    [
      ['HU', 'r.yaml', '--denied', '2024-03-12', '--holding-out', '1'],
      'conflicting-option',
      '--holding-out does not apply',
    ],
    [['HU', 'r.yaml', '--denied', 'then'], 'invalid-date', '--denied'],
    [['HU', 'r.yaml', '--denied', '2024-03-12', '--by', ''], 'missing-value', '--by'],
    [['HU', 'r.yaml', '--denied', '2024-03-12', '--source', 'mtl'], 'unknown-source', 'did you mean "mti"?'],
  ])('by %j', async (words, code, message) => {
    const { read, record } = folderWith();
    const run = await record(...words, '--format', 'json');
    expect(run.code).toBe(2);
    expect(JSON.parse(run.stdout)).toMatchObject({ schema: 'rutte-tally/error/1', code });
    expect(JSON.parse(run.stdout).message).toContain(message);
    expect(read()).toBe(roster);
  });

  test.each([
    ['before the report', ['--date', '2024-03-11'], roster, 'denied-before-report'],
    ['in a file that is no roster', [], roster.replace('rule: consensus', 'rule: concensus'), 'unknown-rule'],
    ['in a file without that member', [], 'title: T\nrule: concensus\nmembers: { NL: support }\n', 'unknown-rule'],
  ])('%s: the file is told what is wrong with it', async (_, options, text, code) => {
    const { read, record } = folderWith(text);
    const run = await record('HU', 'r.yaml', '--denied', '2024-03-12', ...options);
    expect(run.code).toBe(3);
    expect(run.stdout + run.stderr).toContain(code);
    expect(read()).toBe(text);
  });
});
