import { describe, expect, test } from 'vitest';
import { type Ask, askOf, hashOf, picking, supposing } from '../../../src/page/ask/ask.ts';
import { time } from '../../support/rosters.ts';

const start: Ask = { at: time('2024-02-21'), ifs: new Map(), onRecord: false };
const known = new Set(['RO', 'HU']);

describe('an address', () => {
  test('is short and can be read', () => {
    const ask: Ask = {
      at: time('2024-06-18T10:00Z'),
      ifs: new Map([
        ['RO', 'support'],
        ['HU', 'abstain'],
      ]),
      onRecord: true,
      member: 'RO',
    };
    expect(hashOf(ask, start)).toBe('#at=2024-06-18T10:00Z&if=RO:support&if=HU:abstain&record=1&member=RO');
  });

  test.each([
    '',
    '#',
    '#x',
    '#at=2024-02-30&if=RO:yes&if=XX:support&member=__proto__&record=2',
    '#at=99999-99-99&if=%E0%A4%A:support&member=%',
    '#if=RO&if=:support&at=&member=',
  ])('that says nothing is ignored: %s', (hash) => {
    expect(askOf(hash, start, known)).toEqual(start);
  });

  test('can take back the assumptions that a page begins with', () => {
    const supposed: Ask = { ...start, ifs: new Map([['HU', 'oppose']]) };
    expect(hashOf(start, supposed)).toBe('#if=');
    expect(askOf('#if=', supposed, known)).toEqual(start);
    expect(askOf('#if=XX:support', supposed, known)).toEqual(supposed);
  });
});

describe('assumptions', () => {
  const knownOf = (code: string) => (code === 'HU' ? 'oppose' : 'undeclared');

  test('are added, changed and taken back', () => {
    const one = supposing(start, [['HU', 'support']], knownOf);
    expect([...one.ifs]).toEqual([['HU', 'support']]);
    expect([...supposing(one, [['HU', 'abstain']], knownOf).ifs]).toEqual([['HU', 'abstain']]);
    expect(supposing(one, [['HU', undefined]], knownOf).ifs.size).toBe(0);
  });

  test('are none where a member stands there anyway', () => {
    expect(supposing(start, [['HU', 'oppose']], knownOf).ifs.size).toBe(0);
  });
});

test('a card is opened and closed', () => {
  expect(picking(start, 'RO').member).toBe('RO');
  expect('member' in picking(picking(start, 'RO'), undefined)).toBe(false);
});
