import { numbersFrom } from '../numbers.js';

const sizes = [27, 32, 50, 100, 150, 193, 1_000, 5_000, 10_000];

/** The milliseconds that all answers about one roster may take together. */
const limitOf = (size) => (size <= 193 ? 1_000 : size === 5_000 ? 2_000 : 5_000);

const share = (by, least) => ({ count: 'support', by, 'at-least': least });
const both = { all: [share('a', '60%'), share('b', '65%')] };

/** Bodies by what they look like: a rule, and the stances of their members, as often as they stand there. */
const shapes = {
  'open, two weights': { rule: both, stances: ['undeclared'] },
  'open, two weights or a third, stances of all kinds': {
    rule: { any: [both, share('c', '75%')] },
    stances: ['support', 'support', 'oppose', 'abstain', 'undeclared', 'unclear', 'conditional'],
  },
  'reached, two weights, by what others say': {
    rule: both,
    stances: [...Array(7).fill('support'), 'oppose', 'abstain', 'undeclared'],
  },
};

const codeOf = (index) => `M${String(index).padStart(6, '0')}`;

function memberOf(stance, next) {
  const weights = Object.fromEntries(['a', 'b', 'c'].map((name) => [name, String(next(1e6))]));
  if (stance === 'undeclared') return { weights };
  const wants = stance === 'conditional' && { wants: [`demand ${next(20)}`, `demand ${next(20)}`] };
  return { stance, basis: 'reported', weights, ...wants };
}

/** All that is asked of sets of members, as `status --format json` answers it. */
export const measure = {
  title: 'answers about sets by members',
  unit: 'members',
  uses: {
    parseRoster: 'roster/parse.ts',
    snapshot: 'engine/snapshot.ts',
    path: 'engine/path.ts',
    pivotal: 'engine/pivotal.ts',
    coalitions: 'engine/coalitions.ts',
  },
  cases: Object.keys(shapes).flatMap((shape) => sizes.map((size) => ({ shape, size, limit: limitOf(size) }))),
  prepare: ({ shape, size }) => {
    const next = numbersFrom(size);
    const { rule, stances } = shapes[shape];
    const members = Array.from({ length: size }, (_, index) => [
      codeOf(index),
      memberOf(stances[(next(7_000) - 1) % stances.length], next),
    ]);
    return { text: JSON.stringify({ title: 'A made body', rule, members: Object.fromEntries(members) }), known: {} };
  },
  phases: {
    path: ({ text, known }, { parseRoster, snapshot, path }) => {
      // Reading is measured elsewhere: it is done once, in the first run.
      if (known.taken === undefined) {
        known.roster = parseRoster(text).roster;
        known.taken = snapshot(known.roster, { text: '2024-06-20', day: '2024-06-20' });
      }
      return { found: path(known.taken) };
    },
    'easiest, demands': ({ known, found }, { pivotal, coalitions }) => {
      const answers = coalitions(known.roster, known.taken, { path: found, pivotal: pivotal(known.taken) });
      return { answers, asked: [answers.easiest, answers.fewestDemands, answers.leverage] };
    },
    'to block': ({ answers }) => ({ block: answers.toBlock ?? 'nobody' }),
    'defection, evidence': ({ answers }) => ({ standing: [answers.defection, answers.onEvidence] }),
  },
};
