import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { patchOf } from '../../../../src/cli/commands/record/effect.ts';
import { editedText } from '../../../../src/cli/commands/record/record.ts';
import { snapshot } from '../../../../src/engine/snapshot.ts';
import { visible } from '../../../../src/text/escape-controls.ts';
import { displayWidth } from '../../../../src/text/width.ts';
import { emptyFolder, script, transcript } from '../../../support/bin.ts';
import { inPipe, inTerminal } from '../../../support/host.ts';
import { needGit } from '../../../support/repository.ts';
import { standingIn, time } from '../../../support/rosters.ts';
import { goldenFile, rosterIn } from '../../../support/texts.ts';

const roster = `# Who is for it?
title: A treaty
names: iso-3166
as-of: 2024-06-20
rule: consensus

members:
  AT: support # said so
  BE:
    positions:
      - date: 2024-02 # about then
        stance: withheld
        why: 'the price'

# where it comes from
sources:
  report: { title: A report }
`;

const support = ['record', 'BE', 'support', 'r.yaml', '--date', '2024-06-20', '--source', 'report'];

const added = `      - date: 2024-06-20
        stance: support
        source: report
`;
const recorded = roster.replace("'the price'\n", `'the price'\n${added}`);

interface Folder {
  readonly cwd: string;
  readonly read: (name?: string) => string;
}

function folderWith(text: string | Uint8Array = roster, name = 'r.yaml'): Folder {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, name), text);
  return { cwd, read: (other = name) => readFileSync(join(cwd, other), 'utf8') };
}

/** The file is as it was, and nothing is beside it. */
function expectUntouched({ cwd, read }: Folder, text = roster): void {
  expect(read()).toBe(text);
  expect(readdirSync(cwd)).toEqual(['r.yaml']);
}

describe('a move', () => {
  test('is in the file, with all else as it was, and its outcome is told', async () => {
    const folder = folderWith();
    const run = await inPipe(support, { cwd: folder.cwd });
    expect(run).toMatchObject({ code: 0 });
    expectUntouched(folder, recorded);
    expect(run.stdout).toMatch(/^OPEN → REACHED {2}A treaty\n/);
    expect(run.stdout).toContain('Belgium  withheld → support  20 Jun\n');
    expect(run.stderr).toBe('rutte-tally: recorded BE: support (20 Jun 2024) in r.yaml\n');
  });

  test.each([
    ['one position', '{ date: "2024-06-20T09:00Z", stance: oppose }'],
    ['one position in lines', '\n    date: 2024-06-20T09:00Z\n    stance: oppose'],
    ['a history', '{ positions: [{ date: "2024-06-20T09:00Z", stance: oppose }] }'],
    ['a history in lines', '\n    positions:\n      - date: 2024-06-20T09:00Z\n        stance: oppose'],
  ])('of a bare day stands before the hours of that day: %s', async (_, member) => {
    const { cwd, read } = folderWith(roster.replace('  AT: support # said so\n', `  AT: ${member}\n`));
    const run = await inPipe(['record', 'AT', 'support', 'r.yaml', '--date=2024-06-20'], { cwd });
    expect(run).toMatchObject({ code: 0 });
    const stanceOn = (date: string) => standingIn(snapshot(rosterIn(read()), time(date)), 'AT').stance;
    expect(['2024-06-19', '2024-06-20T08:00Z', '2024-06-20T09:00Z', '2024-06-20'].map(stanceOn)).toEqual([
      'undeclared',
      'support',
      'oppose',
      'oppose',
    ]);
  });

  test('says all that its options say', async () => {
    const { cwd, read } = folderWith();
    const words = [
      'record',
      'AT',
      'conditional',
      'r.yaml',
      '--date=2024-06',
      '--circa',
      '--basis=reported',
      '--by=a minister',
    ];
    const more = ['--why=no: not yet', '--wants=a post', '--wants', 'money', '--wants=a post', '--source=report'];
    const rest = ['--source=https://example.org/1', '--quote=“Yes”', '--note=NO'];
    expect(await inPipe([...words, ...more, ...rest], { cwd })).toMatchObject({ code: 0 });
    expect(rosterIn(read()).members[0]?.positions).toEqual([
      { circa: false, stance: 'support', basis: 'stated', wants: [], sources: [] },
      {
        date: { text: '2024-06', day: '2024-06-30' },
        circa: true,
        stance: 'conditional',
        basis: 'reported',
        by: 'a minister',
        why: 'no: not yet',
        wants: ['a post', 'money'],
        sources: ['report', 'https://example.org/1'],
        quote: '“Yes”',
        note: 'NO',
      },
    ]);
    expect(read()).toContain('  AT:\n    positions:\n      - stance: support # said so\n      - date: 2024-06\n');
  });

  test.each(['be', 'Belgium', 'BELG'])('is of the member that %j means', async (word) => {
    const { cwd, read } = folderWith();
    const run = await inPipe(['record', word, 'support', 'r.yaml', '--date=2024-06-20'], { cwd });
    expect(run.stderr).toContain('recorded BE: support (20 Jun 2024) in r.yaml');
    const { cwd: other, read: readOther } = folderWith();
    await inPipe(['record', '--csv', 'r.yaml'], {
      cwd: other,
      input: `code,stance,date\n${word},support,2024-06-20\n`,
    });
    expect(readOther()).toBe(read());
  });

  test('is of today where no date is given, and that is said', async () => {
    const { cwd, read } = folderWith(roster, 'rutte-tally.yaml');
    const run = await inTerminal(['record', 'BE', 'support'], { cwd, today: '2024-07-01' });
    expect(read()).toContain('      - date: 2024-07-01\n        stance: support\n');
    expect(run.stderr).toBe(
      'rutte-tally: recorded BE: support (1 Jul 2024) in rutte-tally.yaml\n' +
        'rutte-tally: rutte-tally.yaml has the as-of 2024-06-20, which is earlier; --as-of 2024-07-01 shows what was recorded\n',
    );
    const status = await inPipe(['status'], { cwd });
    expect(status.stdout).toContain("Not shown  1 position after 20 Jun 2024, the roster's as-of (--as-of today)\n");
    const markdown = await inPipe(['status', '--format', 'markdown'], { cwd });
    expect(markdown.stdout).toContain("- 1 position after 20 Jun 2024, the roster's as-of (--as-of today)\n");
    for (const words of [['@2024-06-20'], ['--as-of', 'today']])
      expect((await inPipe(['status', ...words], { cwd })).stdout).not.toContain('Not shown');
  });

  test('that later ones have overtaken is told at the date of the roster', async () => {
    const { cwd } = folderWith();
    const run = await inPipe(['record', 'BE', 'oppose', 'r.yaml', '--date=2024-01-01', '--why=x'], { cwd });
    expect(run.stdout).toMatch(/^STILL OPEN {2}/);
    expect(run.stderr).toContain('; outcome as of 20 Jun 2024\n');
  });

  test('mends a roster that was none for want of a position', async () => {
    const { cwd, read } = folderWith('title: t\nrule: consensus\nmembers:\n  BE:\n    positions:\n');
    const run = await inPipe(['record', 'BE', 'support', 'r.yaml', '--date=2024-01-01'], { cwd });
    expect(run).toMatchObject({ code: 0, stdout: 'REACHED  consensus of 1: all 1 in support\n' });
    expect(rosterIn(read()).members[0]?.positions).toHaveLength(1);
    const json = await inPipe(['record', 'BE', 'support', 'r.yaml', '--date=2024-01-02', '--format=json'], { cwd });
    expect(JSON.parse(json.stdout)).toMatchObject({ written: true, before: { outcome: 'reached' } });
  });

  test('is one document of JSON', async () => {
    const { cwd } = folderWith();
    const run = await inPipe([...support, '--format', 'json'], { cwd });
    expect(JSON.parse(run.stdout)).toEqual({
      schema: 'rutte-tally/record/1',
      file: 'r.yaml',
      written: true,
      moves: [{ member: 'BE', stance: 'support', date: '2024-06-20' }],
      claims: [],
      reports: [],
      denials: [],
      demands: [],
      rounds: [],
      asOf: '2024-06-20',
      before: { outcome: 'open', tally: expect.objectContaining({ members: 2, support: 1, withheld: 1 }) },
      after: { outcome: 'reached', tally: expect.objectContaining({ members: 2, support: 2, withheld: 0 }) },
      patch: null,
    });
  });

  test.each([50, 80, 120])('at %i columns', async (columns) => {
    const { cwd } = folderWith();
    const run = await inTerminal(support, { isTTY: true, columns, env: { NO_COLOR: '1' }, cwd });
    for (const line of run.stdout.split('\n'))
      expect([line, displayWidth(visible(line)) <= columns]).toEqual([line, true]);
    await expect(transcript(support, run)).toMatchFileSnapshot(goldenFile(`record/move-${columns}.txt`));
  });
});

describe('a file', () => {
  test.each([
    ['CRLF', roster.replaceAll('\n', '\r\n'), recorded.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\ufeff${roster}`, `\ufeff${recorded}`],
    ['no last line break', roster.slice(0, roster.indexOf('\n\n#')), recorded.slice(0, recorded.indexOf('\n\n#'))],
  ])('with %s keeps it', async (_, before, after) => {
    const { cwd, read } = folderWith(before);
    const words = before.includes('sources') ? support : support.slice(0, -2);
    expect(await inPipe(words, { cwd })).toMatchObject({ code: 0 });
    expect(read()).toBe(before.includes('sources') ? after : after.replace('\n        source: report', ''));
  });

  test.each([0o644, 0o600, 0o664, 0o755])('keeps its mode %o', async (mode) => {
    const { cwd } = folderWith();
    chmodSync(join(cwd, 'r.yaml'), mode);
    expect(await inPipe(support, { cwd })).toMatchObject({ code: 0 });
    expect(statSync(join(cwd, 'r.yaml')).mode & 0o7777).toBe(mode);
  });

  test('that a link leads to is replaced, and the link stays', async () => {
    const { cwd, read } = folderWith(roster, 'target.yaml');
    mkdirSync(join(cwd, 'links'));
    symlinkSync('../target.yaml', join(cwd, 'links', 'r.yaml'));
    expect(await inPipe(support, { cwd: join(cwd, 'links') })).toMatchObject({ code: 0 });
    expect(read()).toBe(recorded);
    expect(readlinkSync(join(cwd, 'links', 'r.yaml'))).toBe('../target.yaml');
    expect(lstatSync(join(cwd, 'target.yaml')).isFile()).toBe(true);
    expect([readdirSync(cwd), readdirSync(join(cwd, 'links'))]).toEqual([['links', 'target.yaml'], ['r.yaml']]);
  });

  test('with another name keeps its old content there', async () => {
    const { cwd, read } = folderWith();
    linkSync(join(cwd, 'r.yaml'), join(cwd, 'other.yaml'));
    expect(await inPipe(support, { cwd })).toMatchObject({ code: 0 });
    expect([read(), read('other.yaml')]).toEqual([recorded, roster]);
  });

  test('that is no roster any more would be refused, with what is wrong in it', async () => {
    const folder = folderWith(roster.replace('  BE:\n', '  BE:\n    joined: 2024-01-01\n'));
    const before = folder.read();
    const run = await inPipe(['record', 'BE', 'support', 'r.yaml', '--date=2023-12-31'], { cwd: folder.cwd });
    expect(run).toMatchObject({ code: 3, stdout: '' });
    expect(run.stderr).toMatch(
      /^rutte-tally: nothing recorded: r\.yaml would not be a valid roster\nr\.yaml:\d+:15: error\[before-joined\]: /,
    );
    expectUntouched(folder, before);
    const json = await inPipe(['record', 'BE', 'support', 'r.yaml', '--date=2023-12-31', '--format=json'], folder);
    expect(json.code).toBe(3);
    expect(JSON.parse(json.stdout)).toMatchObject({ schema: 'rutte-tally/diagnostics/1', files: [{ file: 'r.yaml' }] });
  });

  describe('to which nothing can be added is never refused without a word', () => {
    const bytes = Buffer.from(roster);
    const unreadable = 'members: { BE: ] }';

    test('because of the new text, which is shown', () => {
      const edited = editedText({ bytes }, { designator: 'r.yaml', add: () => ({ unreadable }) });
      expect(edited).toEqual({ kind: 'refused', text: unreadable, state: 'would not be a valid roster' });
    });

    test('because of how it is written', () => {
      const edited = editedText({ bytes }, { designator: 'r.yaml', add: () => undefined });
      const state = 'is written in a way that nothing can be added to';
      expect(edited).toEqual({ kind: 'refused', text: roster, state });
    });

    test.each([undefined, { unreadable }])('because it is no roster itself', (added) => {
      const text = 'members: [';
      const edited = editedText({ bytes: Buffer.from(text) }, { designator: 'r.yaml', add: () => added });
      expect(edited).toEqual({ kind: 'refused', text });
    });
  });

  test.each([
    ['broken YAML', 'members: {', 'yaml-syntax'],
    ['a mistake elsewhere', roster.replace('title', 'titel'), 'unknown-key'],
    ['UTF-16', Buffer.from(`\ufeff${roster}`, 'utf16le'), 'not-utf-8'],
    ['a byte that is not UTF-8', Buffer.from(roster.replace('price', 'pr\xefce'), 'latin1'), 'not-utf-8'],
  ])('of %s is left alone', async (_, text, code) => {
    const { cwd } = folderWith(text);
    const run = await inPipe(support, { cwd });
    expect(run.code).toBe(3);
    expect(run.stderr).toContain(`error[${code}]`);
    expect(readFileSync(join(cwd, 'r.yaml'))).toEqual(Buffer.from(text));
    expect(readdirSync(cwd)).toEqual(['r.yaml']);
  });

  test.each([
    ['a folder', 'this is a folder', (cwd: string) => mkdirSync(join(cwd, 'r.yaml'))],
    ['a link to itself', 'ELOOP', (cwd: string) => symlinkSync('r.yaml', join(cwd, 'r.yaml'))],
    ['a link that leads nowhere', 'there is no such file', (cwd: string) => symlinkSync('x.yaml', join(cwd, 'r.yaml'))],
    ['nothing', 'there is no such file', () => {}],
  ])('that is %s cannot be read', async (_, reason, make) => {
    const cwd = emptyFolder();
    make(cwd);
    const run = await inPipe(support, { cwd });
    expect(run).toMatchObject({ code: 3, stdout: '' });
    expect(run.stderr).toContain(`error[unreadable-file]: cannot be read: ${reason}`);
  });

  test('is whole and alone where the disk is full', () => {
    const folder = folderWith();
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', 'ulimit -f 0; exec "$@"', 'sh', process.execPath, script, ...support],
      {
        cwd: folder.cwd,
        encoding: 'utf8',
      },
    );
    expect(stderr).toBe('rutte-tally: "r.yaml" was not written: the disk is full\n');
    expect(status).toBe(2);
    expectUntouched(folder);
  });

  test('that is none is not replaced', () => {
    const { cwd } = folderWith();
    const pipe = 'mkfifo pipe; cat r.yaml > pipe & exec "$@"';
    const words = [process.execPath, script, ...support.map((word) => (word === 'r.yaml' ? 'pipe' : word))];
    const { status, stderr } = spawnSync('sh', ['-c', pipe, 'sh', ...words], { cwd, encoding: 'utf8' });
    expect(stderr).toBe('rutte-tally: "pipe" was not written: this is not a regular file\n');
    expect(status).toBe(2);
    expect(lstatSync(join(cwd, 'pipe')).isFIFO()).toBe(true);
  });

  // Root may write everywhere.
  const ordinary = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

  test.each([
    ['a file that is read-only', 0o444, 0o777],
    ['a folder that is read-only', 0o666, 0o555],
  ])('is left alone where it is in %s', (_, mode, folderMode) => {
    const folder = folderWith();
    chmodSync(join(folder.cwd, 'r.yaml'), mode);
    chmodSync(folder.cwd, folderMode);
    const options = { cwd: folder.cwd, encoding: 'utf8', ...ordinary } as const;
    const started = spawnSync(
      process.execPath,
      ['-e', `require('node:fs').accessSync(${JSON.stringify(script)})`],
      options,
    );
    // Where the program itself is out of others' sight there is nothing to start.
    const run = started.status === 0 ? spawnSync(process.execPath, [script, ...support], options) : undefined;
    chmodSync(folder.cwd, 0o755);
    if (run !== undefined) {
      expect(run.stderr).toContain('was not written: writing it, or a file next to it, is not permitted');
      expect(run.status).toBe(2);
    }
    expectUntouched(folder);
  });
});

describe('the words of a user', () => {
  const wrong: readonly (readonly [words: readonly string[], code: string, message: string])[] = [
    [[], 'missing-argument', 'name a member and its new stance'],
    [['BE'], 'missing-argument', 'name a member and its new stance'],
    [['BX', 'support', 'r.yaml'], 'unknown-member', 'CODE: "BX" is not a member of this roster; add it'],
    [['Belgum', 'support', 'r.yaml'], 'unknown-member', 'did you mean "BE" (Belgium)?'],
    [['report', 'support', 'r.yaml'], 'unknown-member', 'add it under "members:" first'],
    [['BE', 'suport', 'r.yaml'], 'unknown-stance', 'STANCE: "suport" is not a stance; did you mean "support"?'],
    [['BE', 'for', 'r.yaml'], 'unknown-stance', 'STANCE: "for" is not a stance; did you mean "support"?'],
    [['BE', 'absent', 'r.yaml'], 'unknown-stance', 'write "undeclared" if it still counts as a member, or "recused"'],
    [['BE', 'lovely', 'r.yaml'], 'unknown-stance', 'expected one of "support", "no-objection"'],
    [['BE', 'support', 'r.yaml', '--date', '2024-02-30'], 'invalid-date', '--date: "2024-02-30" is not a date'],
    [['BE', 'support', 'r.yaml', '--date', ''], 'invalid-date', '--date: "" is not a date'],
    [['BE', 'support', 'r.yaml', '--date', '2024-02-29'], 'same-date', '"BE" already has a position of 2024-02'],
    [['BE', 'support', 'r.yaml', '--basis', 'claimed'], 'unknown-basis', '--basis: "claimed" is not a basis'],
    [['BE', 'support', 'r.yaml', '--why', ' '], 'missing-value', '--why: the value is empty'],
    [['BE', 'support', 'r.yaml', '--wants', ''], 'missing-value', '--wants: the value is empty'],
    [['BE', 'support', 'r.yaml', '--source', 'reprot'], 'unknown-source', 'did you mean "report"?'],
    [['BE', 'support', 'r.yaml', '--source', 'ftp://x'], 'unknown-source', 'or an address that begins with https://'],
    [['BE', 'support', '-'], 'no-file', 'standard input cannot be changed'],
    [['BE', 'support', 'r.yaml@2024-01-01'], 'no-file', 'the snapshot "r.yaml@2024-01-01" cannot be changed'],
    [['BE', 'support', 'HEAD:r.yaml'], 'no-file', 'the snapshot "HEAD:r.yaml" cannot be changed'],
    [['BE', 'support', 'nato-2024'], 'no-file', 'the bundled roster nato-2024.yaml cannot be changed'],
    [['BE', 'support', 'r.yaml', 'x'], 'excess-arguments', 'too many arguments'],
    [['BE', '\u001b[31m', 'r.yaml'], 'unknown-stance', '"\\u{1b}[31m" is not a stance'],
  ];

  test.each(wrong)('%j: %s', async (words, code, message) => {
    const folder = folderWith();
    const run = await inTerminal(['record', ...words], { cwd: folder.cwd });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toMatch(/^rutte-tally: .*\n$/);
    expect(run.stderr).toContain(message);
    expectUntouched(folder);
    const json = await inTerminal(['record', '--format=json', ...words], { cwd: folder.cwd });
    expect(json.code).toBe(2);
    expect(JSON.parse(json.stdout)).toMatchObject({ schema: 'rutte-tally/error/1', code });
  });
});

test('a second move of one day is recorded by its hour, as the error says', async () => {
  const { cwd } = folderWith();
  const words = ['record', 'BE', 'support', 'r.yaml', '--date'];
  expect((await inTerminal([...words, '2024-05-02'], { cwd })).code).toBe(0);
  const { code, stderr } = await inTerminal([...words, '2024-05-02'], { cwd });
  expect(code).toBe(2);
  const [, hour = ''] = /or add the hour, as in --date (\S+)\n$/.exec(stderr) ?? [];
  expect(hour).toBe('2024-05-02T15:00Z');
  const later = await inTerminal(['record', 'BE', 'abstain', 'r.yaml', '--date', hour], { cwd });
  expect([later.code, later.stderr]).toEqual([0, expect.stringContaining('BE: abstain')]);
});

test('a name that several have is not guessed at, also in a line of CSV', async () => {
  const both = roster.replace('  BE:', '  BG: support\n  BE:');
  const folder = folderWith(both);
  const run = await inPipe(['record', 'b', 'support', 'r.yaml'], { cwd: folder.cwd });
  expect(run.stderr).toBe('rutte-tally: CODE: "b" may be BE (Belgium) or BG (Bulgaria); name one by its code\n');
  const csv = await inPipe(['record', '--csv', 'r.yaml'], { cwd: folder.cwd, input: 'code,stance\nb,support\n' });
  expect(csv.stderr).toMatch(/^rutte-tally: standard input, line 2, code: "b" may be BE /);
  expect([run.code, csv.code]).toEqual([2, 2]);
  expectUntouched(folder, both);
});

test.each([['table'], ['json']])(
  'nothing is recorded in a folder without a roster of its own, as %s',
  async (format) => {
    const folder = folderWith();
    const run = await inPipe(['record', 'BE', 'support', '--format', format], { cwd: folder.cwd });
    expect(run.code).toBe(3);
    expect(format === 'json' ? run.stdout : run.stderr).toMatch(/no-roster.*name one: r\.yaml; or begin/s);
    expectUntouched(folder);
  },
);

describe('a dry run', () => {
  test('prints the lines that would be added, and touches nothing', async () => {
    const folder = folderWith();
    const run = await inPipe([...support, '--dry-run'], { cwd: folder.cwd });
    const lines = run.stdout.split('\n').filter((line) => /^[-+](?![-+])/.test(line));
    expect(run.code).toBe(0);
    expect(run.stdout).toMatch(/^--- a\/r\.yaml\n\+\+\+ b\/r\.yaml\n@@ -11,6 \+11,9 @@\n/);
    expect(lines.map((line) => `${line.slice(1)}\n`).join('')).toBe(added);
    expect(run.stderr).toMatch(/^rutte-tally: would record BE: support \(20 Jun 2024\) in r\.yaml\nOPEN → REACHED /);
    expectUntouched(folder);
  });

  test.each([
    ['as it is', roster],
    ['with CRLF', roster.replaceAll('\n', '\r\n')],
    ['without a last line break', `${roster.slice(0, roster.indexOf('\n\n#'))}\nsources: { report: {} }`],
  ])('prints what git can apply: a file %s', async (_, text) => {
    const { cwd, read } = folderWith(text);
    const { stdout } = await inPipe([...support, '--dry-run'], { cwd });
    needGit();
    const { status, stderr } = spawnSync('git', ['apply', '--whitespace=nowarn', '-'], {
      cwd,
      input: stdout,
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, '']);
    const applied = read();
    writeFileSync(join(cwd, 'r.yaml'), text);
    await inPipe(support, { cwd });
    expect(applied).toBe(read());
  });

  test('is one document of JSON with the patch in it', async () => {
    const folder = folderWith();
    const run = await inPipe([...support, '--dry-run', '--format=json'], { cwd: folder.cwd });
    expect(JSON.parse(run.stdout)).toMatchObject({ written: false, patch: patchOf('r.yaml', roster, recorded) });
    expectUntouched(folder);
  });

  test('shows a terminal nothing that could move its cursor', async () => {
    const hostile = roster.replace("'the price'", '"\u0085 \u202e" # \u001b\u009b31m');
    const sound = hostile.replace('\u001b', '').replaceAll('\u0085', '');
    const { cwd } = folderWith(sound);
    const run = await inTerminal([...support, '--dry-run'], { isTTY: true, columns: 80, cwd, env: { NO_COLOR: '1' } });
    expect(run.code).toBe(0);
    expect(run.stdout).toContain('\\u{9b}31m');
    expect(run.stdout).toContain('+      - date: 2024-06-20\n');
    expect(run.stdout).not.toMatch(/[^\n\P{Cc}]|\p{Cf}/u);
    const painted = await inTerminal([...support, '--dry-run', '--color=always'], { isTTY: true, columns: 80, cwd });
    expect(painted.stdout).toContain('\u001b[1m+      - date: 2024-06-20\u001b[22m\n');
  });
});
