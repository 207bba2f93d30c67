import { numbersFrom } from '../numbers.js';

const codeOf = (index) => `M${String(index).padStart(6, '0')}`;

/** A rule that asks for a share of each of several weights. */
const shares = (...terms) => ({ all: terms.map(([by, share]) => ({ count: 'support', by, 'at-least': share })) });

/** The rule and the members' weights for each size. No position is known. */
const bodies = {
  9: { rule: shares(['a', '55%'], ['b', '60%']), weights: (next) => ({ a: next(100), b: next(100) }) },
  27: { rule: 'eu-qualified-majority', weights: (next) => ({ population: next(4_500_000) ** 1.2 }) },
  32: {
    rule: shares(['a', '50%'], ['b', '50%'], ['c', '50%']),
    weights: (next) => ({ a: 1e6 + next(1e5), b: 1e6 + next(1e5), c: 1e6 + next(1e5) }),
  },
  193: { rule: shares(['a', '60%'], ['b', '70%']), weights: (next) => ({ a: next(1e6), b: next(1e6) }) },
  10000: { rule: { count: 'support', by: 'a', 'at-least': '60%' }, weights: (next) => ({ a: next(1e6) }) },
};

/** The shortest paths by the number of members: their size, their sets and their count. */
export const measure = {
  title: 'paths by members',
  unit: 'members',
  uses: { parseRoster: 'roster/parse.ts', snapshot: 'engine/snapshot.ts', path: 'engine/path.ts' },
  cases: Object.keys(bodies).map((size) => ({ shape: 'nothing known of anybody', size: Number(size) })),
  prepare: ({ size }) => {
    const { rule, weights } = bodies[size];
    const next = numbersFrom(size);
    const members = Array.from({ length: size }, (_, index) => {
      const own = Object.entries(weights(next)).map(([name, weight]) => [name, String(Math.round(weight))]);
      return [codeOf(index), { weights: Object.fromEntries(own) }];
    });
    return { text: JSON.stringify({ title: 'A made body', rule, members: Object.fromEntries(members) }) };
  },
  phases: {
    read: ({ text }, { parseRoster, snapshot }) => {
      const { roster } = parseRoster(text);
      return roster && { taken: snapshot(roster, { text: '2024-06-20', day: '2024-06-20' }) };
    },
    'size, sets and necessary': ({ taken }, { path }) => {
      const found = path(taken, { search: 100_000_000, count: 0 });
      return found.exact ? { found } : undefined;
    },
    'with the count': ({ taken }, { path }) => ({ counted: path(taken) }),
  },
};
