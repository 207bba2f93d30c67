import { runNode } from './child.js';

/** The baseline: node with nothing to do. */
export const base = { name: 'node -e 0', words: ['-e', '0'], codes: [0] };

/** The command lines to measure, with the exit codes that mean success. */
export const commands = [
  { name: 'status', words: ['bin/rutte-tally.js', 'status'], codes: [0] },
  // The same roster as a user's file, which the build has not parsed in advance.
  { name: 'status own.yaml', words: ['bin/rutte-tally.js', 'status', 'own.yaml'], codes: [0] },
  { name: 'check', words: ['bin/rutte-tally.js', 'check', 'nato-2024'], codes: [0, 1, 4] },
  { name: 'check one of 105', words: ['bin/rutte-tally.js', 'check', 'decisions/0.yaml'], codes: [4] },
  { name: 'list all 105', words: ['bin/rutte-tally.js', 'list', 'decisions'], codes: [0] },
  {
    name: 'diff',
    words: ['bin/rutte-tally.js', 'diff', 'nato-2024@2024-02-21', 'nato-2024@2024-06-20'],
    codes: [0],
  },
  { name: 'timeline', words: ['bin/rutte-tally.js', 'timeline'], codes: [0] },
  { name: '--version', words: ['bin/rutte-tally.js', '--version'], codes: [0] },
  {
    name: 'validate data/nato-2024.yaml',
    words: ['bin/rutte-tally.js', 'validate', 'data/nato-2024.yaml'],
    codes: [0],
  },
];

/**
 * Runs all commands and the baseline in turn, round after round, so that other work on the machine affects all alike.
 *
 * @param figureOf the figure to keep of a run
 * @returns the figures of each command by its name, one for each round
 */
export function runInTurn({ folder, rounds, warmUps, options = [], figureOf }) {
  const figures = new Map([base, ...commands].map(({ name }) => [name, []]));
  for (let round = -warmUps; round < rounds; round += 1) {
    for (const { name, words, codes } of [...commands, base]) {
      const run = runNode([...options, ...words], folder);
      if (!codes.includes(run.code)) throw new Error(`${name} ended with exit code ${run.code}: ${run.written[2]}`);
      if (round >= 0) figures.get(name).push(figureOf(run));
    }
  }
  return figures;
}
