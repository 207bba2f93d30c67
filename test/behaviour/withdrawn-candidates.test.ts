import { expect, test } from 'vitest';
import { candidateLines } from '../../src/render/words/claims-and-dates.ts';
import { snapshotOf } from '../support/rosters.ts';

test('a candidate is in the running until it withdraws', () => {
  const history = [
    { date: '2024-01-01', status: 'declared' },
    { date: '2024-02-01', status: 'withdrawn' },
  ];
  const running = (asOf: string) =>
    candidateLines(
      snapshotOf({ members: { A: 'support' }, candidates: { Ana: { history } } }, asOf).candidates,
      '2024',
    );
  expect(running('2024-01-31')).toEqual(['Ana, declared since 1 Jan']);
  expect(running('2024-02-01')).toEqual([]);
});
