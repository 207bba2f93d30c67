import { describe, expect, test } from 'vitest';
import { type RecordingFolder, recordingFolder } from '../../../support/recording-folder.ts';
import { rosterIn } from '../../../support/texts.ts';

const roster = `title: A treaty
names: iso-3166
as-of: 2024-03-20
rule: consensus
groups: { Baltic states: [EE, LV, LT] }
members: { EE: , LV: , LT: , PL: support }
sources: { politico: { title: Who is for it } }
`;

const folderWith = (text = roster): RecordingFolder => recordingFolder(text);

describe('a report about several is recorded', () => {
  test('in one entry, of a group by its name', async () => {
    const { read, record } = folderWith();
    const run = await record(
      '--of',
      'baltic states',
      'unclear',
      'r.yaml',
      '--by',
      'an official',
      '--date',
      '2024-02-21',
    );
    expect(run.code).toBe(0);
    expect(read()).toContain(
      'claims:\n  - { date: 2024-02-21, by: an official, of: Baltic states, stance: unclear }\n',
    );
    expect(run.stderr).toBe(
      'rutte-tally: recorded a report (21 Feb 2024: Baltic states unclear) in r.yaml; outcome as of 20 Mar 2024\n',
    );
    expect(run.stdout).toContain('undeclared → unclear');
  });

  test('with all that it says', async () => {
    const { read, record } = folderWith();
    const rest = [
      '--circa',
      '--source',
      'politico',
      '--source',
      'https://example.org/1',
      '--quote',
      'q',
      '--note',
      'n',
    ];
    const run = await record(
      '--of=latvia,PL',
      'conditional',
      'r.yaml',
      '--wants',
      'a post',
      '--why',
      'w',
      '--date=2024-02',
      ...rest,
    );
    expect(run.code).toBe(0);
    expect(rosterIn(read()).reports).toEqual([
      {
        date: { text: '2024-02', day: '2024-02-29' },
        circa: true,
        of: { codes: ['LV', 'PL'] },
        stance: 'conditional',
        why: 'w',
        wants: ['a post'],
        sources: ['politico', 'https://example.org/1'],
        quote: 'q',
        note: 'n',
      },
    ]);
  });

  test('as data, today where no date is given', async () => {
    const { read, record } = folderWith();
    const run = await record('--of', 'EE', 'support', 'r.yaml', '--format', 'json', '--dry-run');
    expect(JSON.parse(run.stdout)).toMatchObject({
      written: false,
      claims: [],
      reports: [{ date: '2026-01-01', of: ['EE'], group: null, stance: 'support' }],
    });
    expect(read()).toBe(roster);
  });
});

describe('nothing is recorded', () => {
  test.each([
    [['--of', 'EE', 'r.yaml'], 'unknown-stance', 'STANCE: "r.yaml" is not a stance'],
    [['--of', 'EE', 'suport', 'r.yaml'], 'unknown-stance', 'did you mean "support"?'],
    [['--of', 'EE'], 'missing-argument', 'what stance is reported?'],
    [['--of', 'EE', 'EE', 'support', 'r.yaml'], 'excess-arguments', '--of names the members'],
    [['--of', 'EE', 'undeclared', 'r.yaml'], 'undeclared-with-evidence', 'write "unclear"'],
    [['--of', 'EE,', 'support', 'r.yaml'], 'missing-value', '--of: write codes or names, as in TR,HU'],
    [['--of', 'none', 'support', 'r.yaml'], 'unknown-member', '--of: "none"'],
    [
      ['--of', 'EE', 'support', 'r.yaml', '--basis', 'stated'],
      'conflicting-option',
      '--basis does not apply to a report',
    ],
    [['--of', 'EE', 'support', 'r.yaml', '--claim', '2'], 'conflicting-option', '--claim does not apply to a report'],
    [
      ['--of', 'EE', 'support', 'r.yaml', '--denied', '2024-01-01'],
      'conflicting-option',
      '--of does not apply to a denial',
    ],
    [['EE', 'r.yaml', '--of', 'EE', '--denied', '2024-01-01'], 'conflicting-option', '--of does not apply to a denial'],
    [['--of', 'EE', 'support', 'r.yaml', '--source', 'politica'], 'unknown-source', 'did you mean "politico"?'],
  ])('by %j', async (words, code, message) => {
    const { read, record } = folderWith();
    const run = await record(...words, '--format', 'json');
    expect(run.code).toBe(2);
    expect(JSON.parse(run.stdout)).toMatchObject({ schema: 'rutte-tally/error/1', code });
    expect(JSON.parse(run.stdout).message).toContain(message);
    expect(read()).toBe(roster);
  });

  test('twice', async () => {
    const { record } = folderWith();
    const words = ['--of', 'EE,LV', 'unclear', 'r.yaml', '--date', '2024-02-21'];
    expect((await record(...words)).code).toBe(0);
    const again = await record(...words);
    expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('the roster already has this report')]);
  });

  test('in a file that is no roster', async () => {
    for (const text of ['a: [', 'title: T\nrule: concensus\nmembers: { EE: }\n']) {
      const { read, record } = folderWith(text);
      expect((await record('--of', 'EE', 'support', 'r.yaml')).code).toBe(3);
      expect(read()).toBe(text);
    }
  });
});
