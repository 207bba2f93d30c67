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
const moves = [{ code: 'BE', position }];
const roster = (members: string) => rosterIn(rosterText({ members }));

const before = roster('{ NL: support, BE: { stance: oppose, date: 2024-01-01, note: n } }');
const now = '{ stance: support, date: 2024-06-20 }';
const then = '{ stance: oppose, date: 2024-01-01, note: n }';

describe('a roster in which a position was recorded is as it should be', () => {
  test.each([
    ['with the position', `{ NL: support, BE: { positions: [${then}, ${now}] } }`],
    ['with the position in another order', `{ NL: support, BE: { positions: [${now}, ${then}] } }`],
  ])('%s', (_, members) => {
    expect(() => verify(before, roster(members), moves)).not.toThrow();
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
    expect(() => verify(before, roster(members), moves)).toThrow('recording would have changed something else');
  });
});
