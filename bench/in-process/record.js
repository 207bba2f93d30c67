import { codeOf, madeHistories } from '../made-rosters.js';

const sizes = [100, 1_000, 10_000];

/** The phases of `record` by the number of members. The member in the middle moves. */
export const measure = {
  title: 'record by members',
  unit: 'members',
  uses: {
    readValues: 'roster/yaml/values.ts',
    rosterOf: 'roster/read/read-roster.ts',
    readRoster: 'roster/read/read-roster.ts',
    addPositions: 'roster/edit/add-positions.ts',
    verify: 'cli/commands/record/effect.ts',
    effect: 'cli/commands/record/effect.ts',
  },
  cases: sizes.map((size) => ({ shape: 'ten positions each', size })),
  prepare: ({ size }) => ({ text: madeHistories(size), moves: [{ code: codeOf(size >> 1), position }] }),
  phases: {
    read: ({ text }, { readValues, rosterOf }) => {
      const values = readValues(text);
      return 'value' in values ? { values, before: rosterOf(values.value) } : undefined;
    },
    edit: ({ text, values, moves }, { addPositions }) => {
      const result = addPositions(text, values, moves);
      return result.kind === 'recorded' ? { result } : undefined;
    },
    'read again': ({ result }, { readRoster }) => ({ after: readRoster(result.text) }),
    verify: ({ before, after, moves }, { verify }) => {
      verify(before, after, moves);
      return {};
    },
    effect: ({ before, after, moves }, { effect }) => effect(before, after, moves, '2024-06-20'),
  },
};

const position = {
  date: { text: '2024-02-21', day: '2024-02-21' },
  circa: false,
  stance: 'support',
  basis: 'stated',
  wants: [],
  sources: [],
};
