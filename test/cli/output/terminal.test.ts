import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { declarations } from '../../../src/cli/program/commands.ts';
import { visible } from '../../../src/text/escape-controls.ts';
import { displayWidth } from '../../../src/text/width.ts';
import { repository, transcript } from '../../support/bin.ts';
import { inTerminal } from '../../support/host.ts';
import { goldenFile } from '../../support/texts.ts';

const colour = '\u001b[';
const nato = join(repository, 'data', 'nato-2024.yaml');
const council = join(repository, 'test', 'fixtures', 'cli', 'council.yaml');

describe('colour', () => {
  test.each([
    ['a terminal', [], { isTTY: true }, true],
    ['a pipe', [], { isTTY: false }, false],
    ['a terminal with NO_COLOR', [], { isTTY: true, env: { NO_COLOR: '1' } }, false],
    ['a terminal with an empty NO_COLOR', [], { isTTY: true, env: { NO_COLOR: '' } }, true],
    ['a dumb terminal', [], { isTTY: true, env: { TERM: 'dumb' } }, false],
    ['a pipe with --color always', ['--color', 'always'], { isTTY: false }, true],
    ['NO_COLOR with --color always', ['--color=always'], { isTTY: true, env: { NO_COLOR: '1' } }, true],
    ['a dumb terminal with --color always', ['--color=always'], { isTTY: true, env: { TERM: 'dumb' } }, true],
    ['a terminal with --color never', ['--color', 'never'], { isTTY: true }, false],
  ] as const)('%s', async (_, args, terminal, coloured) => {
    const { stdout } = await inTerminal(['status', nato, ...args], terminal);
    expect(stdout.includes(colour)).toBe(coloured);
  });

  test('is decided for each stream on its own', async () => {
    const broken = join(repository, 'test', 'fixtures', 'err', 'unknown-stance.yaml');
    expect((await inTerminal(['status', broken], { isTTY: true, errIsTTY: false })).stderr).not.toContain(colour);
    expect((await inTerminal(['status', broken], { isTTY: false, errIsTTY: true })).stderr).toContain(colour);
  });

  test('is never in JSON', async () => {
    const { stdout } = await inTerminal(['status', nato, '--format', 'json', '--color', 'always'], { isTTY: true });
    expect(stdout).not.toContain(colour);
  });

  test.each(['status', 'check'])('adds nothing and takes nothing away in %s', async (command) => {
    const plain = await inTerminal([command, nato, '--color=never'], { isTTY: true, columns: 80 });
    const painted = await inTerminal([command, nato, '--color=always'], { isTTY: true, columns: 80 });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colour is made of them
    expect(painted.stdout.replace(/\u001b\[\d+m/g, '')).toBe(plain.stdout);
  });
});

describe('width', () => {
  const plain = { NO_COLOR: '1', LANG: 'C.UTF-8' };
  const rosters = { nato, council };
  const dates = {
    nato: ['2023-11-30', '2024-02-21', '2024-04-03', '2024-06-19', '2024-06-20', '2024-07-01'],
    council: ['2024-06-17'],
  };
  const cases = ([20, 50, 80, 120] as const).flatMap((columns) =>
    (['nato', 'council'] as const).flatMap((roster) => dates[roster].map((date) => [roster, date, columns] as const)),
  );

  test.each(cases)('%s on %s fits into %i columns', async (roster, date, columns) => {
    const args = ['status', rosters[roster], '--as-of', date, '--all'];
    const { code, stdout } = await inTerminal(args, { isTTY: true, columns, env: plain });
    expect(code).toBe(0);
    // At 20 columns a row of the table does not fit; nothing is lost, and nothing crashes.
    if (columns > 20)
      for (const line of stdout.split('\n'))
        expect([line, displayWidth(visible(line)) <= columns]).toEqual([line, true]);
  });

  test.each(cases.filter(([, , columns]) => columns > 20))('%s on %s at %i columns', async (roster, date, columns) => {
    // Named relative to its folder, so that the width of a line does not hang on where the repository lies.
    const file = rosters[roster];
    const args = ['status', basename(file), '--as-of', date];
    const run = await inTerminal(args, { isTTY: true, columns, env: plain, cwd: dirname(file) });
    expect(run.code).toBe(0);
    const golden = transcript(args, run);
    await expect(golden).toMatchFileSnapshot(goldenFile(`status/${roster}-${date}-${columns}.txt`));
  });

  test('is 80 in a pipe, whatever the terminal', async () => {
    const piped = await inTerminal(['status', nato], { isTTY: false, columns: 200 });
    const eighty = await inTerminal(['status', nato], { isTTY: true, columns: 80, env: plain });
    expect(piped.stdout).toBe(eighty.stdout);
  });
});

describe('ASCII', () => {
  test.each(['unsc-2024-02-20', 'unsc-2024-03-25', 'sweden-nato@2024-02-26'])('is enough for %s', async (roster) => {
    const asked = await inTerminal(['status', roster, '--ascii', '--all'], { isTTY: false });
    const terminal = { isTTY: true, columns: 80, env: { NO_COLOR: '1', LANG: 'C' } };
    const [shown, checked] = [
      await inTerminal(['status', roster, '--all'], terminal),
      await inTerminal(['check', roster], terminal),
    ];
    expect(shown.stdout).toBe(asked.stdout);
    expect(asked.stdout).toContain('|');
    for (const { stdout } of [asked, checked]) expect(stdout.replace(/[á-ž]/g, '')).toMatch(/^[\n -~]+$/);
  });
});

describe('which roster', () => {
  test('named by the user needs no remark', async () => {
    expect((await inTerminal(['check', nato])).stderr).toBe('');
  });

  test('on standard input is read to its end', async () => {
    async function* chunks(): AsyncGenerator<Uint8Array | string> {
      const bytes = new TextEncoder().encode('title: Überall\nrule: consensus\nmembers: { A: support }\n');
      yield bytes.subarray(0, 8);
      yield bytes.subarray(8);
    }
    const { code, stdout } = await inTerminal(['status', '-'], { stdin: chunks() });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Überall .*21 Feb 2024$/m);
    expect(stdout).toMatch(/^From +standard input$/m);
  });
});

describe('today', () => {
  const text = 'title: t\nrule: consensus\nmembers: { A: { stance: support, date: 2024-05-01 } }\n';
  async function* stdin(): AsyncGenerator<string> {
    yield text;
  }

  test.each([
    ['2024-04-30', 1],
    ['2024-05-01', 0],
  ])('%s is the date where neither the roster nor the user names one', async (today, code) => {
    expect((await inTerminal(['check', '-'], { stdin: stdin(), today })).code).toBe(code);
  });
});

test('a bug says so in one line, with its own exit code', async () => {
  const stdin: AsyncIterable<string> = {
    [Symbol.asyncIterator]: () => {
      throw new TypeError('never\nmind');
    },
  };
  const table = await inTerminal(['status', '-'], { stdin });
  expect(table).toMatchObject({ code: 70, stdout: '' });
  expect(table.stderr).toMatch(/^rutte-tally: a bug in rutte-tally, .*TypeError: never mind\n$/);
  const json = await inTerminal(['status', '-', '--format=json'], { stdin });
  expect(json).toMatchObject({ code: 70, stderr: '' });
  expect(JSON.parse(json.stdout)).toMatchObject({ schema: 'rutte-tally/error/1', code: 'bug' });
});

describe('help', () => {
  const commands = [[], ...declarations.map(({ name }) => [name])];

  test.each(commands.flatMap((words) => [80].map((columns) => [words, columns] as const)))(
    'of %j fits into %i columns',
    async (words, columns) => {
      const { code, stdout } = await inTerminal([...words, '--help'], { isTTY: true, columns });
      expect(code).toBe(0);
      const lines = stdout.split('\n').filter((line) => !line.startsWith('  $ '));
      expect(lines.filter((line) => displayWidth(visible(line)) > columns)).toEqual([]);
    },
  );
});
