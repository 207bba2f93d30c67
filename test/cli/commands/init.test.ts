import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseRoster } from '../../../src/roster/parse.ts';
import { schemaComments, titled } from '../../../src/roster/write/new-roster.ts';
import { tidy } from '../../../src/text/suggest.ts';
import { emptyFolder, repository } from '../../support/bin.ts';
import { inPipe, inTerminal } from '../../support/host.ts';
import { readRoster, seeded } from '../../support/rosters.ts';

const templates = join(repository, 'data', 'bodies');
const names = readdirSync(templates).map((file) => file.replace('.yaml', ''));
/** How many other rules the comments of a template have, where they have any. */
const otherRules: Readonly<Record<string, number>> = {
  ...{
    nato: 2,
    'eu-council': 4,
    'eu-unanimity': 1,
    'un-security-council': 1,
    'un-general-assembly': 2,
    osce: 3,
    wto: 4,
  },
  ...{ 'apache-vote': 1, committee: 6, 'python-steering-council': 1, 'kubernetes-steering': 1, 'node-tsc': 1 },
};
const comment = `${schemaComments}\n`;
const startOf = (name: string): string => comment + readFileSync(join(templates, `${name}.yaml`), 'utf8');

test('the bodies that there are', () => {
  expect(names).toEqual(
    expect.arrayContaining([
      ...[
        'nato',
        'eu-council',
        'eu-unanimity',
        'euro-area',
        'un-security-council',
        'un-general-assembly',
        'osce',
        'wto',
      ],
      ...['review-board', 'apache-vote', 'committee', 'python-steering-council', 'kubernetes-steering', 'node-tsc'],
    ]),
  );
});

describe.each(names)('init --body %s', (name) => {
  test('writes a roster without mistakes, in which nobody has said anything', async () => {
    const cwd = emptyFolder();
    expect(await inPipe(['init', '--body', name], { cwd })).toMatchObject({ code: 0 });
    expect(readdirSync(cwd)).toEqual(['rutte-tally.yaml']);
    const strict = await inPipe(['validate', '--strict', 'rutte-tally.yaml'], { cwd });
    expect(strict).toMatchObject({ code: 0, stdout: 'rutte-tally.yaml: valid\n' });
    const { outcome, tally, claims, decision } = JSON.parse(
      (await inPipe(['status', '--format', 'json'], { cwd })).stdout,
    );
    const silenceIsYes = /^# SILENCE IS A YES: /m.test(startOf(name).split('\n').slice(0, 5).join('\n'));
    expect({ outcome, claims, decision }).toEqual({
      ...{ outcome: silenceIsYes ? 'reached' : 'open', claims: [], decision: null },
    });
    expect(tally.undeclared).toBe(tally.members);
  });

  test('starts with what to do next, and stays a roster under any title', async () => {
    expect(startOf(name)).toMatch(
      /^# yaml-.*\n# Editors need .*\n# Next: .*`rutte-tally validate`.*`rutte-tally status`/,
    );
    expect((await inPipe(['init', '-', '--body', name])).stdout).toBe(startOf(name));
    expect(startOf(name).match(/^title: /gm)).toHaveLength(1);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        fc.pre(tidy(title) !== '');
        expect(readRoster(titled(startOf(name), tidy(title))).title).toBe(tidy(title));
      }),
      { ...seeded, numRuns: 30 },
    );
  });

  test('has lines that an editor shows whole', () => {
    expect(
      startOf(name)
        .split('\n')
        .filter((line) => line.length > 120),
    ).toEqual([]);
  });

  test('is explained in docs/bodies.md', () => {
    expect(readFileSync(join(repository, 'docs/bodies.md'), 'utf8')).toContain(`\`${name}\``);
  });

  test('shows examples of positions that it takes', () => {
    const examples = [...startOf(name).matchAll(/^# {3}([\w-]+): (support$|\{ stance: .*\}$)/gm)];
    expect(examples.length).toBeGreaterThanOrEqual(2);
    for (const [, code = '', position] of examples) {
      const weights = /population/.test(startOf(name)) ? ', weights: { population: 1 }' : '';
      const said = position === 'support' ? '{ stance: support' : position?.replace(/ \}$/, '');
      const text = startOf(name).replace(new RegExp(`^  ${code}:.*$`, 'm'), `  ${code}: ${said}${weights} }`);
      expect(text).not.toBe(startOf(name));
      expect(parseRoster(text)).toMatchObject({ ok: true });
    }
  });

  test('shows other rules that it takes', () => {
    const text = startOf(name);
    const rules = [...text.matchAll(/^# {3}(rule:.*(?:\n# {5}.*)*)/gm)].map(([, rule = '']) =>
      rule.replace(/^# {3}/gm, '').replace(/^(rule: .*?) {2,}.*$/m, '$1'),
    );
    const under = (rule: string): string => text.replace(/^rule:.*(?:\n {2}.*)*$/m, () => rule);
    expect(rules.map(under).filter((other) => other === text || !parseRoster(other).ok)).toEqual([]);
    expect(rules).toHaveLength(otherRules[name] ?? 0);
  });
});

describe('the rules of the bodies', () => {
  const outcomeOf = async (named: string, moves: Readonly<Record<string, string>>): Promise<string> => {
    const [name = '', date] = named.split('@');
    const words = Object.entries(moves).flatMap(([code, stance]) => ['--assume', `${code}=${stance}`]);
    const asOf = date === undefined ? [] : ['--as-of', date];
    const args = ['check', '-', '--format', 'json', ...words, ...asOf];
    return JSON.parse((await inPipe(args, { input: startOf(name) })).stdout).outcome;
  };
  const all = (codes: string, stance: string): Record<string, string> =>
    Object.fromEntries(codes.split(' ').map((code) => [code, stance]));

  const nineOfNode = 'aduh95 anonrig benjamingr BridgeAR jasnell joyeecheung legendecas mcollina panva';

  test.each<[string, Record<string, string>, string]>([
    ['euro-area@2025-06-01', all('DE FR', 'oppose'), 'open'],
    ['euro-area@2025-06-01', all('DE FR EE', 'oppose'), 'blocked'],
    ['euro-area@2025-06-01', all('AT BE CY EE ES FI GR HR IE IT LT LU LV MT NL PT SI SK', 'support'), 'reached'],
    ['euro-area@2025-06-01', all('AT BE CY EE ES FI GR HR IE IT LT LU LV MT NL PT SI', 'support'), 'open'],
    ['euro-area@2025-06-01', all('DE FR ES IT AT BE CY EE FI GR HR', 'support'), 'reached'],
    ['euro-area@2026-06-01', all('DE FR ES IT AT BE CY EE FI GR HR', 'support'), 'open'],
    ['euro-area@2026-06-01', all('BG DE FR ES IT AT BE CY EE FI GR HR', 'support'), 'reached'],
    ['review-board', all('reviewer-1 reviewer-2 reviewer-3 reviewer-4', 'no-objection'), 'open'],
    [
      'review-board',
      { ...all('reviewer-1', 'support'), ...all('reviewer-2 reviewer-3 reviewer-4', 'no-objection') },
      'reached',
    ],
    ['review-board', { ...all('reviewer-1', 'support'), ...all('reviewer-2 reviewer-3', 'no-objection') }, 'open'],
    [
      'review-board',
      { ...all('reviewer-1', 'support'), ...all('reviewer-2 reviewer-3', 'no-objection'), 'reviewer-4': 'recused' },
      'reached',
    ],
    [
      'review-board',
      { ...all('reviewer-1 reviewer-2 reviewer-3 reviewer-4', 'support'), 'reviewer-5': 'conditional' },
      'open',
    ],
    [
      'review-board',
      { ...all('reviewer-1 reviewer-2 reviewer-3 reviewer-4', 'support'), 'reviewer-5': 'oppose' },
      'blocked',
    ],
    ['review-board', all('reviewer-1 reviewer-2', 'abstain'), 'blocked'],
    ['apache-vote', all('pmc-1 pmc-2 contributor-1', 'support'), 'open'],
    ['apache-vote', all('pmc-1 pmc-2 pmc-3', 'support'), 'reached'],
    ['apache-vote', { ...all('pmc-1 pmc-2 pmc-3', 'support'), 'contributor-1': 'oppose' }, 'reached'],
    ['node-tsc', all(nineOfNode, 'support'), 'open'],
    ['node-tsc', { ...all(nineOfNode, 'support'), RafaelGSS: 'abstain' }, 'open'],
    ['node-tsc', { ...all(nineOfNode, 'support'), RafaelGSS: 'support' }, 'reached'],
    ['node-tsc', all(nineOfNode, 'abstain'), 'blocked'],
    ['committee', all('member-1 member-2 member-3 member-4 member-5', 'no-objection'), 'reached'],
    ['committee', all('member-1', 'oppose'), 'blocked'],
    ['un-security-council@2024-06-01', { ...all('CH DZ EC GY JP KR MT MZ SI', 'support'), US: 'abstain' }, 'reached'],
    ['un-security-council@2024-06-01', { ...all('CH DZ EC GY JP KR MT MZ SI', 'support'), US: 'oppose' }, 'blocked'],
    ['un-security-council@2026-06-01', all('BH CD CO DK GR LR LV PA PK', 'support'), 'reached'],
  ])('%s with %j is %s', async (name, moves, outcome) => {
    expect(await outcomeOf(name, moves)).toBe(outcome);
  });

  test('a vote that waits for its end does', async () => {
    const [, criterion = ''] = /^# {3}- (\{ .*not-before: .*\})$/m.exec(startOf('apache-vote')) ?? [];
    const waiting = startOf('apache-vote').replace(/^ {4}- \{ count: oppose.*$/m, () => `    - ${criterion}`);
    const words = [1, 2, 3].flatMap((n) => ['--assume', `pmc-${n}=support`]);
    const check = async (date: string) =>
      (await inPipe(['check', '-', ...words, '--as-of', date], { input: waiting })).code;
    expect([await check('2026-03-05T11:59:00Z'), await check('2026-03-05T12:00:00Z')]).toEqual([1, 0]);
  });

  test('a veto without a reason is void', async () => {
    const text = (veto: string): string => startOf('apache-vote').replace(/^ {2}pmc-5:.*$/m, `  pmc-5: ${veto}`);
    const check = (veto: string) =>
      inPipe(['check', '-', ...[1, 2, 3].flatMap((n) => ['--assume', `pmc-${n}=support`])], { input: text(veto) });
    expect((await check('oppose')).code).toBe(0);
    expect((await check('{ stance: oppose, why: breaks the build }')).code).toBe(4);
  });
});

describe('what is there already', () => {
  test('is left as it is, and replaced with --force', async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'mine.yaml'), 'title: mine\n');
    const refused = await inPipe(['init', 'mine.yaml', '--body', 'nato'], { cwd });
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toContain('--force');
    expect(readFileSync(join(cwd, 'mine.yaml'), 'utf8')).toBe('title: mine\n');
    const forced = await inPipe(['init', 'mine.yaml', '--body', 'nato', '--force'], { cwd });
    expect(forced).toMatchObject({ code: 0, stderr: '', stdout: expect.stringMatching(/^Replaced/) });
    expect(readFileSync(join(cwd, 'mine.yaml'), 'utf8')).toBe(startOf('nato'));
    expect(readdirSync(cwd)).toEqual(['mine.yaml']);
  });

  test('says so in JSON', async () => {
    const cwd = emptyFolder();
    const args = ['init', '--body', 'committee', '--format', 'json'];
    const first = await inPipe(args, { cwd });
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(first.stdout)).toMatchObject({
      ...{ schema: 'rutte-tally/init/1', file: 'rutte-tally.yaml', name: 'committee', members: 5, replaced: false },
    });
    const second = await inPipe(args, { cwd });
    expect(second).toMatchObject({ code: 2, stderr: '' });
    expect(JSON.parse(second.stdout)).toMatchObject({ schema: 'rutte-tally/error/1', code: 'file-exists' });
  });

  test('is replaced through a link with its rights kept, and a link that leads nowhere is something, too', async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'target.yaml'), 'title: mine\n');
    chmodSync(join(cwd, 'target.yaml'), 0o640);
    symlinkSync('target.yaml', join(cwd, 'link.yaml'));
    symlinkSync('nowhere.yaml', join(cwd, 'dangling.yaml'));
    expect((await inPipe(['init', 'link.yaml', '--body', 'nato', '--force'], { cwd })).code).toBe(0);
    expect(readlinkSync(join(cwd, 'link.yaml'))).toBe('target.yaml');
    expect(readFileSync(join(cwd, 'target.yaml'), 'utf8')).toBe(startOf('nato'));
    expect(statSync(join(cwd, 'target.yaml')).mode & 0o777).toBe(0o640);
    expect((await inPipe(['init', 'dangling.yaml', '--body', 'nato'], { cwd })).code).toBe(2);
    expect(readlinkSync(join(cwd, 'dangling.yaml'))).toBe('nowhere.yaml');
    expect(existsSync(join(cwd, 'nowhere.yaml'))).toBe(false);
    expect((await inPipe(['init', 'dangling.yaml', '--body', 'nato', '--force'], { cwd })).code).toBe(0);
    expect(readFileSync(join(cwd, 'dangling.yaml'), 'utf8')).toBe(startOf('nato'));
  });

  test('one of several that start at once wins, and its file is whole', async () => {
    const cwd = emptyFolder();
    const script = join(repository, 'bin', 'rutte-tally.js');
    const titles = ['one', 'two', 'three', 'four', 'five'];
    const codes = await Promise.all(
      titles.map((title) => {
        const child = spawn(process.execPath, [script, 'init', '--body', 'nato', '--title', title], {
          cwd,
          env: {},
          stdio: 'ignore',
        });
        return new Promise<number | null>((resolve) => child.on('exit', resolve));
      }),
    );
    expect(codes.toSorted()).toEqual([0, 2, 2, 2, 2]);
    const winner = titles[codes.indexOf(0)] ?? '';
    expect(readFileSync(join(cwd, 'rutte-tally.yaml'), 'utf8')).toBe(titled(startOf('nato'), winner));
    expect(readdirSync(cwd)).toEqual(['rutte-tally.yaml']);
  });
});

test.each([
  ['a folder that is not there', 'no/such.yaml', 'there is no such folder'],
  ['a file taken for a folder', 'file/such.yaml', 'there is no such folder'],
  ['a folder', 'folder', 'this is a folder'],
  ['a folder by its slash', 'folder/', 'this is a folder'],
  ['a new folder by its slash', 'new/', 'this is a folder'],
  ['no name', '', 'this is a folder'],
  ['a name that is too long', `${'n'.repeat(300)}.yaml`, 'the name is too long'],
  ['a device', '/dev/null', 'this is not a regular file'],
])('%s cannot be written, and nothing is left behind', async (_, file, reason) => {
  const cwd = emptyFolder();
  mkdirSync(join(cwd, 'folder'));
  writeFileSync(join(cwd, 'file'), '');
  const run = await inPipe(['init', file, '--body', 'nato', '--force'], { cwd });
  expect(run).toMatchObject({ code: 2, stdout: '' });
  expect(run.stderr).toMatch(new RegExp(`^rutte-tally: .* cannot be written: ${reason}`));
  expect(readdirSync(cwd, { recursive: true })).toEqual(['file', 'folder']);
});

test.skipIf(process.getuid?.() === 0)('a folder that one may not write to is left as it is', async () => {
  const cwd = emptyFolder();
  mkdirSync(join(cwd, 'shut'), 0o500);
  const run = await inPipe(['init', 'shut/r.yaml', '--body', 'nato'], { cwd });
  expect(run).toMatchObject({ code: 2, stderr: expect.stringContaining('writing there is not permitted') });
  expect(readdirSync(join(cwd, 'shut'))).toEqual([]);
});

test('- is standard output, and only the roster', async () => {
  const cwd = emptyFolder();
  const { code, stdout, stderr } = await inPipe(['init', '-', '--body', 'nato', '--title', 'Fish'], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toBe(titled(startOf('nato'), 'Fish'));
  expect(startOf('nato')).toContain('# Next: give it a title, write down');
  expect(stdout).toContain('# Next: write down');
  expect(readdirSync(cwd)).toEqual([]);
  const document = JSON.parse((await inPipe(['init', '-', '--body', 'nato', '--format', 'json'], { cwd })).stdout);
  expect(document).toMatchObject({ schema: 'rutte-tally/init/1', file: '-', text: startOf('nato') });
});

test.each([
  ['plain', 'Mark Rutte'],
  ['with all that YAML minds', `- a: "b" 'c' #d & *e !f | > % @ \` {g}, [h] \\ \\n $& $1`],
  ['over lines', 'one\ntwo\r\n\tthree'],
  ['with what moves a cursor', 'a\u001b[31mb\u0007\u0085\u2028\u202ec\ufeff\u007f'],
  ['a word of YAML 1.1', 'no'],
  ['in other writing', 'Türkiye 🇹🇷 自然復元法 e\u0301'],
])('a title that is %s is the title', async (_, title) => {
  const { code, stdout } = await inPipe(['init', '-', '--body', 'committee', '--title', title]);
  expect(code).toBe(0);
  expect(readRoster(stdout).title).toBe(tidy(title));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
  expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]|\p{Cf}/u);
  expect((await inPipe(['validate', '--strict', '-'], { input: stdout })).code).toBe(0);
});

test.each([
  ['no body', [], 'missing-body', '"nato"'],
  ['a body in place of the file', ['nato'], 'missing-body', 'did you mean --body nato?'],
  ['a body that there is not', ['--body', 'eu-concil'], 'unknown-body', 'did you mean "eu-council"?'],
  ['a body like no other', ['--body', 'xyzzy'], 'unknown-body', '"un-security-council"'],
  ['a body that is a path', ['--body', '../sweden-nato'], 'unknown-body', 'expected one of'],
  ['an empty title', ['--body', 'nato', '--title', ' \n '], 'empty-title', 'empty'],
  ['a list and a body', ['--list-bodies', '--body', 'nato'], 'conflicting-option', '--list-bodies'],
  ['a list and a file', ['r.yaml', '--list-bodies'], 'conflicting-option', '"r.yaml"'],
  ['two files', ['a', 'b', '--body', 'nato'], 'excess-arguments', 'init'],
])('%s is wrong usage', async (_, words, code, said) => {
  const cwd = emptyFolder();
  const run = await inPipe(['init', ...words], { cwd });
  expect(run).toMatchObject({ code: 2, stdout: '' });
  expect(run.stderr).toMatch(/^rutte-tally: /);
  expect(run.stderr).toContain(said);
  const { stdout } = await inPipe(['init', ...words, '--format', 'json'], { cwd });
  expect(JSON.parse(stdout)).toMatchObject({ schema: 'rutte-tally/error/1', code });
  expect(readdirSync(cwd)).toEqual([]);
});

describe('--list-bodies', () => {
  test('lists them all, in JSON as well', async () => {
    const { code, stdout } = await inPipe(['init', '--list-bodies', '--format', 'json']);
    expect(code).toBe(0);
    const { schema, bodies } = JSON.parse(stdout);
    expect(schema).toBe('rutte-tally/bodies/1');
    expect(bodies.map(({ name }: { name: string }) => name)).toEqual(names.toSorted());
    expect(bodies).toContainEqual({
      ...{ name: 'un-security-council', body: 'UN Security Council', members: 15, rule: 'un-security-council' },
      asks: 'nine in favour, and no permanent member against',
      asOf: '2026-06-03',
      nextChange: { date: '2028-01-01', what: 'five members leave, and who follows them is not elected yet' },
      outdated: false,
    });
  });

  test.each([20, 50, 80, 120])('fits into %i columns', async (columns) => {
    const { stdout } = await inTerminal(['init', '--list-bodies'], { isTTY: true, columns, env: { NO_COLOR: '1' } });
    expect(stdout.split('\n').filter((line) => line.length > columns)).toEqual([]);
  });

  test('says after a file is written how to go on with it, whatever its name', async () => {
    const cwd = emptyFolder();
    const { stdout } = await inPipe(['init', "my 'own'.yaml", '--body', 'committee'], { cwd });
    expect(stdout).toContain(String.raw`rutte-tally status 'my '\''own'\''.yaml'`);
    expect(existsSync(join(cwd, "my 'own'.yaml"))).toBe(true);
  });
});

describe('init with members of one’s own', () => {
  const begun = async (files: Readonly<Record<string, string>>, ...options: readonly string[]) => {
    const cwd = emptyFolder();
    for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
    const run = await inTerminal(['init', ...options], { cwd });
    const file = join(cwd, 'rutte-tally.yaml');
    return { cwd, ...run, text: existsSync(file) ? readFileSync(file, 'utf8') : '' };
  };
  const membersOf = (text: string) => readRoster(text).members.map(({ code, name }) => [code, name]);

  test('takes codes and names', async () => {
    const { code, stdout, text, cwd } = await begun({}, '--members', 'ana,Bo Lind, chi', '--title', 'A charter');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Written {4}rutte-tally\.yaml: 3 members\nRule {7}every member supports it/);
    expect(membersOf(text)).toEqual([
      ['ana', 'ana'],
      ['bo-lind', 'Bo Lind'],
      ['chi', 'chi'],
    ]);
    expect(text).toContain('title: "A charter"\n');
    expect(text).toContain('# No rule was given, so it is consensus');
    expect(await inTerminal(['validate', '--strict'], { cwd })).toMatchObject({ code: 0 });
    expect(await inTerminal(['check'], { cwd })).toMatchObject({ code: 1 });
  });

  test('takes a file with a name on each line', async () => {
    const names = '# the committee\r\nAna María\r\n\r\nBo\r\nBo Lind\r\n';
    const { text, stdout } = await begun({ 'names.txt': names }, '--from', 'names.txt', '--format', 'json');
    expect(membersOf(text)).toEqual([
      ['ana-maria', 'Ana María'],
      ['bo', 'Bo'],
      ['bo-lind', 'Bo Lind'],
    ]);
    expect(JSON.parse(stdout)).toMatchObject({ schema: 'rutte-tally/init/1', name: null, body: null, members: 3 });
  });

  test('knows countries', async () => {
    const { text } = await begun({ 'names.txt': 'Sweden\nTurkey\nRepublic of Korea\n' }, '--from', 'names.txt');
    expect(membersOf(text)).toEqual([
      ['KR', 'South Korea'],
      ['SE', 'Sweden'],
      ['TR', 'Türkiye'],
    ]);
  });

  test.each([
    [['--members', 'ana,,bo'], '--members: write codes or names, as in ana,bo,chi'],
    [['--members', 'ana,bo,ana'], '--members: "ana" is listed twice'],
    [['--members', 'Turkey,TR'], '"Turkey" and "TR" are the same member, TR'],
    [['--from', 'none.txt'], '--from: "none.txt" cannot be read: there is no such file'],
    [['--from', 'empty.txt'], '--from: "empty.txt" has no names; write one per line'],
    [['--members', 'ana', '--body', 'nato'], 'cannot be used with option'],
    [['--body', 'eu'], '"eu" is not a body; did you mean "eu-council", "eu-unanimity" or "euro-area"?'],
    [[], 'or members with --members ana,bo,chi'],
  ])('%j is refused', async (options, message) => {
    const run = await begun({ 'empty.txt': '\n# nobody\n' }, ...options);
    expect(run).toMatchObject({ code: 2, stdout: '', text: '' });
    expect(run.stderr).toContain(message);
  });
});
