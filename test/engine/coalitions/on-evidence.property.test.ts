import fc from 'fast-check';
import { expect, test } from 'vitest';
import { onEvidence } from '../../../src/engine/coalitions/on-evidence.ts';
import { snapshot } from '../../../src/engine/snapshot.ts';
import type { Roster } from '../../../src/model/roster.ts';
import type { Snapshot, Standing } from '../../../src/model/snapshot.ts';
import { settledRule } from '../../support/reference-closing.ts';
import { onEvidenceOf } from '../../support/reference-path.ts';
import { evidenceRoster, seeded, time } from '../../support/rosters.ts';

// Who joins and leaves is another matter, and so are rounds and which lists are too vague to move somebody: here everybody
// is a member all the time, what is said has the day alone, and nothing is denied, so that a snapshot a day sees all of it.
const rosters = evidenceRoster.map(({ members, claims, reports, ...roster }): Roster => {
  return {
    ...roster,
    members: members.map((member) => ({
      ...member,
      terms: [{}],
      positions: member.positions.flatMap(({ denied: _, ...position }) =>
        position.date?.instant === undefined ? [position] : [],
      ),
    })),
    rounds: [],
    claims: claims.filter(({ date }) => date.instant === undefined).map((claim) => ({ ...claim, circa: false })),
    reports: reports.flatMap(({ denied: _, ...report }) => (report.date.instant === undefined ? [report] : [])),
  };
});

/** Where those stood before of whom others tell where they stand: as on the last day on which they stood elsewhere. */
function standingBefore(roster: Roster, { members }: Snapshot): Map<string, Standing> {
  const days = [4, 3, 2, 1].map((day) => snapshot(roster, time(`2024-01-0${day}`)));
  const atFirst = snapshot(roster, time('2023-12-31'));
  const all = [...days, atFirst].map(
    (earlier) => new Map(earlier.members.map((standing) => [standing.code, standing])),
  );
  return new Map(
    members.flatMap((now): [string, Standing][] => {
      if (now.basis === undefined || now.basis === 'stated') return [];
      const { code, name, weights } = now;
      const unknown: Standing = {
        code,
        name,
        weights,
        stance: 'undeclared',
        circa: false,
        wants: [],
        answered: [],
        sources: [],
        denied: [],
        assumed: false,
      };
      const earlier = all.map((standings) => standings.get(code) ?? unknown);
      const before = [...earlier, unknown].find(({ stance }) => stance !== now.stance);
      return before === undefined ? [] : [[code, { ...before, weights }]];
    }),
  );
}

test('on 2,000 random rosters, trying every set of reports gives those on which the outcome rests', () => {
  fc.assert(
    fc.property(rosters, (roster) => {
      const taken = snapshot(roster, time('2024-01-05'));
      expect(onEvidence(roster, taken)).toEqual(onEvidenceOf(settledRule(taken), taken, standingBefore(roster, taken)));
    }),
    { ...seeded, numRuns: Math.max(2000, seeded.numRuns) },
  );
});
