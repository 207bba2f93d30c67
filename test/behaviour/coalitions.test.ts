import { describe, expect, test } from 'vitest';
import { coalitions } from '../../src/engine/coalitions.ts';
import { path } from '../../src/engine/path.ts';
import { pivotal } from '../../src/engine/pivotal.ts';
import { snapshot } from '../../src/engine/snapshot.ts';
import { time } from '../support/rosters.ts';
import { frozen } from '../support/views.ts';

function answersOf(name: string, date: string) {
  const roster = frozen(name);
  const taken = snapshot(roster, time(date));
  const known = { path: path(taken), pivotal: pivotal(taken) };
  return { path: known.path, ...coalitions(roster, taken, known) };
}

describe('nature restoration', () => {
  test('on the eve of the vote it takes nobody who has settled, and six of the eight that have not', () => {
    const {
      path: shortest,
      easiest,
      toBlock,
      leverage,
      defection,
      onEvidence,
    } = answersOf('nature-restoration-2024.yaml', '2024-06-16');
    expect(shortest).toMatchObject({ size: 3, count: 138n });
    expect(easiest).toMatchObject({
      settled: 0,
      size: 6,
      count: 2n,
      sets: [
        ['BG', 'GR', 'HR', 'PT', 'RO', 'SK'],
        ['BG', 'GR', 'LV', 'PT', 'RO', 'SK'],
      ],
      necessary: ['BG', 'GR', 'PT', 'RO', 'SK'],
      exact: true,
    });
    expect(toBlock).toMatchObject({ size: 1, sets: [['BG'], ['GR'], ['PT'], ['RO'], ['SK']], count: 5n });
    expect(leverage?.of).toBe(138n);
    expect(['IT', 'PL', 'MT', 'AT'].map((code) => leverage?.sets.get(code))).toEqual([91n, 60n, 15n, undefined]);
    expect({ defection, onEvidence }).toEqual({ defection: [], onEvidence: undefined });
  });

  test('in March it took one who had settled, in 7,852 ways', () => {
    const { easiest, toBlock } = answersOf('nature-restoration-2024.yaml', '2024-03-25');
    expect(easiest).toMatchObject({ settled: 1, size: 15, count: 7852n, exact: true });
    expect(toBlock).toBeUndefined();
  });

  test('once it is reached, twelve could undo it alone, and two others could make up for Germany', () => {
    const {
      path: shortest,
      easiest,
      fewestDemands,
      leverage,
      toBlock,
      defection,
    } = answersOf('nature-restoration-2024.yaml', '2024-06-17');
    expect({ shortest, easiest, fewestDemands, leverage }).toEqual({});
    expect(toBlock).toMatchObject({ size: 1, count: 12n, necessary: [] });
    expect(defection.map(({ member }) => [member])).toEqual([...(toBlock?.sets ?? []), ['RO'], ['SK']]);
    expect(defection.find(({ member }) => member === 'DE')).toMatchObject({ size: 2, sets: [['IT', 'PL']], count: 1n });
  });
});

test('the Council with nobody declared', () => {
  const { toBlock, leverage } = answersOf('eu-council.yaml', '2025-06-01');
  expect(toBlock).toMatchObject({ size: 4, count: 514n });
  expect(toBlock?.holding?.get('DE')).toBe(448n);
  expect(leverage?.of).toBe(4_237_391n);
  expect(leverage?.sets.get('DE')).toBe(3_931_509n);
});

test('NATO in February: all that are left, and no demands that would bring them', () => {
  const { easiest, leverage, fewestDemands, toBlock } = answersOf('nato-2024.yaml', '2024-02-21');
  expect(easiest).toMatchObject({ settled: 0, size: 29, count: 1n });
  expect(leverage).toBeUndefined();
  expect(fewestDemands).toEqual({ size: undefined, sets: [], count: 0n, moves: [], exact: true });
  expect(toBlock).toMatchObject({ size: 1, count: 29n });
});
