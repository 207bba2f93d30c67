import fc from 'fast-check';
import { expect, test } from 'vitest';
import { snapshot } from '../../src/engine/snapshot.ts';
import type { Roster } from '../../src/model/roster.ts';
import type { Standing } from '../../src/model/snapshot.ts';
import { inTerminal } from '../support/host.ts';
import { evidenceRoster, positionsRoster, readRoster, seeded, time } from '../support/rosters.ts';
import { rosterIn } from '../support/texts.ts';
import { asWritten } from '../support/written.ts';

const piped = (text: string, ...args: readonly string[]) =>
  inTerminal(args, {
    stdin: (async function* () {
      yield text;
    })(),
  });

const asOf = '2024-02-01';

/** What a table has of a member: nothing of what it said before, and of one who has said nothing only that. */
const brief = ({ code, name, stance, since, circa, basis, by, why, wants, leaning, follows, weights }: Standing) =>
  stance === 'undeclared'
    ? { code, name, stance, weights }
    : {
        ...{ code, name, stance, circa, by, why, wants, leaning, follows, weights },
        since: since?.text,
        basis: basis === 'claimed' ? 'reported' : basis,
      };

/** Whoever is no member any more cannot be followed in the table. */
function standingsOf(roster: Roster) {
  const { members } = snapshot(roster, time(asOf));
  const codes = new Set(members.map(({ code }) => code));
  return members.map((standing) => {
    const follows = standing.follows?.filter((code) => codes.has(code)) ?? [];
    const { follows: _, ...rest } = standing;
    return brief(follows.length === 0 ? rest : { ...rest, follows });
  });
}

test.each([
  ['positions', positionsRoster],
  ['evidence', evidenceRoster],
])('whatever %s a roster has, its standings come back from the CSV of status', async (_, rosters) => {
  await fc.assert(
    fc.asyncProperty(rosters, async (random) => {
      const text = JSON.stringify(asWritten(random));
      const before = standingsOf(readRoster(text));
      const csv = await piped(text, 'status', '-', '--format=csv', '--as-of', asOf);
      expect(csv.code).toBe(0);
      const run = await piped(csv.stdout, 'import', '-');
      if (before.length === 0) return expect(run.code).toBe(3);
      expect(run.code).toBe(0);
      expect(standingsOf(rosterIn(run.stdout))).toEqual(before);
    }),
    { ...seeded, numRuns: seeded.numRuns / 4 },
  );
});
