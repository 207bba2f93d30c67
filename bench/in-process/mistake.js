import { madeRoster, shapes } from '../made-rosters.js';

const sizes = [1_000, 10_000];

/** Diagnosing a roster with one mistake, which takes the slower reader, by the number of members. */
export const measure = {
  title: 'diagnose with one mistake',
  unit: 'members',
  uses: { diagnose: 'roster/diagnose/diagnose.ts' },
  cases: shapes.flatMap((shape) => sizes.map((size) => ({ shape, size }))),
  prepare: ({ shape, size }) => ({ text: madeRoster(shape, size, true) }),
  phases: {
    diagnose: ({ text }, { diagnose }) => {
      const { diagnostics } = diagnose(text);
      return diagnostics.length === 1 ? { diagnostics } : undefined;
    },
  },
};
