import { describe, expect, test } from 'vitest';
import { demands } from '../../src/engine/demands.ts';
import { path } from '../../src/engine/path.ts';
import { tally } from '../../src/engine/tally.ts';
import { type Plain, snapshotOf } from '../support/rosters.ts';

function demandsOf(parts: Plain) {
  const snapshot = snapshotOf(parts);
  return demands(tally(snapshot), path(snapshot));
}
const wanting = (...wants: unknown[]): Plain => ({ stance: 'conditional', wants });
const plain = (text: string, members: string[], satisfies: number, onPath = true): Plain => ({
  text,
  members,
  satisfies,
  onPath,
});

describe('demands', () => {
  test.each([
    ['of the same text are one', { A: wanting('a post'), B: wanting('a post') }, [plain('a post', ['A', 'B'], 2)]],
    [
      'satisfy whoever wants nothing else',
      { A: wanting('a post'), B: wanting('a post', 'money') },
      [plain('a post', ['A', 'B'], 1), plain('money', ['B'], 0)],
    ],
    [
      'of the same id are one, under the text that comes first by code',
      { A: wanting({ id: 'post', text: 'a post' }), B: wanting({ id: 'post', text: 'a seat' }) },
      [{ id: 'post', ...plain('a post', ['A', 'B'], 2) }],
    ],
    [
      'have the id that the same text has elsewhere',
      { A: wanting('a seat'), B: wanting({ id: 'post', text: 'a seat' }), C: wanting({ id: 'post', text: 'a post' }) },
      [{ id: 'post', ...plain('a seat', ['A', 'B', 'C'], 3) }],
    ],
    [
      'of one text and two ids are two, and an id is no text',
      { A: wanting({ id: 'x', text: 'time' }), B: wanting({ id: 'y', text: 'time' }), C: wanting('x') },
      [{ id: 'x', ...plain('time', ['A'], 1) }, { id: 'y', ...plain('time', ['B'], 1) }, plain('x', ['C'], 1)],
    ],
    ['that a member makes twice count once', { A: wanting('time', 'time') }, [plain('time', ['A'], 1)]],
    [
      'of supporters stand in nobody’s way',
      { A: { stance: 'support', wants: ['time'] }, B: wanting('a post') },
      [plain('a post', ['B'], 1)],
    ],
    ['are not there when nobody asks for anything', { A: 'oppose' }, []],
    ['are not there when the outcome is reached', { A: { stance: 'support', wants: ['time'] } }, []],
  ])('%s', (_, members, expected) => {
    expect(demandsOf({ members })).toEqual(expected);
  });

  test('on a shortest path come first, then those that satisfy most, then those of most members, then by text', () => {
    const rule = {
      any: [
        { count: 'support', 'at-least': 'all', among: ['A', 'B', 'C'] },
        { count: 'support', 'at-least': 'all', among: ['D', 'E', 'F', 'G'] },
      ],
    };
    const members = {
      A: wanting('p', 'q'),
      B: wanting('q'),
      C: wanting('r', 'p'),
      D: wanting('s'),
      E: wanting('s'),
      F: wanting('s'),
      G: 'unclear',
    };
    expect(demandsOf({ rule, members }).map(({ text, onPath }) => [text, onPath])).toEqual([
      ['q', true],
      ['p', true],
      ['r', true],
      ['s', false],
    ]);
  });

  test('are on no path when there is none', () => {
    const rule = { count: 'support', 'at-least': 3 };
    expect(demandsOf({ rule, members: { A: wanting('time'), B: 'recused' } })).toEqual([
      plain('time', ['A'], 1, false),
    ]);
  });
});
