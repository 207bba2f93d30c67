import { describe, expect, test } from 'vitest';
import { type RecordingFolder, recordingFolder } from '../../../support/recording-folder.ts';
import { rosterIn } from '../../../support/texts.ts';

const roster = `title: A new chair
rule: { count: support, at-least: 1/2 }
as-of: 2024-02-21
rounds:
  - { date: 2024-02-12, name: first ballot } # by post
members:
  ana: { date: 2024-02-12, stance: support } # so far
  bo: { date: 2024-02-12, stance: oppose, why: w }
`;

const folderWith = (text = roster): RecordingFolder => recordingFolder(text);

describe('the beginning of a round is recorded', () => {
  test('under the rounds, and all else stays as it was', async () => {
    const { read, record } = folderWith();
    const run = await record('--round', ' second ballot ', 'r.yaml', '--date', '2024-02-19');
    expect(run.code).toBe(0);
    const added = '# by post\n  - { date: 2024-02-19, name: second ballot }\n';
    expect(read()).toBe(roster.replace('# by post\n', added));
    expect(run.stderr).toBe(
      'rutte-tally: recorded a round (19 Feb 2024: second ballot) in r.yaml; outcome as of 21 Feb 2024\n',
    );
    expect(run.stdout).toMatch(/^REACHED → OPEN {2}A new chair$/m);
    expect(run.stdout).toMatch(/^ {2}ana {2}support → undeclared$/m);
    expect(run.stdout).toMatch(/^Round {6}first ballot, 12 Feb → second ballot, 19 Feb$/m);
  });

  test.each(['', ' '])('without a name for %j, today unless a date is given', async (name) => {
    const { read, record } = folderWith(roster.replace(/rounds:\n.*\n/, ''));
    const run = await record('--round', name, 'r.yaml');
    expect(run.stderr).toMatch(/^rutte-tally: recorded a round \(1 Jan 2026\) in r\.yaml\n/);
    expect(read()).toContain('why: w }\nrounds:\n  - { date: 2026-01-01 }\n');
  });

  test('at an hour of the day of another', async () => {
    const { read, record } = folderWith();
    const run = await record('--round', 'again', 'r.yaml', '--date', '2024-02-12T18:00:00+01:00');
    expect(run.code).toBe(0);
    expect(rosterIn(read()).rounds).toMatchObject([
      { name: 'first ballot' },
      { name: 'again', date: { text: '2024-02-12T18:00:00+01:00' } },
    ]);
  });

  test('as data, or as a patch alone', async () => {
    const { read, record } = folderWith();
    const words = ['--round', 'second ballot', 'r.yaml', '--date=2024-02-19', '--dry-run', '--format', 'json'];
    expect(JSON.parse((await record(...words)).stdout)).toMatchObject({
      written: false,
      moves: [],
      demands: [],
      rounds: [{ date: '2024-02-19', name: 'second ballot' }],
      before: { outcome: 'reached' },
      after: { outcome: 'open' },
      patch: expect.stringContaining('+  - { date: 2024-02-19, name: second ballot }'),
    });
    const unnamed = await record('--round', '', 'r.yaml', '--dry-run', '--format', 'json');
    expect(JSON.parse(unnamed.stdout).rounds).toEqual([{ date: '2026-01-01', name: null }]);
    expect(read()).toBe(roster);
  });
});

describe('nothing is recorded', () => {
  const begin = ['--round', 'second ballot', 'r.yaml'];

  test.each([
    [['--round', 'x', 'ana', 'r.yaml'], 'excess-arguments', 'a round is not about one member: pass only the roster'],
    [
      [...begin, '--date', '2024-02-12'],
      'same-date',
      '--date: a round already begins on 2024-02-12; change that one in the file, or use another date',
    ],
    [
      [...begin, '--date', '2024-02'],
      'invalid-date',
      '--date: "2024-02" is a month, and a day is needed; write a day (2024-02-21) or an instant',
    ],
    [[...begin, '--date', 'soon'], 'invalid-date', '--date: "soon" is not a date'],
  ])('by %j', async (words, code, message) => {
    const { read, record } = folderWith();
    const run = await record(...words, '--format', 'json');
    expect(run.code).toBe(2);
    expect(JSON.parse(run.stdout)).toMatchObject({ schema: 'rutte-tally/error/1', code });
    expect(JSON.parse(run.stdout).message).toContain(message);
    expect(read()).toBe(roster);
  });

  test.each([
    ['--csv'],
    ['--circa'],
    ['--leaning', 'support'],
    ['--follows', 'bo'],
    ['--basis', 'stated'],
    ['--by', 'b'],
    ['--why', 'w'],
    ['--wants', 'w'],
    ['--source', 's'],
    ['--quote', 'q'],
    ['--note', 'n'],
    ['--claim', '1'],
    ['--holding-out', '1'],
    ['--among', 'ana'],
    ['--holdouts', 'none'],
    ['--of', 'ana,bo'],
    ['--denied', '2024-02-12'],
    ['--demand', 'd'],
  ])('with %s, which says nothing of a round', async (...option) => {
    const { read, record } = folderWith();
    const run = await record(...begin, ...option);
    expect(run.code).toBe(2);
    expect(run.stderr).toBe(`rutte-tally: ${option[0]} does not apply to a round: leave it out\n`);
    expect(read()).toBe(roster);
  });

  test.each([
    ['a file that is no roster', roster.replace('at-least', 'at-lest'), 'unknown-key'],
    ['a file with a text in place of the rounds', roster.replace(/rounds:\n.*\n/, 'rounds: two\n'), 'not-a-list'],
  ])('in %s: what is wrong with it is told', async (_, text, code) => {
    const { read, record } = folderWith(text);
    const run = await record(...begin);
    expect(run.code).toBe(3);
    expect(run.stdout + run.stderr).toContain(code);
    expect(read()).toBe(text);
  });
});
