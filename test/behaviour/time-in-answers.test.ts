import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { emptyFolder } from '../support/bin.ts';
import { inTerminal } from '../support/host.ts';

const roster = `title: The statutes
as-of: 2024-05-20
rule:
  all:
    - { count: support, at-least: 2, closes: 2024-05-10, label: two in time }
    - { count: support, by: shares, at-least: 60%, closes: 2024-06-30T12:00:00Z, label: 60% of the shares }
closes: 2024-12-31
rounds:
  - { date: 2024-04-01 }
  - { date: 2024-05-01, name: second reading }
members:
  ana:
    terms: [{ joined: 2020-01-01, left: 2022-01-01 }, { joined: 2024-01-01, left: 2025-01-01 }]
    weights: { shares: { 2023-01-01: 30, 2024-05-15: 40 } }
    positions:
      - { date: 2021-05-01, stance: oppose, why: the fee }
      - { date: 2024-04-02, stance: support }
      - { date: 2024-05-02, stance: support }
  bo:
    weights: { shares: 30 }
    positions:
      - { date: 2024-05-03, stance: support }
      - { date: 2024-05-12, stance: undeclared, why: a new draft, by: bo }
  chi: { left: 2022-01-01, weights: { shares: 10 } }
  dee: { weights: { shares: 20 } }
`;

let cwd = '';
beforeEach(() => {
  cwd = emptyFolder();
  writeFileSync(join(cwd, 'statutes.yaml'), roster);
});
const tell = async (...args: readonly string[]): Promise<string> => {
  const { stdout, stderr, code } = await inTerminal(args, { cwd, columns: 100 });
  expect([stderr, code]).toEqual(['', 0]);
  return stdout;
};

describe('status', () => {
  test('tells what has closed, what closes when, and the round', async () => {
    const told = await tell('status', 'statutes.yaml');
    expect(told).toMatch(/^REACHED|^OPEN|^BLOCKED/m);
    expect(told).toContain('closed on 10 May 2024');
    expect(told).toMatch(/Closes +30 Jun, 12:00 UTC +60% of the shares/);
    expect(told).toMatch(/Round +second reading, 1 May/);
    expect(told).toMatch(/bo +undeclared +since 12 May/);
    expect(told).toContain('a new draft');
    expect(told).toContain('Undeclared (1): dee');
  });

  test('tells the same in Markdown', async () => {
    const told = await tell('status', 'statutes.yaml', '--format=markdown');
    for (const line of ['closed on 10 May 2024', '30 Jun, 12:00 UTC: 60% of the shares', 'second reading, 1 May'])
      expect(told).toContain(line);
  });

  test('names no criterion where all of them close together', async () => {
    writeFileSync(
      join(cwd, 'vote.yaml'),
      'title: T\nrule: consensus\ncloses: 2024-06-30\nmembers: { ana: support, bo: }\n',
    );
    expect(await tell('status', 'vote.yaml')).toMatch(/^Closes +30 Jun$/m);
  });

  test('says who counted when it closed, if it came out blocked and that is few', async () => {
    const members = (size: number, rest = ''): string =>
      `{ ${Array.from({ length: size }, (_, index) => `m${index + 1}: { stance: support, date: 2024-03-01 }`).join(', ')}${rest} }`;
    const toldOf = async (rule: string, all: string, ...words: string[]): Promise<string> => {
      writeFileSync(join(cwd, 'over.yaml'), `title: T\nas-of: 2024-06-01\nrule: ${rule}\nmembers: ${all}\n`);
      return tell('status', 'over.yaml', ...words);
    };
    const veto = ', bo: { positions: [{ date: 2024-03-02, stance: oppose }, { date: 2024-05-01, stance: abstain }] }';
    const closes = 'closes: 2024-04-01';
    const silent = await toldOf(`{ count: oppose, at-most: 0, ${closes} }`, members(2, veto));
    expect(silent).toMatch(/^Closed +1 Apr +opposed then: bo$/m);
    expect(await toldOf(`{ at-least: 5, ${closes} }`, members(3))).toMatch(/in support then: m1, m2 and m3$/m);
    expect(await toldOf(`{ at-least: 5, ${closes} }`, '{ bo: oppose }')).toMatch(/in support then: nobody$/m);
    expect(await toldOf(`{ at-least: 50, ${closes} }`, members(12))).not.toMatch(/^Closed/m);
    expect(await toldOf(`{ at-least: 50, ${closes} }`, members(12), '--all')).toMatch(/in support then: m1, m2, m3/);
    const many = await toldOf(`{ count: oppose, at-most: 0, ${closes} }`, members(12).replaceAll('support', 'oppose'));
    expect(many.replaceAll(/\s+/g, ' ')).toMatch(/Closed 1 Apr opposed then: .*, and 4 more \(--all\)/);
    expect(await toldOf(`{ at-least: 1, ${closes} }`, members(2))).not.toMatch(/^Closed/m);
  });

  test('says when a veto was closed on, and what was too much', async () => {
    const rule = (part: string): string =>
      `title: T\nas-of: 2024-06-01\nrule: { all: [{ at-least: 1 }, ${part}] }\nmembers: { ana: support, bo: oppose, chi: oppose }\n`;
    const verdictOf = async (part: string): Promise<string> => {
      writeFileSync(join(cwd, 'veto.yaml'), rule(part));
      return tell('status', 'veto.yaml');
    };
    expect(await verdictOf('{ count: oppose, at-most: 0, closes: 2024-05-01 }')).toContain(
      'opposed by bo and chi, closed on 1 May 2024',
    );
    expect(await verdictOf('{ count: oppose, at-most: 1, closes: 2024-05-01 }')).toContain(
      '1 too many, closed on 1 May 2024',
    );
  });

  test('has round, closing and weights in JSON', async () => {
    const told = JSON.parse(await tell('status', 'statutes.yaml', '--format=json'));
    expect(told.round).toEqual({ date: '2024-05-01', name: 'second reading' });
    expect(told.criterion).toMatchObject({
      closes: '2024-12-31',
      closed: false,
      of: [
        { status: 'reached', closes: '2024-05-10', closed: true, have: 2, counted: ['ana', 'bo'] },
        { status: 'open', closes: '2024-06-30T12:00:00Z', closed: false, have: 40, counted: ['ana'] },
      ],
    });
    expect(told.members[0]).toMatchObject({ member: 'ana', weights: { shares: 40 } });
    const before = JSON.parse(await tell('status', 'statutes.yaml@2024-03-01', '--format=json'));
    expect(before.round).toBeNull();
  });
});

describe('member', () => {
  test('tells its terms, and what it said in all rounds', async () => {
    const told = await tell('member', 'ana', 'statutes.yaml');
    const lines = [
      'left on 1 Jan 2022',
      'joined again on 1 Jan',
      'leaves on 1 Jan 2025',
      'round of 1 Apr',
      'second reading, 1 May',
    ];
    for (const line of lines) expect(told).toContain(line);
    expect(told.indexOf('oppose')).toBeLessThan(told.indexOf('round of 1 Apr'));
    expect(told.indexOf('second reading, 1 May')).toBeLessThan(told.lastIndexOf('2 May'));
    expect(await tell('member', 'ana', 'statutes.yaml', '--format=markdown')).toContain('- second reading, 1 May\n');
    expect(await tell('member', 'dee', 'statutes.yaml')).toContain('second reading');
  });

  test('that is not in the roster has its times there', async () => {
    const told = await tell('member', 'ana', 'statutes.yaml@2023-01-01');
    expect(told.replaceAll(/\s+/g, ' ')).toContain(
      'a member from 1 Jan 2020; left on 1 Jan 2022; a member from 1 Jan 2024; left on 1 Jan 2025',
    );
  });

  test.each([
    ['2021-01-01', '2020-01-01', '2022-01-01'],
    ['2023-01-01', '2024-01-01', '2025-01-01'],
    ['2024-05-20', '2024-01-01', '2025-01-01'],
    ['2025-05-20', '2024-01-01', '2025-01-01'],
  ])('has the term of %s in JSON, else the next, else the last', async (asOf, joined, left) => {
    const told = JSON.parse(await tell('member', 'ana', `statutes.yaml@${asOf}`, '--format=json'));
    expect(told).toMatchObject({ joined, left, terms: [{ left: '2022-01-01' }, { joined: '2024-01-01' }] });
  });
});

test('diff tells another round, other weights, and when the rule closes', async () => {
  const told = await tell('diff', 'statutes.yaml@2024-04-15', 'statutes.yaml');
  expect(told).toMatch(/Round +round of 1 Apr → second reading, 1 May/);
  expect(told).toMatch(/Weights +ana, shares: 30 → 40/);
  expect(await tell('diff', 'statutes.yaml@2024-03-15', 'statutes.yaml')).toMatch(/Round +new: second reading, 1 May/);
  expect(await tell('diff', 'statutes.yaml@2024-04-15', 'statutes.yaml', '--format=markdown')).toContain(
    'second reading',
  );
  writeFileSync(
    join(cwd, 'other.yaml'),
    roster.replace('closes: 2024-12-31', 'closes: 2024-11-30').replace(', closes: 2024-05-10', ''),
  );
  const rule = await tell('diff', 'statutes.yaml', 'other.yaml');
  expect(rule.replaceAll(/\s+/g, ' ')).toMatch(
    /was all of \(two in time, closes on 10 May 2024; .*, closes on 31 Dec 2024 is all of \(two in time; .*, closes on 30 Nov 2024/,
  );
});

test('timeline marks rounds, closings and weights', async () => {
  const told = await tell('timeline', 'statutes.yaml', '--format=markdown');
  for (const text of ['Begins: round of 1 Apr', 'Begins: second reading', 'Closed: two in time', 'ana: new shares'])
    expect(told).toContain(text);
  const { points } = JSON.parse(await tell('timeline', 'statutes.yaml', '--format=json'));
  const on = (date: string) => points.find((point: { date: string }) => point.date === date);
  expect(on('2024-05-01').rounds).toEqual([{ date: '2024-05-01', name: 'second reading' }]);
  expect(on('2024-05-10').closed).toEqual(['two in time']);
  expect(on('2024-05-15').weights).toEqual([{ member: 'ana', weight: 'shares', before: '30', after: '40' }]);
  const csv = (await tell('timeline', 'statutes.yaml', '--format=csv')).split('\r\n');
  expect(csv.find((line) => line.startsWith('2024-05-10'))).toMatch(/,two in time,$/);
  expect(csv.find((line) => line.startsWith('2024-04-01'))).toMatch(/,2024-04-01,,$/);
  writeFileSync(join(cwd, 'silence.yaml'), 'title: T\nrule: { silence: 2024-06-30 }\nmembers: { ana: }\n');
  expect(await tell('timeline', 'silence.yaml')).not.toContain('The time of the rule has come');
});

describe('snapshot', () => {
  test('is a roster that answers the same', async () => {
    const written = await tell('snapshot', 'statutes.yaml');
    writeFileSync(join(cwd, 'short.yaml'), written);
    const told = JSON.parse(await tell('status', 'short.yaml', '--format=json'));
    const whole = JSON.parse(await tell('status', 'statutes.yaml', '--format=json'));
    expect({ ...told, claims: [] }).toEqual({ ...whole, claims: [] });
    expect(written).toContain('closes: 2024-12-31');
  });

  test('cannot say what is assumed at the very time at which something closes', async () => {
    const args = ['snapshot', 'statutes.yaml@2024-05-10', '--assume', 'bo=oppose'];
    const { code, stderr } = await inTerminal(args, { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('--assume on 2024-05-10: the rule closes at that time');
  });
});

test('record lets a member take back, and says what that does', async () => {
  const { code, stdout, stderr } = await inTerminal(
    ['record', 'ana', 'undeclared', 'statutes.yaml', '--date', '2024-05-18', '--why', 'a new draft', '--dry-run'],
    { cwd },
  );
  expect(code).toBe(0);
  expect(stdout).toContain('+      - { date: 2024-05-18, stance: undeclared, why: a new draft }');
  expect(stderr).toContain('support → undeclared');
  writeFileSync(
    join(cwd, 'inline.yaml'),
    'title: T\nrule: consensus\nmembers:\n  ana: { stance: undeclared, date: 2024-05-01 }\n',
  );
  const inline = await inTerminal(['record', 'ana', 'support', 'inline.yaml', '--date', '2024-05-18', '--dry-run'], {
    cwd,
  });
  expect(inline.code).toBe(0);
  expect(inline.stdout).toContain('stance: undeclared');
});
