import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { visible } from '../../../../src/text/escape-controls.ts';
import { displayWidth } from '../../../../src/text/width.ts';
import { emptyFolder, repository, rutteTally, transcript } from '../../../support/bin.ts';
import { decisionFolder, folderOfDecisions } from '../../../support/decision-folder.ts';
import { temporaryFolder } from '../../../support/folders.ts';
import { inTerminal, type Terminal } from '../../../support/host.ts';
import { goldenFile } from '../../../support/texts.ts';

const date = ['--as-of', '2026-03-20'];
const list = (args: readonly string[], terminal: Terminal = {}) => inTerminal(['list', ...args], terminal);

/** The documents of `list` about the dozen decisions. */
async function told(args: readonly string[], terminal: Terminal = {}) {
  const { code, stdout, stderr } = await list([...args, ...date, '--format', 'json'], {
    cwd: folderOfDecisions(),
    ...terminal,
  });
  expect([code, stderr]).toEqual([0, '']);
  return JSON.parse(stdout);
}

const filesOf = ({ decisions }: { readonly decisions: readonly { readonly file: string }[] }): string[] =>
  decisions.map(({ file }) => file.replace('.yaml', ''));

describe('a dozen decisions', () => {
  test.each([50, 80, 120])('at %i columns', async (columns) => {
    const env = { NO_COLOR: '1', LANG: 'C.UTF-8' };
    const answer = await list(date, { cwd: folderOfDecisions(true), isTTY: true, columns, env });
    for (const line of answer.stdout.split('\n'))
      expect([line, displayWidth(visible(line)) <= columns]).toEqual([line, true]);
    await expect(transcript(['list', ...date], answer)).toMatchFileSnapshot(goldenFile(`list/dozen-${columns}.txt`));
  });

  test.each(['markdown', 'csv', 'ics', 'json'])('as %s', async (format) => {
    const args = [...date, '--format', format];
    const answer = await list(args, { cwd: folderOfDecisions(format === 'markdown') });
    await expect(transcript(['list', ...args], answer)).toMatchFileSnapshot(goldenFile(`list/dozen-${format}.txt`));
  });

  test('those that are open come first, by what is due next, and those that are decided last', async () => {
    const open = ['overdue', 'silence', 'soon', 'open', 'half-closed', 'recused'];
    expect(filesOf(await told([]))).toEqual([...open, 'blocked', 'closed', 'left', 'reached', 'rejected', 'decided']);
    expect((await told([])).counts).toEqual({ open: 6, blocked: 2, reached: 2, decided: 2 });
  });

  test.each([
    ['open', ['overdue', 'silence', 'soon', 'open', 'half-closed', 'recused']],
    ['blocked', ['blocked', 'closed']],
    ['Reached, decided', ['left', 'reached', 'rejected', 'decided']],
  ])('only those that are %s', async (states, files) => {
    expect(filesOf(await told(['--outcome', states]))).toEqual(files);
  });

  test.each([
    ['title', ['blocked', 'closed', 'half-closed', 'left', 'open', 'overdue', 'reached', 'recused', 'silence', 'soon']],
    ['file', ['blocked', 'closed', 'half-closed', 'left', 'open', 'overdue', 'reached', 'recused', 'silence', 'soon']],
    ['moved', ['closed', 'half-closed', 'left', 'reached', 'silence', 'soon', 'blocked', 'recused', 'open', 'overdue']],
  ])('by %s, decided ones last', async (order, files) => {
    const [last, another] = order === 'moved' ? ['decided', 'rejected'] : ['decided', 'rejected'];
    expect(filesOf(await told(['--sort', order]))).toEqual([...files, last, another]);
  });

  test('those in which nobody moved lately, decided ones left out', async () => {
    expect(filesOf(await told(['--stale', '15', '--sort', 'file']))).toEqual([
      'blocked',
      'closed',
      'half-closed',
      'left',
      'reached',
      'recused',
      'silence',
      'soon',
    ]);
    expect(filesOf(await told(['--stale', '14d', '--sort', 'file']))).toContain('open');
  });
});

describe('what waits on a member', () => {
  test.each([
    // Pending ones first; not where it is reached, decided, closed, or the member has left or takes no part.
    ['bo', ['overdue', 'open', 'blocked']],
    ['ana', ['soon', 'recused']],
    // Not before it has joined, and only for the part that has not closed.
    ['chi', ['half-closed']],
  ])('%s', async (member, files) => {
    const answer = await told(['--waiting-on', member]);
    expect(filesOf(answer)).toEqual(files);
    expect(answer.waitingOn).toEqual({ member, name: member });
  });

  test('nothing, which is said', async () => {
    const cwd = folderOfDecisions();
    const { code, stdout } = await list([...date, '--waiting-on', 'ana', '--outcome', 'blocked'], { cwd });
    expect([code, stdout]).toEqual([0, 'None of 12 decisions waits on ana and is blocked\n']);
  });

  test('me, who is named by the environment', async () => {
    const env = { RUTTE_TALLY_MEMBER: 'CHI' };
    expect(filesOf(await told(['--waiting-on', 'me'], { env }))).toEqual(['half-closed']);
    const run = await list(['--waiting-on', 'me'], { cwd: folderOfDecisions() });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain('set RUTTE_TALLY_MEMBER to your code or name');
  });

  test('a member is found by its name in any roster, and one of no roster is wrong usage', async () => {
    const args = ['nato-2024@2024-02-21', 'nature-restoration-2024@2024-06-01', '--format', 'json', '--waiting-on'];
    const answer = JSON.parse((await list([...args, 'turkiye'])).stdout);
    expect(answer.waitingOn).toEqual({ member: 'TR', name: 'Türkiye' });
    expect(filesOf(answer)).toEqual(['nato-2024']);
    const unknown = await list([...args, 'Hungry']);
    expect(unknown.code).toBe(2);
    expect(JSON.parse(unknown.stdout)).toMatchObject({
      code: 'unknown-member',
      message: '"Hungry" is not a member of any of these rosters; did you mean "HU" (Hungary)?',
    });
  });
});

describe('what cannot be read', () => {
  test('is told, and the rest is answered', async () => {
    const cwd = folderOfDecisions(true);
    const { code, stdout, stderr } = await list([...date, '--format', 'json'], { cwd });
    expect([code, stderr]).toEqual([3, '']);
    const answer = JSON.parse(stdout);
    expect(filesOf(answer)).toHaveLength(decisionFolder.rosters.length);
    expect(answer.passedOver).toBe(decisionFolder.passedOver);
    expect(answer.problems.map(({ file }: { file: string }) => file)).toEqual(decisionFolder.bad);
    const table = await list(date, { cwd });
    expect(table.code).toBe(3);
    expect(table.stdout).toContain('Left out: 2 invalid rosters and 3 files that are not rosters\n');
    expect(table.stderr).toMatch(
      /^bad\.yaml:5:8: error\[unknown-stance\][\s\S]*^broken\.yaml:3:10: error\[yaml-syntax\]/m,
    );
  });

  test('a file that is no roster is a bad one if it was named', async () => {
    const cwd = folderOfDecisions(true);
    const named = await list(['notes.yml', '.', ...date, '--format', 'json'], { cwd });
    expect(JSON.parse(named.stdout)).toMatchObject({ passedOver: 2, problems: [{ file: 'notes.yml' }, {}, {}] });
  });

  test.each([
    [[], '.: error[no-roster]: there is no roster in this folder'],
    [['x', 'y'], 'x: error[no-roster]: there is no roster in "x" or "y"'],
  ])('a folder without rosters: %j', async (words, message) => {
    const cwd = emptyFolder();
    if (words.length > 0) for (const word of words) folderIn(cwd, word);
    const run = await list(words, { cwd });
    expect(run).toMatchObject({ code: 3, stdout: '' });
    expect(run.stderr).toContain(message);
    const { stdout } = await list([...words, '--format', 'json'], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({ schema: 'rutte-tally/diagnostics/1' });
  });

  test('a path that is not there', async () => {
    const run = await list(['nowhere', ...date], { cwd: folderOfDecisions() });
    expect(run).toMatchObject({ code: 3, stdout: '' });
    expect(run.stderr).toContain('nowhere: error[unreadable-file]');
  });

  test.each([
    [['--outcome', 'opne'], '--outcome: "opne" is not an outcome; did you mean "open"?'],
    [['--outcome', 'won'], 'expected open, blocked, reached or decided'],
    [['--stale', 'old'], '--stale: "old" is not a number of days; write 30'],
    [['open.yaml@2026-03-01', '--as-of', '2026-03-20'], '"open.yaml" has two dates'],
    [['-', '-'], 'standard input can be read only once'],
  ])('%j is wrong usage', async (args, message) => {
    const run = await list(args, { cwd: folderOfDecisions() });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain(message);
  });
});

const folderIn = (cwd: string, name: string): void => {
  const folder = join(cwd, name);
  mkdirSync(folder);
  writeFileSync(join(folder, 'a.txt'), '');
};

describe('paths', () => {
  test('a roster that is named twice is one, at two dates two', async () => {
    const cwd = folderOfDecisions();
    const files = async (...words: readonly string[]) =>
      filesOf(JSON.parse((await list([...words, '--format', 'json'], { cwd })).stdout));
    expect(await files('open.yaml', './open.yaml', 'soon.yaml', join(cwd, 'open.yaml'))).toHaveLength(2);
    expect(await files('open.yaml@2026-03-01', 'open.yaml@2026-03-20')).toHaveLength(2);
    expect(await files('.', 'open.yaml')).toHaveLength(12);
  });

  test('subfolders are read if asked for, but for hidden ones and packages', async () => {
    const cwd = folderOfDecisions(true);
    const { stdout } = await list(['--recursive', ...date, '--format', 'json'], { cwd });
    expect(filesOf(JSON.parse(stdout))).toContain(join('archive', 'old'));
    expect(JSON.parse(stdout).decisions).toHaveLength(decisionFolder.rosters.length + 1);
  });

  test('each roster is read at its own date, which is said', async () => {
    const { stdout } = await list([join(repository, 'data')], { isTTY: true, columns: 140, env: { NO_COLOR: '1' } });
    expect(stdout).toMatch(/^6 decisions: .* each at its own date\n/);
    expect(stdout).toMatch(/^OPEN .*Sweden's accession to NATO .* on 10 Jul 2023$/m);
  });
});

describe('many that are decided', () => {
  const cwd = temporaryFolder();
  for (let day = 10; day < 30; day += 1)
    writeFileSync(
      join(cwd, `d${day}.yaml`),
      `title: Of ${day}\nrule: consensus\nmembers: { a: support }\ndecision: { date: 2026-01-${day}, outcome: adopted }\n`,
    );

  test('are counted but for the latest, and listed if all are asked for', async () => {
    const { stdout } = await list(date, { cwd });
    expect(stdout).toContain('20 decisions: 20 decided');
    expect(stdout).toContain('adopted  Of 29  1 of 1\nadopted  Of 28  1 of 1\n');
    expect(stdout).toMatch(/Of 25 {2}1 of 1\nand 15 more decided \(--all\)\n$/);
    expect((await list([...date, '--all'], { cwd })).stdout).toContain('Of 10');
  });

  test('are grey', async () => {
    const { stdout } = await list([...date, '--color', 'always'], { cwd });
    expect(stdout).toContain('\u001b[2madopted  Of 29  1 of 1\u001b[22m');
  });
});

describe('the calendar', () => {
  test('is one that others read', async () => {
    const { stdout } = await list([...date, '--format', 'ics'], { cwd: folderOfDecisions() });
    const calendar = new ICAL.Component(ICAL.parse(stdout));
    const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
    expect(events.map(({ summary, startDate }) => [summary, startDate.toString()])).toEqual([
      ['overdue: meeting (deadline)', '2026-03-13'],
      ['silence: silence ends', '2026-03-22T12:00:00Z'],
      ['soon: meeting (deadline)', '2026-03-25'],
      ['open: meeting (deadline)', '2026-04-10'],
    ]);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
    expect(events[3]?.description).toBe('OPEN, 2 of 3. Holding out: bo');
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
  });

  test('has lines of at most 75 octets, and escapes what a roster says', async () => {
    const title = `${'Ümläute; '.repeat(20)}\\n, "END:VCALENDAR`;
    const cwd = emptyFolder();
    const milestones = [
      { date: '2026-04', name: title, deadline: true, circa: true },
      { date: '2026-05-01', name: title, deadline: true },
    ];
    writeFileSync(
      join(cwd, 'a.json'),
      JSON.stringify({ title: `${title}\u0007\nX`, rule: 'consensus', members: { a: {} }, milestones }),
    );
    const { stdout, stderr } = await list([...date, '--format', 'ics'], { cwd });
    expect(stderr).toBe('');
    for (const line of stdout.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThan(76);
    const events = new ICAL.Component(ICAL.parse(stdout)).getAllSubcomponents('vevent');
    expect(events.map((event) => new ICAL.Event(event).summary)).toEqual([
      `${title}\\u{7} X: ${title} (deadline), day not certain`,
      `${title}\\u{7} X: ${title} (deadline)`,
    ]);
    expect(new Set(events.map((event) => new ICAL.Event(event).uid)).size).toBe(2);
  });
});

test('built, a folder is listed with the exit code of its bad rosters', async () => {
  const run = await rutteTally(['list', '.', ...date], { cwd: folderOfDecisions(true) });
  expect(run.code).toBe(3);
  expect(run.stdout.split('\n')[0]).toMatch(/^12 decisions: 6 open, 2 blocked, 2 reached and 2 decided +20 Mar 2026$/);
});

test('the end of a wait is told with its distance', async () => {
  const cwd = emptyFolder();
  const rule = '{ count: support, at-least: 1, not-before: 2026-03-24 }';
  writeFileSync(join(cwd, 'a.yaml'), `title: Lunch\nrule: ${rule}\nmembers: { ana: support }\n`);
  const { stdout } = await list([...date, '--ascii'], { cwd });
  expect(stdout).toMatch(/wait ends in 4 days/);
});
