import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { visible } from '../../../src/text/escape-controls.ts';
import { displayWidth } from '../../../src/text/width.ts';
import { repository, transcript } from '../../support/bin.ts';
import { inTerminal, type Terminal } from '../../support/host.ts';
import { goldenFile } from '../../support/texts.ts';

const data = join(repository, 'data');
const run = (args: readonly string[], terminal: Terminal = {}) =>
  inTerminal(['member', ...args], { cwd: data, ...terminal });

async function* text(words: string): AsyncGenerator<string> {
  yield words;
}

/** A member of a roster that is given as its parts. */
const runOf = (word: string, parts: object, more: readonly string[] = [], terminal: Terminal = {}) =>
  run([word, '-', ...more], { stdin: text(JSON.stringify({ title: 't', rule: 'consensus', ...parts })), ...terminal });

describe('the story of', () => {
  const cases = [
    ['TR', 'nato-2024.yaml', '2024-04-29', []],
    ['HU', 'nato-2024.yaml', '2024-06-19', []],
    ['SE', 'nato-2024.yaml', '2024-02-21', []],
    ['RO', 'nato-2024.yaml', '2024-06-15', ['--on-record']],
    ['LV', 'nato-2024.yaml', '2024-06-20', ['--assume', 'LV=oppose']],
    ['DE', 'nature-restoration-2024.yaml', '2024-06-17', []],
  ] as const;

  test.each(cases.flatMap((known) => [50, 80, 120].map((columns) => [...known, columns] as const)))(
    '%s in %s on %s with %j at %i columns',
    async (code, file, date, more, columns) => {
      const args = [code, file, '--as-of', date, ...more];
      const answer = await run(args, { isTTY: true, columns, env: { NO_COLOR: '1' } });
      expect(answer.code).toBe(0);
      // An address stays whole, and the terminal wraps it.
      for (const line of answer.stdout.split('\n'))
        if (!/^ *https?:/.test(line)) expect([line, displayWidth(visible(line)) <= columns]).toEqual([line, true]);
      const name = [code, date, ...more.map((word) => word.replace(/\W/g, '').toLowerCase()), columns].join('-');
      await expect(transcript(['member', ...args], answer)).toMatchFileSnapshot(goldenFile(`member/${name}.txt`));
    },
  );

  test.each(
    cases.slice(0, 1).flatMap((known) => ['json', 'csv', 'markdown'].map((format) => [...known, format] as const)),
  )('%s in %s on %s with %j as %s', async (code, file, date, _, format) => {
    const args = [code, file, '--as-of', date, '--format', format];
    const answer = await run(args);
    expect(answer.code).toBe(0);
    await expect(transcript(['member', ...args], answer)).toMatchFileSnapshot(
      goldenFile(`member/${code}-${format}.txt`),
    );
  });

  test('one that has weights and groups, with its exact share', async () => {
    const members = { A: { weights: { size: '0.1' } }, B: { weights: { size: '0.2' } }, C: { weights: { size: 0 } } };
    const { stdout } = await runOf('A', { members, groups: { 'the first': ['A'] } });
    expect(stdout).toMatch(/^Weights +size 0\.1 of 0\.3 \(33\.33%\)$/m);
    expect(stdout).toMatch(/^Groups +the first$/m);
    const json = JSON.parse((await runOf('A', { members }, ['--format=json'])).stdout);
    expect(json.weights).toEqual([{ name: 'size', value: 0.1, total: 0.3, share: '33.33%' }]);
  });

  test('one with one position and a note has the note once', async () => {
    const { stdout } = await runOf('A', { members: { A: { stance: 'oppose', why: 'w', note: 'only once' } } });
    expect(stdout.match(/only once/g)).toHaveLength(1);
  });

  test('one of whom nothing is known', async () => {
    const { stdout } = await runOf('A', { members: { A: { note: 'shy', joined: '2024-01-01', left: '2025-01-01' } } });
    expect(stdout).toMatch(/^UNDECLARED {2}holding out$/m);
    expect(stdout).toMatch(/^ {2}none known$/m);
    expect(stdout).toMatch(/^Note +shy$/m);
    expect(stdout).toMatch(/^Member +joined on 1 Jan 2024\n +leaves on 1 Jan 2025$/m);
  });
});

describe('what it would change', () => {
  const lines = async (parts: object): Promise<string[]> => {
    const { stdout } = await runOf('A', parts, [], { columns: 120, isTTY: true, env: { NO_COLOR: '1' } });
    return [...stdout.matchAll(/^(?:What if {4}| {11})it moved (to .*)$/gm)].map(([, line = '']) => line);
  };

  test.each<[what: string, parts: object, lines: string[]]>([
    [
      'open and blocked',
      { members: { A: 'unclear', B: 'undeclared', C: 'support' } },
      ['to support, no-objection, abstain or recused: still open, 1 to go', 'to oppose: blocked, 2 short'],
    ],
    [
      'reached',
      { members: { A: 'unclear', B: 'support' } },
      ['to support, no-objection, abstain or recused: reached', 'to oppose: blocked, 1 short'],
    ],
    [
      'too many of them',
      { rule: { count: 'oppose', 'at-most': 1 }, members: { A: 'unclear', B: 'oppose', C: 'oppose' } },
      [
        'to support, no-objection, abstain or recused: still blocked, 1 too many',
        'to oppose: still blocked, 2 too many',
      ],
    ],
    [
      'only time',
      { rule: { silence: '2030-01-01' }, members: { A: 'unclear' } },
      [
        'to support, no-objection, abstain or recused: still open, only time is missing',
        'to oppose: blocked, 1 too many',
      ],
    ],
    [
      'of several criteria',
      { rule: { all: ['unanimity', { 'at-least': 1 }] }, members: { A: 'unclear', B: 'support' } },
      [
        'to support or recused: reached',
        'to no-objection, abstain or oppose: blocked, 1 of 2 in favour and 1 of 1 in favour: 1 short',
      ],
    ],
  ])('%s', async (_, parts, expected) => {
    expect(await lines(parts)).toEqual(expected);
  });
});

describe('a member is found by', () => {
  test.each([
    ['its code', 'TR', 'TR'],
    ['its code in other letters', 'tr', 'TR'],
    ['its name', 'Türkiye', 'TR'],
    ['its name without marks and case', 'turkiye', 'TR'],
    ['its name, decomposed', 'TU\u0308RKI\u0307YE', 'TR'],
    ['how its name begins', 'hung', 'HU'],
    ['its name with blanks about it', '  united   kingdom ', 'GB'],
  ])('%s', async (_, word, code) => {
    expect(JSON.parse((await run([word, 'nato-2024', '--format=json'])).stdout).member).toBe(code);
  });

  const members = { a: '', A: '', Łódź: '', x1: { name: 'Søren Ærø' }, x2: { name: 'Straße' }, x3: { name: 'IRMAK' } };
  test.each([
    ['a', 'a'],
    ['A', 'A'],
    ['lodz', 'Łódź'],
    ['soren', 'x1'],
    ['soren aero', 'x1'],
    ['strasse', 'x2'],
    ['ırmak', 'x3'],
  ])('%s, which is %s', async (word, code) => {
    expect(JSON.parse((await runOf(word, { members }, ['--format=json'])).stdout).member).toBe(code);
  });

  test.each([
    ['Turkye', 'unknown-member', '"Turkye" is not a member of this roster; did you mean "TR" (Türkiye)?'],
    ['romnia', 'unknown-member', '"romnia" is not a member of this roster; did you mean "RO" (Romania)?'],
    [
      'Atlantis',
      'unknown-member',
      '"Atlantis" is not a member of this roster; the codes are AL, BE, BG, CA, CZ, DE, DK, EE and 24 more',
    ],
    [
      '',
      'unknown-member',
      '"" is not a member of this roster; the codes are AL, BE, BG, CA, CZ, DE, DK, EE and 24 more',
    ],
    ['united', 'ambiguous-member', '"united" may be GB (United Kingdom) or US (United States); name one by its code'],
    [
      's',
      'ambiguous-member',
      '"s" may be ES (Spain), SE (Sweden), SI (Slovenia) or SK (Slovakia); name one by its code',
    ],
  ])('no means, such as %j', async (word, code, message) => {
    const table = await run([word, 'nato-2024']);
    expect(table).toEqual({ code: 2, stdout: '', stderr: `rutte-tally: ${message}\n` });
    const json = await run([word, 'nato-2024', '--format=json']);
    expect(JSON.parse(json.stdout)).toEqual({ schema: 'rutte-tally/error/1', code, message });
  });

  test('a word that many begin with, of whom some are named', async () => {
    const many = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`m${index}`, '']));
    expect((await runOf('m', { members: many })).stderr).toContain('"m" may be m0, m1, m2, m3, m4 or 4 more');
  });
});

describe('hyperlinks', () => {
  const link = '\u001b]8;;';
  const parts = { members: { A: { stance: 'support', source: 'https://example.org/a' } } };

  test.each<[what: string, terminal: Terminal, linked: boolean]>([
    ['a pipe', { env: { FORCE_HYPERLINK: '1', TERM_PROGRAM: 'WezTerm' } }, false],
    ['a terminal of which nothing is known', { isTTY: true, env: { TERM: 'xterm-256color' } }, false],
    ['one that must', { isTTY: true, env: { FORCE_HYPERLINK: '1' } }, true],
    ['one that must not', { isTTY: true, env: { FORCE_HYPERLINK: '0', TERM_PROGRAM: 'WezTerm' } }, false],
    ['one without links', { isTTY: true, env: { NO_HYPERLINKS: '1', FORCE_HYPERLINK: '1' } }, false],
    ['a dumb one', { isTTY: true, env: { TERM: 'dumb', FORCE_HYPERLINK: '1' } }, false],
    ['a known program', { isTTY: true, env: { TERM_PROGRAM: 'iTerm.app' } }, true],
    ['an unknown program', { isTTY: true, env: { TERM_PROGRAM: 'Apple_Terminal' } }, false],
    ['kitty', { isTTY: true, env: { TERM: 'xterm-kitty' } }, true],
    ['Windows Terminal', { isTTY: true, env: { WT_SESSION: 'x' } }, true],
    ['VTE', { isTTY: true, env: { VTE_VERSION: '7600' } }, true],
    ['VTE that crashes', { isTTY: true, env: { VTE_VERSION: '5000' } }, false],
    ['tmux', { isTTY: true, env: { TERM_PROGRAM: 'tmux', TERM_PROGRAM_VERSION: '3.4' } }, true],
    ['a later tmux', { isTTY: true, env: { TERM_PROGRAM: 'tmux', TERM_PROGRAM_VERSION: '4.0a' } }, true],
    ['an old tmux', { isTTY: true, env: { TERM_PROGRAM: 'tmux', TERM_PROGRAM_VERSION: '3.3a' } }, false],
    ['a tmux without a version', { isTTY: true, env: { TERM_PROGRAM: 'tmux', WT_SESSION: 'x' } }, false],
  ])('in %s', async (_, terminal, linked) => {
    const { stdout } = await runOf('A', parts, [], terminal);
    expect(stdout.includes(link)).toBe(linked);
    expect(stdout).toContain('https://example.org/a');
  });

  test.each(['json', 'csv', 'markdown'])('are not in %s', async (format) => {
    const { stdout } = await runOf('A', parts, ['--format', format], { isTTY: true, env: { FORCE_HYPERLINK: '1' } });
    expect(stdout).not.toContain(link);
  });

  test('stand over the title, and nothing in the address gets out of them', async () => {
    const hostile = 'https://example.org/\u001b\\\u0007\u009c"<x>)é\ud800|`';
    const sources = { s: { title: 'A \u001b[2Jtitle', url: hostile } };
    const members = { A: { stance: 'support', source: 's' } };
    const terminal = { isTTY: true, columns: 80, env: { FORCE_HYPERLINK: '1', NO_COLOR: '1' } };
    const { stdout } = await runOf('A', { members, sources }, [], terminal);
    const address = 'https://example.org/%1B%5C%07%C2%9C%22%3Cx%3E%29%C3%A9%EF%BF%BD%7C%60';
    expect(stdout).toContain(`${link}${address}\u001b\\A \\u{1b}[2Jtitle${link}\u001b\\\n`);
    expect(stdout.split('\u001b')).toHaveLength(5);
    const markdown = (await runOf('A', { members, sources }, ['--format=markdown'])).stdout;
    expect(markdown).toContain(`](${address})`);
  });
});

test('hostile text is shown and does nothing', async () => {
  const evil = '\u001b[2J<b>|*x*\n=1+1';
  const members = {
    A: {
      name: evil,
      positions: [{ stance: 'conditional', by: evil, why: evil, wants: [evil], quote: evil, note: evil }],
    },
  };
  const parts = {
    title: evil,
    body: evil,
    members,
    groups: { [evil]: ['A'] },
    claims: [{ date: '2024-01-01', by: evil, holdouts: ['A'] }],
  };
  for (const format of ['table', 'csv', 'markdown', 'json']) {
    const { code, stdout } = await runOf('A', parts, ['--format', format]);
    expect(code).toBe(0);
    expect(stdout).not.toContain('\u001b');
    if (format === 'csv') expect(stdout).not.toMatch(/(?:^|,)"?=/m);
    if (format === 'markdown') expect(stdout).not.toContain('<b>');
  }
});

test('what is assumed is a row of its own in CSV', async () => {
  const { stdout } = await runOf('A', { members: { A: 'oppose' } }, ['--assume', 'A=support', '--format', 'csv']);
  const [head, ...rows] = stdout.trimEnd().split('\r\n');
  expect(rows.map((row) => row.replace(/,+$/, ''))).toEqual(['A,A,,no,oppose,stated', 'A,A,,,support,assumed']);
  for (const row of rows) expect(row.split(',')).toHaveLength(head?.split(',').length ?? 0);
});

test('among ten thousand members one is found at once', async () => {
  const members = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`m${index}`, 'support']));
  expect((await runOf('m9999', { members })).stdout).toMatch(/^m9999 /);
});

test('a roster that is chosen is named', async () => {
  expect((await run(['HU'], { cwd: '/' })).stdout).toMatch(/^From +nato-2024\.yaml, the bundled example$/m);
  expect((await run(['HU', '--format=csv'], { cwd: '/' })).stderr).toContain('Bundled example');
});
