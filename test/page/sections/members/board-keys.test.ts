import { describe, expect, test } from 'vitest';
import { snapshot } from '../../../../src/engine/snapshot.ts';
import { keyAct } from '../../../../src/page/sections/members/board-keys.ts';
import { layBoard } from '../../../../src/picture/board/layout.ts';
import { bundledRoster } from '../../../support/report.ts';
import { time } from '../../../support/rosters.ts';

const { members } = snapshot(bundledRoster('nato-2024'), time('2024-06-18'));
const { tiles } = layBoard(members, 600, true);

describe('a key on a tile', () => {
  test.each([
    ['Enter', { kind: 'pick' }],
    [' ', { kind: 'pick' }],
    ['Backspace', { kind: 'take-back' }],
    ['o', { kind: 'suppose', stance: 'oppose' }],
    ['S', { kind: 'suppose', stance: 'support' }],
    ['x', undefined],
    ['Tab', undefined],
    ['toString', undefined],
  ] as const)('%s', (key, act) => {
    expect(keyAct(key, 'DE', tiles)).toEqual(act);
  });

  test.each([
    ['ArrowRight', 'DE', 'PL'],
    ['ArrowLeft', 'DE', 'NL'],
    ['ArrowUp', 'DE', 'DK'],
    ['ArrowLeft', 'CA', undefined],
  ] as const)('%s goes from %s to the nearest tile there: %s', (key, from, to) => {
    expect(keyAct(key, from, tiles)).toEqual(to && { kind: 'move', to });
  });

  test('every tile can be reached by arrows', () => {
    const seen = new Set(['DE']);
    for (const code of seen)
      for (const key of ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']) {
        const act = keyAct(key, code, tiles);
        if (act?.kind === 'move') seen.add(act.to);
      }
    expect(seen.size).toBe(members.length);
  });
});
