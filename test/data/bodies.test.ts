import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { snapshot } from '../../src/engine/snapshot.ts';
import { tally } from '../../src/engine/tally.ts';
import { presetNotes } from '../../src/render/rules/preset-notes.ts';
import { repository } from '../support/bin.ts';
import { inTerminal } from '../support/host.ts';
import { codesOf, readRoster, time } from '../support/rosters.ts';

const folder = join(repository, 'data', 'bodies');
const names = readdirSync(folder).map((file) => file.replace('.yaml', ''));
const textOf = (name: string): string => readFileSync(join(folder, `${name}.yaml`), 'utf8');
const membersOn = (name: string, date: string) => snapshot(readRoster(textOf(name)), time(date)).members;

/** Bodies whose members are made up, to be replaced. */
const madeUp = ['apache-vote', 'committee', 'review-board'];

interface Listed {
  readonly name: string;
  readonly asOf: string | null;
  readonly nextChange: { readonly date: string | null; readonly what: string } | null;
  readonly outdated: boolean;
}

async function listedOn(today: string): Promise<readonly Listed[]> {
  const { stdout } = await inTerminal(['init', '--list-bodies', '--format', 'json'], { today });
  return JSON.parse(stdout).bodies;
}
const outdatedOn = async (today: string): Promise<string[]> =>
  (await listedOn(today)).filter(({ outdated }) => outdated).map(({ name }) => name);

describe('what changes a body next', () => {
  test('is in each file, with the date for which it is right, and in the list', async () => {
    const dated = (await listedOn('2026-11-30')).filter(({ asOf, nextChange }) => asOf !== null && nextChange !== null);
    expect(dated.map(({ name }) => name)).toEqual(names.filter((name) => !madeUp.includes(name)).sort());
  });

  test.each([
    ['2025-12-31', []],
    ['2026-11-30', ['eu-council', 'euro-area']],
    ['2026-12-31', ['eu-council', 'euro-area', 'python-steering-council']],
    ['2027-10-31', ['eu-council', 'euro-area', 'kubernetes-steering', 'python-steering-council']],
    [
      '2028-01-01',
      ['eu-council', 'euro-area', 'kubernetes-steering', 'python-steering-council', 'un-security-council'],
    ],
  ])('has come on %s for %j', async (today, outdated) => {
    expect(await outdatedOn(today)).toEqual(outdated);
  });

  test('is told by init once it has come, and not before', async () => {
    const said = async (today: string) => (await inTerminal(['init', '-', '--body', 'eu-council'], { today })).stderr;
    expect(await said('2025-12-31')).toBe('');
    expect(await said('2026-01-01')).toBe(
      'rutte-tally: eu-council has been out of date since 1 Jan 2026: the population table of 2026 is not entered\n',
    );
  });
});

describe('the members of', () => {
  test.each([
    ['un-security-council', '2024-06-01', 'CH CN DZ EC FR GB GY JP KR MT MZ RU SI SL US'],
    ['un-security-council', '2025-06-01', 'CN DK DZ FR GB GR GY KR PA PK RU SI SL SO US'],
    ['un-security-council', '2026-11-30', 'BH CD CN CO DK FR GB GR LR LV PA PK RU SO US'],
    ['un-security-council', '2027-06-01', 'AT BH CD CN CO FR GB KG LR LV PT RU TT US ZW'],
    ['nato', '1949-08-24', 'BE CA DK FR GB IS IT LU NL NO PT US'],
  ])('%s on %s: %s', (name, date, codes) => {
    expect(codesOf(membersOn(name, date)).sort().join(' ')).toBe(codes);
  });

  test.each([
    ['nato', '1955-05-06', 15],
    ['nato', '1999-03-12', 19],
    ['nato', '2004-03-29', 26],
    ['nato', '2009-04-01', 28],
    ['nato', '2020-03-27', 30],
    ['nato', '2024-03-07', 32],
    ['eu-council', '2026-11-30', 27],
    ['eu-unanimity', '2026-11-30', 27],
    ['euro-area', '2025-12-31', 20],
    ['euro-area', '2026-11-30', 21],
    ['un-general-assembly', '2026-11-30', 193],
    ['osce', '2026-11-30', 57],
    ['wto', '2024-08-20', 164],
    ['wto', '2026-11-30', 166],
    ['python-steering-council', '2026-11-30', 5],
    ['kubernetes-steering', '2026-11-30', 7],
    ['node-tsc', '2026-11-30', 18],
  ])('%s are on %s %i', (name, date, count) => {
    expect(membersOn(name, date)).toHaveLength(count);
  });
});

test('the voting members of Node.js are those of its ballot of 2026, by their names on GitHub', () => {
  const codes = codesOf(membersOn('node-tsc', '2026-11-30'));
  expect([codes.slice(0, 9).join(' '), codes.slice(9).join(' ')]).toEqual([
    'BridgeAR RafaelGSS RaisinTen ShogunPanda aduh95 anonrig benjamingr gireeshpunathil jasnell',
    'joyeecheung legendecas marco-ippolito mcollina panva richardlau ronag ruyadorno tniessen',
  ]);
});

describe.each(names)('the body %s', (name) => {
  const roster = readRoster(textOf(name));
  const silent = tally(snapshot(roster, time('2026-11-30')));

  test('is not reached by silence, unless its first lines say that silence is a yes', () => {
    const [, first = ''] = textOf(name).split('\n');
    expect(silent.outcome === 'reached').toBe(first.startsWith('# SILENCE IS A YES: '));
    expect(silent.counts.undeclared).toBe(silent.counts.members);
  });

  test('names a source, unless it is made up', () => {
    expect(/^# https:\/\//m.test(textOf(name))).toBe(name !== 'committee');
  });
});

test('sources are the texts themselves, not copies on sites where people share files', () => {
  const copies = /scribd|docslib|docplayer|9pdf|liquisearch|uncharter\.org|congressionalresearch\.com|\/SV\//;
  const sources = Object.values(presetNotes).flatMap((note) => note.sources.map(({ url = '' }) => url));
  expect([...sources, ...names.map(textOf)].filter((text) => copies.test(text))).toEqual([]);
});
