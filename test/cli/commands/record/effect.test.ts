import { describe, expect, test } from 'vitest';
import { verify } from '../../../../src/cli/commands/record/effect.ts';
import type { DatedPosition } from '../../../../src/roster/edit/insertion.ts';
import { time } from '../../../support/rosters.ts';
import { rosterIn, rosterText } from '../../../support/texts.ts';

const position: DatedPosition = {
  date: time('2024-06-20'),
  circa: false,
  stance: 'support',
  basis: 'stated',
  wants: [],
  sources: [],
};
const added = { moves: [{ code: 'BE', position }], claims: [], reports: [], denials: [], demands: [] };
const roster = (members: string) => rosterIn(rosterText({ members }));

const before = roster('{ NL: support, BE: { stance: oppose, date: 2024-01-01, note: n } }');
const now = '{ stance: support, date: 2024-06-20 }';
const then = '{ stance: oppose, date: 2024-01-01, note: n }';

describe('a roster in which a position was recorded is as it should be', () => {
  test.each([
    ['with the position', `{ NL: support, BE: { positions: [${then}, ${now}] } }`],
    ['with the position in another order', `{ NL: support, BE: { positions: [${now}, ${then}] } }`],
  ])('%s', (_, members) => {
    expect(() => verify(before, roster(members), added)).not.toThrow();
  });
});

describe('it is not', () => {
  test.each([
    ['without the position', `{ NL: support, BE: ${then} }`],
    ['with another position', `{ NL: support, BE: { positions: [${then}, ${now.replace('support', 'abstain')}] } }`],
    ['where an old position is another', `{ NL: support, BE: { positions: [${then.replace('n }', 'm }')}, ${now}] } }`],
    ['where another member has moved', `{ NL: oppose, BE: { positions: [${then}, ${now}] } }`],
    ['where the member has another name', `{ NL: support, BE: { name: B, positions: [${then}, ${now}] } }`],
    ['where a member is missing', `{ BE: { positions: [${then}, ${now}] } }`],
  ])('%s', (_, members) => {
    expect(() => verify(before, roster(members), added)).toThrow('recording would have changed something else');
  });
});

test('a position of an hour is as it should be before a later one of that day', () => {
  const [noon, dawn] = ['2024-06-20T12:00:00Z', '2024-06-20T05:00:00Z'];
  const [earlier, later] = [`{ stance: support, date: "${dawn}" }`, `{ stance: oppose, date: "${noon}" }`];
  const moved = {
    moves: [{ code: 'BE', position: { ...position, date: time(dawn) } }],
    claims: [],
    reports: [],
    denials: [],
    demands: [],
  };
  const old = roster(`{ NL: support, BE: { positions: [${later}] } }`);
  expect(() => verify(old, roster(`{ NL: support, BE: { positions: [${earlier}, ${later}] } }`), moved)).not.toThrow();
});

describe('a claim', () => {
  const claim = rosterIn(rosterText({ rest: 'claims: [{ date: 2024-06-20, supporting: 1 }]\n' })).claims;
  const reported = (claims: string) => rosterIn(rosterText({ rest: `claims: [${claims}]\n` }));
  const old = reported('{ date: 2024-07-01, supporting: 2 }');

  test('was added as it was asked for', () => {
    const after = reported('{ date: 2024-06-20, supporting: 1 }, { date: 2024-07-01, supporting: 2 }');
    expect(() => verify(old, after, { moves: [], claims: claim, reports: [], denials: [], demands: [] })).not.toThrow();
  });

  test.each([
    '{ date: 2024-07-01, supporting: 2 }',
    '{ date: 2024-06-20, supporting: 1 }',
    '{ date: 2024-06-20, supporting: 1, circa: true }, { date: 2024-07-01, supporting: 2 }',
  ])('was not: %s', (claims) => {
    expect(() =>
      verify(old, reported(claims), { moves: [], claims: claim, reports: [], denials: [], demands: [] }),
    ).toThrow('something else');
  });
});
