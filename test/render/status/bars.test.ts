import { describe, expect, test } from 'vitest';
import { tally } from '../../../src/engine/tally.ts';
import { stances } from '../../../src/model/stance.ts';
import { plainTheme } from '../../../src/render/layout/theme.ts';
import { barLines } from '../../../src/render/status/bars.ts';
import { ascii, unicode } from '../../../src/render/timeline/chart/glyphs.ts';
import { signs } from '../../../src/render/words/signs.ts';
import { inTerminal } from '../../support/host.ts';
import { crowd, type Plain, snapshotOf } from '../../support/rosters.ts';

const bars = (rule: unknown, members: Plain, { width = 80, ascii = false, groups = {} } = {}): string[] => {
  const snapshot = snapshotOf({ rule, members, groups });
  const view = { snapshot, tally: tally(snapshot), origin: '' };
  return barLines(view, { width, theme: plainTheme, all: false, ascii });
};

const everyStance = crowd(Object.fromEntries(stances.map((stance, index) => [stance, index + 1])));

test('a cell for each member, from those in support to those opposed, with a sign for each stance', () => {
  expect(bars('consensus', everyStance)).toEqual([
    '  █▓▓▒▒▒░░░░░░░░░????????±±±±±±-------××××│',
    '  █ 1 in support  ▓ 2 no objection  ▒ 3 abstaining  ░ 9 undeclared  ? 8 unclear',
    '  ± 6 conditional  - 7 withheld  × 4 opposed  / 5 recused',
  ]);
  expect(bars('consensus', everyStance, { ascii: true })[0]).toBe('  #==~~~_________????????cccccc-------xxxx|');
});

test.each(['unicode', 'ascii'] as const)(
  'no two stances have the same sign in %s, none that of a member outside, and each is one cell',
  (set) => {
    const all = stances.map((stance) => signs[stance][set]);
    expect(new Set(all).size).toBe(stances.length);
    expect(all).not.toContain((set === 'ascii' ? ascii : unicode).outside);
    expect(all.every((sign) => sign.length === 1 && (set !== 'ascii' || /[ -~]/.test(sign)))).toBe(true);
  },
);

describe('the bar counts what the headline counts, and the need is a mark in it', () => {
  test.each<[string, unknown, Plain, string]>([
    ['short of it', 'simple-majority', crowd({ support: 3, oppose: 2, undeclared: 4 }), '███░░│░░××'],
    ['beyond it', 'simple-majority', crowd({ support: 6, oppose: 3 }), '█████│█×××'],
    ['just there', 'simple-majority', crowd({ support: 5, oppose: 4 }), '█████│××××'],
    ['more than there are', { 'at-least': 6 }, crowd({ support: 3, unclear: 1 }), '███?  │'],
    ['votes alone', 'majority-of-votes', crowd({ support: 2, oppose: 2, abstain: 3 }), '██×│×'],
    ['a ceiling that is kept', 'no-objections', crowd({ support: 3, abstain: 1 }), '███▒│'],
    ['a ceiling that is not', 'no-objections', crowd({ support: 3, oppose: 1 }), '███×│'],
    [
      'room below a ceiling',
      { count: { except: ['support'] }, 'at-most': 3 },
      crowd({ support: 5, oppose: 1 }),
      '███│██×',
    ],
    [
      'beyond a ceiling',
      { count: { except: ['support'] }, 'at-most': 3 },
      crowd({ support: 2, unclear: 3, oppose: 1 }),
      '██?│??×',
    ],
    ['a ceiling above everybody', { count: 'oppose', 'at-most': 5 }, crowd({ support: 2, oppose: 1 }), '│██×'],
    ['a group', { among: ['support-1', 'oppose-1'], 'at-least': 2 }, crowd({ support: 4, oppose: 2 }), '█×│'],
    [
      'reasons',
      { count: 'oppose', 'at-most': 0, 'with-why': true },
      { a: 'oppose', b: { stance: 'oppose', why: 'Cost.' }, c: 'support' },
      '█××│',
    ],
  ])('%s', (_, rule, members, bar) => {
    expect(bars(rule, members)[0]).toBe(`  ${bar}`);
  });

  test('more members than cells have a share of them each, and none is left out', () => {
    const [bar] = bars('two-thirds', crowd({ support: 120, oppose: 1, undeclared: 72 }));
    expect(bar).toBe(`  ${'█'.repeat(25)}░░│${'░'.repeat(12)}×`);
  });

  test('a weight has a bar of its own, so that each criterion is seen', () => {
    const members = {
      a: { stance: 'support', weights: { population: '60' } },
      b: { stance: 'support', weights: { population: '4.5' } },
      c: { stance: 'oppose', weights: { population: '35.5' } },
    };
    expect(bars('eu-reinforced-qualified-majority', members)).toEqual([
      '  72% of members         ██×│                                       2 of 3',
      '  65% of the population  █████████████████████████×│××××××××××××××  64.5 of 65%',
      '  █ 2 in support  × 1 opposed',
    ]);
    expect(bars({ by: 'population', 'more-than': '1/2' }, members)[0]).toBe(
      `  ${'█'.repeat(20)}│${'█'.repeat(6)}${'×'.repeat(14)}`,
    );
  });

  test('where there is no room beside a label, it stands above', () => {
    const label = 'a label that is longer than it should be';
    const rule = {
      all: [
        { 'at-least': 2, label },
        { count: 'oppose', 'at-most': 0, label: 'no veto' },
      ],
    };
    expect(bars(rule, crowd({ support: 2, oppose: 1 }), { width: 50 })).toEqual([
      `  ${label}`,
      '  ██│×  2 of 2',
      '  no veto',
      '  ██×│  1, none allowed',
      '  █ 2 in support  × 1 opposed',
    ]);
  });

  test('nothing to count has no bar', () => {
    expect(bars('majority-of-votes', { a: 'abstain' })).toEqual(['  ▒ 1 abstaining']);
    expect(bars('no-objections', { a: 'recused' })).toEqual(['  / 1 recused']);
  });
});

test('when it is blocked, supporters are not red, and nobody but those opposed is', async () => {
  const args = ['status', 'nato-2024@2024-04-15', '--color', 'always'];
  const { stdout } = await inTerminal(args, { isTTY: true, columns: 80, env: { LANG: 'C.UTF-8' } });
  const bar = stdout.split('\n').find((line) => line.includes('███'));
  expect(bar).toContain(`\u001b[32m${'█'.repeat(27)}\u001b[39m`);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colour is made of them
  expect(bar?.match(/\u001b\[31m[^\u001b]*/g)).toEqual(['\u001b[31m××']);
});
