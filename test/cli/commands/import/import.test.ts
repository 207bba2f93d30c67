import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Roster } from '../../../../src/model/roster.ts';
import { emptyFolder, type Run, repository } from '../../../support/bin.ts';
import { inTerminal } from '../../../support/host.ts';
import { rosterIn } from '../../../support/texts.ts';

const fixtures = join(repository, 'test/fixtures/import');

/** What `import` makes of a text in a file. */
async function imported(
  text: string | Uint8Array,
  ...options: readonly string[]
): Promise<Run & { readonly cwd: string }> {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, 'votes.csv'), text);
  return { cwd, ...(await inTerminal(['import', 'votes.csv', ...options], { cwd })) };
}

/** What `import` makes of a fixture. */
const fixture = (file: string, ...options: readonly string[]): Promise<Run> =>
  inTerminal(['import', file, ...options], { cwd: fixtures });

async function rosterOf(run: Run | Promise<Run>): Promise<Roster> {
  const { code, stdout } = await run;
  expect(code).toBe(0);
  return rosterIn(stdout);
}

const brief = ({ members }: Roster): readonly unknown[] =>
  members.map(({ code, positions }) => [
    code,
    ...positions.map(({ stance, date }) => `${stance} ${date?.text ?? ''}`.trim()),
  ]);

describe('a table', () => {
  test('has a row a position', async () => {
    const roster = await rosterOf(fixture('long.csv'));
    expect(brief(roster)).toEqual([
      ['DE'],
      ['GB', 'abstain 2024-03-02'],
      ['IS', 'support 2024-03-05'],
      ['SE', 'support 2024-03-01'],
      ['TR', 'oppose 2024-03-01', 'support 2024-04-01'],
    ]);
    expect(roster.members.map(({ name }) => name)).toEqual([
      'Germany',
      'United Kingdom',
      'Iceland',
      'Sweden',
      'Türkiye',
    ]);
    expect(roster.members[4]?.positions.map(({ why }) => why)).toEqual(['not yet; soon', 'the "letter"\ncame']);
    expect(roster.members[3]?.positions[0]?.sources).toEqual(['https://example.org/se']);
    expect((await fixture('long.csv')).stderr).toBe(
      'rutte-tally: long.csv: ignored column "Room"\n' +
        'rutte-tally: long.csv: a table: 5 members, 5 positions; the rule is consensus, because none was given\n',
    );
  });

  test('has a row a member, and a column a date', async () => {
    const roster = await rosterOf(fixture('wide.csv'));
    expect(brief(roster)).toEqual([
      ['ana', 'unclear 2024-03-01', 'support 2024-03-15'],
      ['bo', 'oppose 2024-03-01', 'oppose 2024-03-15'],
      ['chi'],
    ]);
    expect(roster.members.map(({ name }) => name)).toEqual(['Ana Diaz', 'Bo Lind', 'chi']);
    expect((await fixture('wide.csv')).stderr).toContain('ignored column "note"');
  });

  test.each([
    ['commas', 'member,vote\nana,yes\n'],
    ['semicolons', 'member;vote\r\nana;yes\r\n'],
    ['tabs', 'member\tvote\nana\tyes'],
    ['a mark', '\ufeffmember,vote\nana,yes\n'],
    ['a line that names the separator', 'sep=;\r\nmember;vote\r\nana;yes\r\n'],
    ['quotes', '"member","vote"\n"ana","yes"\n'],
    ['blank lines and cells', '\n\nmember,vote,,\n\nana,yes,,\n,,,\n'],
    ['other names and cases', 'VOTE?, Delegation \nYES,ana\n'],
    ['a name alone', 'Name,Answer\nana,+1\n'],
    ['an apostrophe before a formula', "member,vote\nana,'+1\n"],
  ])('with %s is read', async (_, text) => {
    expect(brief(await rosterOf(imported(text)))).toEqual([['ana', 'support']]);
  });

  test('in columns that the user names', async () => {
    const text = 'Wer;Antwort;Am;Weil\nana;ja;22/11/2026;darum\n';
    const options = [
      '--map=member=Wer',
      '--map=stance=antwort',
      '--map=date=Am',
      '--map=why=Weil',
      '--stance=ja=support',
    ];
    const roster = await rosterOf(imported(text, ...options, '--dates=dmy'));
    expect(roster.members[0]?.positions[0]).toMatchObject({
      stance: 'support',
      date: { text: '2026-11-22' },
      why: 'darum',
    });
  });

  test('of a form, with an hour in its dates', async () => {
    const roster = await rosterOf(imported('Timestamp,Name,Vote\n11/22/2026 9:05:00,Ana María,yes\n', '--dates=mdy'));
    expect(brief(roster)).toEqual([['ana-maria', 'support 2026-11-22']]);
  });

  test('of countries takes names, codes of two and of three letters for the same', async () => {
    const roster = await rosterOf(
      imported('member,vote\nSE,yes\nNOR,yes\nTurkey,no\nRepublic of Korea,no\n"Côte d’Ivoire",no\nAtlantis,no\n'),
    );
    expect(brief(roster).map((row) => (row as string[])[0])).toEqual(['Atlantis', 'CI', 'KR', 'NO', 'SE', 'TR']);
  });

  test('leaves people alone who are called like countries', async () => {
    const roster = await rosterOf(imported('member,vote\nChad,yes\nGeorgia,no\nBo,yes\n'));
    expect(roster.members.map(({ code }) => code)).toEqual(['Bo', 'Chad', 'Georgia']);
  });

  test('keeps codes as names where it says so', async () => {
    const rows = ['SE', 'NO', 'FI', 'DK', 'IS'].map((code) => `${code},${code},yes\n`).join('');
    const roster = await rosterOf(imported(`member,name,vote\n${rows}`));
    expect(roster.members.map(({ name }) => name)).toEqual(['DK', 'FI', 'IS', 'NO', 'SE']);
  });

  test('says who follows whom, by name, too', async () => {
    const text = 'member,name,vote,follows\nana,Ana Diaz,maybe,Bo Lind; chi\nbo,Bo Lind,no,\nchi,,no,\n';
    expect((await rosterOf(imported(text))).members[0]?.positions[0]?.follows).toEqual(['bo', 'chi']);
  });

  test('has members of a body', async () => {
    const run = await imported('country,vote\nFrance,yes\nUSA,no\n', '--body=un-security-council');
    const roster = await rosterOf(run);
    expect(roster.rule.name).toBe('un-security-council');
    expect(roster.members.length).toBeGreaterThan(14);
    expect(roster.members.find(({ code }) => code === 'US')?.positions[0]?.stance).toBe('oppose');
    expect(run.stdout).not.toContain('No rule was given');
    const wrong = await imported('country,vote\nFrance,yes\nAtlantis,no\n', '--body=un-security-council');
    expect(wrong).toMatchObject({ code: 3, stdout: '' });
    expect(wrong.stderr).toContain('votes.csv:3:1: error[unknown-member]: "Atlantis" is not a member of this body');
  });
});

describe('what cannot be read is told, all at once', () => {
  test('with its line, and the flag that settles it', async () => {
    const run = await imported(
      'member,vote,date\nana,absent,\nbo,perhaps,1/2/2024\nchi,yes,,more\n,no,\ndee,suport,\n',
    );
    expect(run).toMatchObject({ code: 3, stdout: '' });
    const heads = run.stderr.split('\n').filter((line) => line.startsWith('votes.csv:'));
    expect(heads).toEqual([
      'votes.csv:2:5: error[unknown-stance]: "absent" is not a stance',
      'votes.csv:3:4: error[unknown-stance]: "perhaps" is not a stance',
      'votes.csv:3:12: error[invalid-date]: "1/2/2024" may begin with the day or with the month',
      'votes.csv:4:10: error[long-row]: this row has 4 cells, and the header 3',
      'votes.csv:5:1: error[missing-value]: this row names no member',
      'votes.csv:6:5: error[unknown-stance]: "suport" is not a stance',
    ]);
    expect(run.stderr).toContain(
      'hint: choose "undeclared" if it still counts as a member, or "recused" if it leaves every count, with --stance absent=STANCE',
    );
    expect(run.stderr).toContain(
      'hint: say what it means with --stance perhaps=STANCE; rutte-tally import --words lists',
    );
    expect(run.stderr).toContain('hint: did you mean "support"? Say so with --stance suport=support');
    expect(run.stderr).toContain('hint: say which with --dates dmy or --dates mdy');
    const { stdout, code } = await imported('member,vote\nana,absent\n', '--format=json');
    expect(code).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'rutte-tally/diagnostics/1',
      files: [{ file: 'votes.csv', ok: false }],
    });
  });

  test.each([
    ['', 'empty-document', 'the file is empty'],
    ['member,vote\n', 'missing-value', 'this file has no members'],
    ['member,vote\nana,"yes\n', 'invalid-csv', 'this is not CSV: Quote Not Closed'],
    ['x,vote\nana,yes\n', 'missing-column', 'the column "code" is missing'],
    ['member,stanze,room\nana,yes,1\n', 'several-decisions', 'several columns may hold stances: "stanze" and "room"'],
    ['member,date\nana,2024-01-01\n', 'missing-column', 'the column "stance" is missing'],
    [
      'member,vote,position\nana,yes,no\n',
      'repeated-column',
      '"vote" and "position" could both be the column "stance"',
    ],
    ['member,1/2/2024\nana,yes\n', 'invalid-date', 'may begin with the day or with the month'],
    ['member,vote\nana,yes\nana,no\n', 'same-date', '"ana" has two positions without a date: "support" and "oppose"'],
    ['{', 'invalid-json', 'this is not JSON'],
    ['{}', 'unknown-kind', 'this kind of JSON'],
    ['[1]', 'unknown-kind', 'this kind of JSON'],
    [Buffer.from('member,vote\nana,\xff', 'latin1'), 'not-utf-8', 'the byte 0xff is not UTF-8'],
  ])('%j: %s', async (text, code, message) => {
    const usage = code === 'several-decisions';
    const run = await imported(text);
    expect(run).toMatchObject({ code: usage ? 2 : 3, stdout: '' });
    expect(run.stderr).toContain(message);
    if (!usage) expect(run.stderr).toContain(`error[${code}]`);
  });

  test('a file that is not there, too', async () => {
    expect(await inTerminal(['import', 'none.csv'], { cwd: emptyFolder() })).toMatchObject({
      code: 3,
      stderr: 'none.csv: error[unreadable-file]: cannot be read: there is no such file\n\n',
    });
  });
});

describe('what is left out is told', () => {
  test.each([
    ['member,vote,why\nana,,too soon\n', 'votes.csv:2: "ana": no stance, so "too soon" is left out'],
    ['member,vote,leaning\nana,yes,oppose\n', 'votes.csv:2: "ana": "support" is settled, so its leaning is left out'],
    [
      'member,vote,follows\nana,yes,bo\nbo,no,\n',
      'votes.csv:2: "ana": "support" is settled, so whom it follows is left out',
    ],
    [
      'member,vote,basis\nana,yes,claimed\n',
      'votes.csv:2: "ana": basis "claimed" cannot be written: it becomes "reported"',
    ],
    [
      'member,vote,follows\nana,maybe,dee\nbo,no,\n',
      'votes.csv:2: "ana" follows "dee", which is not another member: left out',
    ],
    ['member,vote,assumed\nana,yes,yes\n', 'votes.csv:2: "ana": an assumed stance is left out'],
    ['member,vote\nana,yes\nana,yes\n', 'votes.csv:3: "ana" already has this position, in line 2: left out'],
    ['member,vote\nana,·\nbo,yes\n', 'votes.csv:2: "ana" was not a member: left out'],
    ['member,vote,reasom\nana,yes,x\n', 'votes.csv: ignored column "reasom"'],
    [
      'member,vote\nSE,y\nNO,y\nFI,y\nDK,y\nIS,y\nScandinavian Council,y\n',
      'votes.csv: "Scandinavian Council" is no country of ISO 3166: its code is scandinavian-council',
    ],
  ])('%j', async (text, message) => {
    const run = await imported(text);
    expect(run.code).toBe(0);
    expect(run.stderr).toContain(`rutte-tally: ${message}`);
  });
});

describe('the roster', () => {
  test('goes to a file, which is left alone if it is there', async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'votes.csv'), 'member,vote\nana,yes\n');
    const run = (...options: readonly string[]) =>
      inTerminal(['import', 'votes.csv', '--output=r.yaml', ...options], { cwd });
    const first = await run('--rule=unanimity', '--title=A charter');
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toBe(
      'Written    r.yaml, from votes.csv, a table: 1 member, 1 position\n' +
        'Next       rutte-tally validate r.yaml\n' +
        '           rutte-tally status r.yaml\n',
    );
    const text = readFileSync(join(cwd, 'r.yaml'), 'utf8');
    expect(text).toBe(
      '# Written by rutte-tally import from votes.csv (a table).\n\ntitle: A charter\nrule: unanimity\n\nmembers:\n  ana: support\n',
    );
    expect(await run()).toMatchObject({
      code: 2,
      stdout: '',
      stderr: 'rutte-tally: "r.yaml" already exists; use --force to replace it\n',
    });
    expect(readFileSync(join(cwd, 'r.yaml'), 'utf8')).toBe(text);
    const forced = await run('--force', '--format=json');
    expect(JSON.parse(forced.stdout)).toEqual({
      schema: 'rutte-tally/import/1',
      file: 'votes.csv',
      kind: 'csv',
      output: 'r.yaml',
      title: 'votes',
      body: null,
      rule: 'consensus',
      ruleAssumed: true,
      members: 1,
      positions: 1,
      leftOut: [],
      replaced: true,
    });
    expect(readFileSync(join(cwd, 'r.yaml'), 'utf8')).toContain('# No rule was given, so it is consensus;');
  });

  test('is in the answer as data where it goes to no file', async () => {
    const { stdout } = await imported('member,vote\nana,yes\n', '--format=json', '--output=-');
    expect(JSON.parse(stdout)).toMatchObject({
      output: null,
      text: expect.stringContaining('members:\n  ana: support\n'),
    });
  });

  test('is read from standard input', async () => {
    const stdin = (async function* () {
      yield 'member,vote\nana,yes\n';
    })();
    const { stdout } = await inTerminal(['import', '-'], { cwd: emptyFolder(), stdin });
    expect(stdout).toContain('# Written by rutte-tally import from standard input (a table).');
    expect(rosterIn(stdout).title).toBe('Imported');
  });

  test('has a rule in braces', async () => {
    const run = await imported(
      'member,vote,weights\nana,yes,shares: 2.5\nbo,no,shares: 1\n',
      '--rule={ by: shares, at-least: 2/3 }',
    );
    expect((await rosterOf(run)).members[0]?.weights).toEqual({ shares: [{ value: '2.5' }] });
  });

  test('has no line of another file in its comments', async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'a\nb.csv'), 'member,vote\nana,yes\n');
    const { stdout, stderr } = await inTerminal(['import', 'a\nb.csv'], { cwd });
    expect(stdout).toMatch(/^# Written by rutte-tally import from a.b\.csv \(a table\)\.\n/);
    expect(stderr).toMatch(/^rutte-tally: a b\.csv: a table/);
  });
});

describe('a request that cannot be met', () => {
  test.each([
    [[], 'missing-argument', 'name the file to import'],
    [['votes.csv', '--words'], 'conflicting-option', '--words reads no file'],
    [['votes.csv', '--force'], 'conflicting-option', '--force goes with --output FILE'],
    [['votes.csv', '--title= '], 'empty-title', 'the title is empty'],
    [
      ['votes.csv', '--body=eu'],
      'unknown-body',
      '"eu" is not a body; did you mean "eu-council", "eu-unanimity" or "euro-area"?',
    ],
    [['votes.csv', '--body=natto'], 'unknown-body', 'did you mean "nato"?'],
    [['votes.csv', '--body=xyzzyx'], 'unknown-body', 'expected one of'],
    [['votes.csv', '--rule=concensus'], 'invalid-rule', 'did you mean "consensus"?'],
    [['votes.csv', '--rule=eu-qualified-majority'], 'invalid-rule', '"population"'],
    [['votes.csv', '--map=vote'], 'invalid-map', 'write NAME=COLUMN'],
    [['votes.csv', '--map=colour=vote'], 'unknown-name', '"colour" is not something that a column can hold'],
    [['votes.csv', '--map=stance=vot'], 'unknown-column', 'there is no column "vot"; did you mean "vote"?'],
    [['votes.csv', '--stance=ja'], 'invalid-stance', 'write WORD=STANCE'],
    [['votes.csv', '--stance=ja=suport'], 'unknown-stance', 'did you mean "support"?'],
    [
      ['votes.csv', '--stance=ja=support', '--stance=JA=oppose'],
      'repeated-stance',
      'is given as "support" and as "oppose"',
    ],
    [['votes.csv', '--decision=other'], 'unknown-decision', 'there is no column "other"'],
  ])('%j', async (args, code, message) => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'votes.csv'), 'member,vote\nana,yes\n');
    const run = await inTerminal(['import', ...args], { cwd });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain(message);
    expect(JSON.parse((await inTerminal(['import', ...args, '--format=json'], { cwd })).stdout)).toMatchObject({
      code,
    });
  });
});

test('the words are listed, as data too', async () => {
  const { stdout } = await inTerminal(['import', '--words']);
  expect(stdout).toMatch(/^Stances {4}support {7}yes, y,/);
  const words = JSON.parse((await inTerminal(['import', '--words', '--format=json'])).stdout);
  expect(words).toMatchObject({ schema: 'rutte-tally/words/1', stances: expect.any(Array), open: expect.any(Array) });
  expect(words.kinds).toContainEqual({
    kind: 'un-votes',
    what: 'votes from the UN Digital Library',
    words: expect.arrayContaining([{ word: 'x', stance: 'undeclared' }]),
  });
});
