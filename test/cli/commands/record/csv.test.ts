import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { movesIn } from '../../../../src/cli/commands/record/csv.ts';
import { emptyFolder, type Run } from '../../../support/bin.ts';
import { inTerminal } from '../../../support/host.ts';
import { seeded } from '../../../support/rosters.ts';
import { rosterIn } from '../../../support/texts.ts';

const roster = `title: A treaty
as-of: 2024-03-01
rule: consensus
members:
  AT: support # said so
  BE:
  DK: { stance: withheld, why: unsure, date: 2024-02-01 }
sources:
  report: {}
`;

const asIs = { mapping: [], stances: new Map(), order: undefined };

/** What standard input does to the roster. */
async function recordedFrom(
  csv: string | Uint8Array,
  ...options: readonly string[]
): Promise<Run & { readonly text: string }> {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, 'r.yaml'), roster);
  const stdin = (async function* () {
    yield csv;
  })();
  const run = await inTerminal(['record', '--csv', 'r.yaml', ...options], { cwd, stdin });
  return { ...run, text: readFileSync(join(cwd, 'r.yaml'), 'utf8') };
}

describe('lines of CSV', () => {
  test('are recorded all at once', async () => {
    const run = await recordedFrom(
      'code,stance,date,why,by,wants,source,basis,circa,quote,note\r\n' +
        'BE,conditional,2024-03-01,"one, ""two""\r\nthree",a minister,a post; money,report; https://example.org/,reported,true,yes,no\r\n' +
        'DK,support,2024-03-01,,,,,,,,\r\n' +
        'DK,oppose,2024-02-20,,,,,,false,,\r\n',
    );
    expect(run).toMatchObject({ code: 0 });
    const [, be, dk] = rosterIn(run.text).members;
    expect(be?.positions).toEqual([
      {
        date: { text: '2024-03-01', day: '2024-03-01' },
        circa: true,
        stance: 'conditional',
        basis: 'reported',
        by: 'a minister',
        why: 'one, "two"\r\nthree',
        wants: ['a post', 'money'],
        sources: ['report', 'https://example.org/'],
        quote: 'yes',
        note: 'no',
      },
    ]);
    expect(dk?.positions.map(({ stance }) => stance)).toEqual(['withheld', 'oppose', 'support']);
    expect(run.text).toContain('  AT: support # said so\n  BE:\n    positions:\n');
    expect(run.stderr).toBe(
      'rutte-tally: recorded BE: conditional (1 Mar 2024), DK: support (1 Mar 2024), DK: oppose (20 Feb 2024) in r.yaml\n',
    );
  });

  test('take from the options what they leave out', async () => {
    const csv = '\ufeffstance,code,date\nsupport,BE,\nsupport,DK,2024-03-02\n';
    const run = await recordedFrom(csv, '--date=2024-03-01', '--source=report', '--by=the embassy');
    const [, be, dk] = rosterIn(run.text).members;
    expect([be?.positions.at(-1), dk?.positions.at(-1)]).toMatchObject([
      { date: { text: '2024-03-01' }, sources: ['report'], by: 'the embassy' },
      { date: { text: '2024-03-02' }, sources: ['report'], by: 'the embassy' },
    ]);
  });

  test('have several demands in columns of one name', async () => {
    const run = await recordedFrom('code,wants,stance,wants\nBE,"a post; money",conditional,a say;\n');
    expect(rosterIn(run.text).members[1]?.positions[0]?.wants).toEqual(['a post', 'money', 'a say']);
  });

  test('more than a few are counted', async () => {
    const csv = `code,stance,date\n${[1, 2, 3, 4, 5, 6].map((day) => `BE,support,2024-03-0${day}\n`).join('')}`;
    expect((await recordedFrom(csv)).stderr).toMatch(/^rutte-tally: recorded 6 positions in r\.yaml\n/);
  });

  test('are read with the columns, words, dates and separators of spreadsheets', async () => {
    const csv = 'Country;Vote;Day;Comments;Room\r\nBelgium;yes;1/3/2024;"a; b";7\r\nDENMARK;-1;2/3/2024;;8\r\n';
    const done = await recordedFrom(csv, '--dates=dmy');
    expect(done).toMatchObject({ code: 0 });
    expect(done.stderr).toMatch(
      /^rutte-tally: standard input: ignored column "Room"\nrutte-tally: recorded BE: support/,
    );
    const [, be, dk] = rosterIn(done.text).members;
    expect(be?.positions.at(-1)).toMatchObject({ stance: 'support', date: { text: '2024-03-01' }, why: 'a; b' });
    expect(dk?.positions.at(-1)).toMatchObject({ stance: 'oppose', date: { text: '2024-03-02' } });
  });

  test('say what words and columns mean', async () => {
    const run = await recordedFrom(
      'Land\tAntwort\nBE\tja\n',
      '--map=code=Land',
      '--map=stance=Antwort',
      '--stance=ja=support',
    );
    expect(run).toMatchObject({ code: 0 });
    expect(rosterIn(run.text).members[1]?.positions[0]?.stance).toBe('support');
  });

  test('add members that the roster does not have, if asked to', async () => {
    const csv = 'member,name,vote\nFI,Finland,yes\nBE,,no\nAna María,,yes\nFI,Finland,no\n';
    expect(await recordedFrom(csv)).toMatchObject({ code: 2, text: roster });
    const twice = await recordedFrom(csv, '--add-members');
    expect(twice).toMatchObject({ code: 2, text: roster });
    const run = await recordedFrom(csv.replace(/FI,Finland,no\n/, ''), '--add-members');
    expect(run).toMatchObject({ code: 0 });
    expect(run.stderr).toContain('rutte-tally: added the member FI\nrutte-tally: added the member ana-maria\n');
    expect(run.text).toContain('  AT: support # said so\n');
    const { members } = rosterIn(run.text);
    expect(members.map(({ code, name }) => [code, name])).toEqual([
      ['AT', 'AT'],
      ['BE', 'BE'],
      ['DK', 'DK'],
      ['FI', 'Finland'],
      ['ana-maria', 'Ana María'],
    ]);
    expect(members.map(({ positions }) => positions.at(-1)?.stance)).toEqual([
      'support',
      'oppose',
      'withheld',
      'support',
      'support',
    ]);
  });

  test('leave an assumed stance out', async () => {
    const run = await recordedFrom('code,stance,assumed\nBE,support,yes\nDK,support,no\n');
    expect(run.stderr).toMatch(/^rutte-tally: standard input, line 2: an assumed stance is left out\n/);
    expect(rosterIn(run.text).members[1]?.positions).toEqual([]);
  });

  const head = 'code,stance,date\n';

  test.each([
    ['', 'missing-column', 'line 1: the column "code" is missing'],
    ['code\n', 'missing-column', 'line 1: the column "stance" is missing'],
    [head, 'no-moves', 'line 1: there are no moves below the header'],
    ['code,stanse\n', 'unknown-column', '"stanse" is not a column; did you mean "stance"?'],
    [
      'date,supporting\n',
      'unknown-column',
      '"supporting" belongs to a claim, and --csv reads only moves; record a claim with',
    ],
    ['code,country,reason\n', 'missing-column', 'line 1: the column "stance" is missing'],
    [
      `${head}BE,support,1/3/2024\n`,
      'invalid-date',
      'may begin with the day or with the month; say which with --dates',
    ],
    [
      `${head}BE,absent,\n`,
      'unknown-stance',
      'line 2, stance: "absent" is not a stance; write "undeclared" if it still',
    ],
    [`${head}BE,support,,more\n`, 'long-row', 'line 2: this row has 4 cells, and the header 3'],
    [`${head}BE,support\n`, 'invalid-csv', 'line 2: 2 cells, but 3 columns'],
    [`${head}BE,"support\n`, 'invalid-csv', 'Quote Not Closed'],
    [`${head}BE,support,\n\nDK,suport,\n`, 'unknown-stance', 'line 4, stance: "suport" is not a stance; did you mean'],
    [`${head}BE,support,2024-02-30\n`, 'invalid-date', 'line 2, date: "2024-02-30" is not a date'],
    [`${head},support,\n`, 'missing-value', 'line 2, code: the value is empty'],
    [`${head}BE,support,2024-03-01\nXX,support,\n`, 'unknown-member', 'line 3, code: "XX" is not a member'],
    [`${head}BE,support,2024-03-01\nBE,oppose,2024-03-01\n`, 'same-date', 'line 3, date: "BE" already has a position'],
    ['code,stance,circa\nBE,support,yes\n', 'unknown-circa', 'line 2, circa: "yes" is not a circa'],
    ['code,stance,source\nBE,support,nowhere\n', 'unknown-source', 'line 2, source: "nowhere" is not a key'],
    ['code,stance,by,by\nBE,support,a,b\n', 'repeated-column', 'line 2: two cells for "by"'],
    [Buffer.from('code,stance\nBE,\xff', 'latin1'), 'invalid-csv', 'standard input: the byte 0xff is not UTF-8'],
  ])('are recorded none where one is wrong: %j', async (csv, code, message) => {
    const run = await recordedFrom(csv);
    expect(run).toMatchObject({ code: 2, stdout: '', text: roster });
    expect(run.stderr).toContain(message);
    expect(JSON.parse((await recordedFrom(csv, '--format=json')).stdout)).toMatchObject({ code });
  });

  test('leave no room for a second file', async () => {
    const run = await recordedFrom(`${head}BE,support,\n`, 's.yaml');
    expect(run).toMatchObject({ code: 2, text: roster });
    expect(run.stderr).toContain('pass only the roster, as in rutte-tally record --csv ROSTER < moves.csv');
  });

  test('hold whatever a cell can hold', () => {
    // An apostrophe before a formula is a mark of the spreadsheet.
    const cell = fc.string({ unit: 'grapheme' }).filter((text) => text.trim() !== '' && !text.startsWith("'"));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
        const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
        const csv = `code,stance,why\r\n${rows.map(([code, why]) => `${quoted(code)},support,${quoted(why)}\r\n`).join('')}`;
        expect(movesIn(csv, {}, asIs).moves.map(({ written }) => [written.code, written.why])).toEqual(rows);
      }),
      seeded,
    );
  });
});
