import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** How much more a step from a size to twice the size costs than the step before. It is 2 where all grows in proportion. */
function growthOf(cases: readonly (readonly [command: string, roster: string, sizes: readonly number[]])[]): number[] {
  const child = spawnSync(
    process.execPath,
    ['--no-opt', join(root, 'bench/growth-work.js'), join(root, 'dist/cli/start.cjs')],
    {
      input: JSON.stringify(cases),
      env: {},
      stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
      maxBuffer: 2 ** 26,
    },
  );
  expect(String(child.output[2])).not.toContain('Error');
  const counted = JSON.parse(String(child.output[3])) as [number, number, number][];
  return counted.map(([small, twice, fourTimes]) => (fourTimes - twice) / (twice - small));
}

/** Commands and rosters, as in `bench/growth.js`, each of which took a square of the size once. */
const cases = [
  ['validate', 'positions of one member'],
  ['diff', 'members and demands'],
  ['snapshot', 'members and demands'],
  ['status', 'members and rounds'],
  ['timeline', 'terms of one member'],
  ['timeline', 'weights over time'],
  ['status', 'members that opposed once, as many lists'],
  ['snapshot', 'members that opposed once, as many lists'],
  ['status', 'terms and positions of one member'],
  ['member', 'positions of one member, as many lists'],
  ['member', 'demands of one member'],
  ['status, all', 'members and groups'],
  ['validate', 'invalid: a weight a criterion'],
  ['check, github', 'members, as many reports about one'],
  ['member', 'members, as many reports about one'],
  ['check', 'members, and criteria about four each'],
  ['diff', 'members, and criteria about four each'],
  ['status', 'members, as many reports about all'],
  ['snapshot', 'members, as many reports about all'],
  ['validate', 'members, as many reports about all'],
  ['member', 'members, as many reports about all'],
  ['validate', 'members with terms, and counts'],
  ['snapshot', 'opponents, as many members that join and lists'],
  ['status', 'opponents, as many members that join and lists'],
  ['check', 'invalid: quotes that are never closed'],
] as const;

test.each(cases)('the work of %s grows in proportion to %s', (command, roster) => {
  const [growth] = growthOf([[command, roster, [300, 600, 1_200]]]);
  expect(growth).toBeGreaterThan(1);
  expect(growth).toBeLessThan(2.3);
});
