import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { declarations } from '../../../src/cli/program/commands.ts';
import { emptyFolder, transcript } from '../../support/bin.ts';
import { inTerminal, type Terminal } from '../../support/host.ts';
import { goldenFile } from '../../support/texts.ts';

const roster =
  'title: A new chair\nnames: iso-3166\nas-of: 2024-03-01\nrule: consensus\nmembers:\n  TR: { date: 2024-01-01, stance: oppose }\n  HU: unclear\n  SE: { joined: 2024-03-07 }\n';

async function* said(text: string): AsyncGenerator<string> {
  yield text;
}

/** Runs in a folder with a roster and a file of assumptions. */
function assuming(assumptions: string, args: readonly string[], terminal: Terminal = {}) {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, 'r.yaml'), roster);
  writeFileSync(join(cwd, 'moves.yaml'), assumptions);
  return inTerminal(args, { cwd, ...terminal });
}

const check = ['check', 'r.yaml', '--assume-file', 'moves.yaml'];

describe('the exit code of check follows', () => {
  test.each([
    ['TR: support\nHU: abstain\n', [], 0],
    ['TR: support\n', [], 1],
    ['HU: support\n', [], 4],
    ['{}', [], 4],
    ['TR: support\n', ['--assume', 'HU=support'], 0],
    ['TR: support\nHU: abstain\n', ['--assume', 'HU=abstain'], 0],
    ['TR: support\nHU: abstain\n', ['--as-of', '2024-03-07'], 1],
    ['TR: support\nHU: abstain\nSE: support\n', ['--as-of', '2024-03-07'], 0],
  ])('the assumptions %j with %j', async (assumptions, more, code) => {
    expect(await assuming(assumptions, [...check, ...more])).toMatchObject({ code, stderr: '' });
  });
});

describe('members are called as people call them', () => {
  const groups = `${roster}groups: { Both of them: [TR, HU] }\n`;
  const answer = async (assumptions: string, more: readonly string[]): Promise<unknown> => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'r.yaml'), groups);
    writeFileSync(join(cwd, 'moves.yaml'), assumptions);
    const run = await inTerminal([...check, '--format=json', ...more], { cwd });
    expect([0, 1, 4]).toContain(run.code);
    return JSON.parse(run.stdout).assumed;
  };

  test.each<[file: string, more: readonly string[], assumed: Readonly<Record<string, string>>]>([
    ['{}', ['--assume', 'tr=support', '--assume=hungary=abstain'], { TR: 'support', HU: 'abstain' }],
    ['Turkiye: support\nHUNGARY: abstain\n', [], { TR: 'support', HU: 'abstain' }],
    ['{}', ['--assume', 'both of them=support'], { TR: 'support', HU: 'support' }],
    ['Both of them: support\n', ['--assume', 'hu=oppose'], { TR: 'support', HU: 'oppose' }],
    ['hu: oppose\n', ['--assume', 'all=support'], { TR: 'support', HU: 'oppose' }],
    ['all: support\n', ['--as-of', '2024-03-07'], { TR: 'support', HU: 'support', SE: 'support' }],
  ])('in %j with %j', async (file, more, assumed) => {
    expect(await answer(file, more)).toEqual(assumed);
  });

  test('what contradicts itself, or means several, is told at its place', async () => {
    const cwd = emptyFolder();
    writeFileSync(
      join(cwd, 'r.yaml'),
      'title: t\nrule: consensus\nmembers: { a: { name: Ann }, b: { name: Anna }, c: }\n',
    );
    writeFileSync(join(cwd, 'moves.yaml'), 'ann: support\nA: oppose\nan: support\n');
    const run = await inTerminal(check, { cwd });
    expect(run).toMatchObject({ code: 3, stdout: '' });
    await expect(transcript(check, run)).toMatchFileSnapshot(goldenFile('assume/names.txt'));
  });

  test('many that are assumed are told together', async () => {
    const cwd = emptyFolder();
    const members = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`m${index + 10}`, 'unclear']));
    writeFileSync(join(cwd, 'r.yaml'), JSON.stringify({ title: 't', rule: 'consensus', members }));
    const said = async (...more: readonly string[]) =>
      (await inTerminal(['status', 'r.yaml', ...more], { cwd })).stdout;
    expect(await said('--assume', 'all=support')).toContain('What if: assuming all = support.\n');
    expect((await said('--assume', 'all=support', '--assume', 'm10=oppose')).replace(/\s+/g, ' ')).toContain(
      'What if: assuming m10 = oppose; m11, m12, m13, m14, m15, m16, m17, m18 and 3 more = support. ',
    );
  });
});

describe('all that is assumed is marked', () => {
  const assumptions = 'TR: withheld\nHU: oppose\n';

  test('for people', async () => {
    const { stdout } = await assuming(assumptions, check);
    expect(stdout).toContain('assuming HU = oppose, TR = withheld');
    expect(stdout.match(/\(assumed\)/g)).toHaveLength(2);
    const status = await assuming(assumptions, ['status', ...check.slice(1)]);
    expect(status.stdout).toContain('What if: assuming HU = oppose, TR = withheld.');
    expect(status.stdout.match(/\(assumed\)/g)).toHaveLength(2);
  });

  test('in JSON', async () => {
    const { stdout } = await assuming(assumptions, [...check, '--assume=TR=withheld', '--format=json']);
    expect(JSON.parse(stdout).assumed).toEqual({ HU: 'oppose', TR: 'withheld' });
  });
});

test('a row of CSV says so for itself', async () => {
  const args = ['diff', 'r.yaml', 'r.yaml@2024-03-08', '--assume-file=moves.yaml', '--format=csv'];
  const { stdout } = await assuming('TR: abstain', args);
  expect(stdout).toMatch(/^change,.*,assumed\r$/m);
  expect(stdout).toMatch(/^moved,TR,.*,yes\r$/m);
  expect(stdout).toMatch(/^joined,SE,.*,no\r$/m);
});

test('assumptions may come from standard input', async () => {
  const args = ['check', 'r.yaml', '--assume-file', '-'];
  expect(await assuming('', args, { stdin: said('{ TR: support, HU: support }') })).toMatchObject({ code: 0 });
  const wrong = await assuming('', args, { stdin: said('TR: nay') });
  expect(wrong.code).toBe(3);
  expect(wrong.stderr).toContain('<stdin>:1:5: error[unknown-stance]');
});

test.each(['-', '-@2024-03-01'])('standard input is not both, roster and assumptions: %s', async (word) => {
  const run = await assuming('', ['check', '--assume-file=-', '--', word], { stdin: said('nonsense') });
  expect(run).toMatchObject({ code: 2, stdout: '' });
  expect(run.stderr).toContain('standard input can be read only once');
});

test('standard input cannot be watched', async () => {
  const run = await assuming('', ['status', 'r.yaml', '--watch', '--assume-file=-']);
  expect(run).toMatchObject({ code: 2, stdout: '' });
  expect(run.stderr).toContain('--watch cannot read standard input');
});

test('the command line and the file must not contradict each other', async () => {
  const run = await assuming('TR: support', [...check, '--assume', 'TR=oppose']);
  expect(run).toMatchObject({ code: 2, stdout: '' });
  expect(run.stderr).toBe(
    'rutte-tally: --assume: "TR" cannot be both "oppose" and "support", as "moves.yaml" says; leave out one of them\n',
  );
});

test('a file that holds no assumptions is told why, all at once', async () => {
  const run = await assuming('Turkie: suport\nHU:\nHU: oppose\nSE: support\nXX: { stance: support }\n', check);
  expect(run).toMatchObject({ code: 3, stdout: '' });
  await expect(transcript(check, run)).toMatchFileSnapshot(goldenFile('assume/mistakes.txt'));
});

test('a file that is not there is told', async () => {
  const run = await assuming('', ['check', 'r.yaml', '--assume-file', 'none.yaml']);
  expect(run).toMatchObject({ code: 3, stdout: '' });
  expect(run.stderr).toContain('none.yaml: error[unreadable-file]: cannot be read: there is no such file');
});

test('a broken roster is told first', async () => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, 'r.yaml'), 'title: t\n');
  const run = await inTerminal(['check', 'r.yaml', '--assume-file', 'none.yaml'], { cwd });
  expect(run.code).toBe(3);
  expect(run.stderr).toContain('r.yaml:1:1: error[missing-key]');
  expect(run.stderr).not.toContain('none.yaml');
});

describe.each(declarations.filter(({ ofSnapshot }) => ofSnapshot))('$name', ({ name, formats, arguments: words }) => {
  // A command asks for a member, for a roster, or for two.
  const named = [name, ...words.map(([syntax]) => (/code/i.test(syntax) ? 'TR' : 'r.yaml'))];

  test('reads a file of assumptions, and says what is wrong with it', async () => {
    const run = await assuming('TR: suport', [...named, '--assume-file', 'moves.yaml']);
    expect(run).toMatchObject({ code: 3, stdout: '' });
    expect(run.stderr).toContain('moves.yaml:1:5: error[unknown-stance]');
    const json = await assuming('TR: suport', [...named, '--assume-file', 'moves.yaml', '--format', 'json']);
    expect(json).toMatchObject({ code: 3, stderr: '' });
    expect(JSON.parse(json.stdout)).toMatchObject({
      schema: 'rutte-tally/diagnostics/1',
      files: [{ file: 'moves.yaml', ok: false, diagnostics: [{ code: 'unknown-stance' }] }],
    });
  });

  test('marks what a file assumes, in every format', async () => {
    for (const format of formats) {
      const run = await assuming('TR: abstain', [...named, '--assume-file', 'moves.yaml', '--format', format]);
      expect([format, run.stderr]).toEqual([format, '']);
      expect(run.stdout).toMatch(/assum/i);
      expect(run.stdout).toContain('abstain');
    }
  });
});
