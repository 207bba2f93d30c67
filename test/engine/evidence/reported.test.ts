import { describe, expect, test } from 'vitest';
import { snapshot } from '../../../src/engine/snapshot.ts';
import { crowd, type Plain, rosterOf, time } from '../../support/rosters.ts';

const reported = (members: Plain, claims: readonly Plain[], onRecord = false) =>
  snapshot(rosterOf({ members, claims }), time('2024-03-01'), { onRecord }).reported;

const some = crowd({ support: 2, withheld: 1, conditional: 1, unclear: 3, undeclared: 3 });
const claim = (rest: Plain, date = '2024-02-21'): Plain => ({ date, ...rest });

describe('what reported counts leave possible', () => {
  test.each<[string, readonly Plain[], unknown]>([
    ['no count, nothing', [], {}],
    ['within the names', [claim({ supporting: 'more than 4' })], { supporting: { min: 5, max: 8 } }],
    ['no less than are named', [claim({ supporting: 'up to 5' })], { supporting: { min: 2, max: 5 } }],
    [
      'both sides',
      [claim({ supporting: '4 to 6' }), claim({ 'holding-out': 'about 4' })],
      { supporting: { min: 4, max: 6 }, holdingOut: { min: 3, max: 5 } },
    ],
    [
      'the latest of each',
      [claim({ supporting: 3 }), claim({ supporting: 4 }, '2024-02-22')],
      { supporting: { min: 4, max: 4 } },
    ],
    [
      'what cannot be true is no count',
      [claim({ supporting: 3 }), claim({ supporting: 9 }, '2024-02-22')],
      { supporting: { min: 3, max: 3 } },
    ],
    ['what is later is not known yet', [claim({ supporting: 3 }, '2024-03-02')], {}],
  ])('%s', (_, claims, expected) => {
    expect(reported(some, claims)).toEqual(expected);
  });

  describe('whoever has spoken since is counted by name', () => {
    const since = (then: string, now: string): Plain => ({
      positions: [
        ...(then === 'undeclared' ? [] : [{ date: '2024-02-01', stance: then }]),
        { date: '2024-02-25', stance: now },
      ],
    });

    test.each<[string, Plain, Plain, unknown]>([
      [
        'one of those not named has come out for it',
        { x: since('undeclared', 'support') },
        { supporting: 4 },
        { min: 4, max: 5 },
      ],
      [
        'one of those not named has come out against it',
        { x: since('unclear', 'oppose') },
        { supporting: 4 },
        { min: 3, max: 4 },
      ],
      ['one that was named has turned away', { x: since('support', 'oppose') }, { supporting: 3 }, { min: 2, max: 2 }],
      ['one that held out has come round', { x: since('oppose', 'support') }, { supporting: 4 }, { min: 5, max: 5 }],
      ['one that was named may go anywhere', { x: since('support', 'unclear') }, { supporting: 3 }, { min: 2, max: 3 }],
      ['one has joined', { x: { joined: '2024-02-25' } }, { supporting: 4 }, { min: 4, max: 5 }],
      ['one has left', { x: { left: '2024-02-25' } }, { supporting: 4 }, { min: 3, max: 4 }],
    ])('%s', (_, moved, count, supporting) => {
      expect(reported({ ...some, ...moved }, [claim(count)])).toEqual({ supporting });
    });
  });

  test('none is on record', () => {
    expect(reported(some, [claim({ supporting: 4 })], true)).toEqual({});
  });
});
