import fc from 'fast-check';
import { expect, test } from 'vitest';
import { timelineEnd } from '../../../src/engine/answer.ts';
import { snapshot } from '../../../src/engine/snapshot.ts';
import { ways } from '../../../src/engine/timeline/ways.ts';
import { timeline } from '../../../src/engine/timeline.ts';
import type { Roster } from '../../../src/model/roster.ts';
import { writtenRoster } from '../../support/independent/arbitrary-roster.ts';
import { evidenceRoster, readRoster, seeded, time, timed } from '../../support/rosters.ts';
import { bundledText } from '../../support/texts.ts';

const waysOf = (roster: Roster, onRecord: boolean) => {
  const told = timeline([roster], { onRecord });
  return { told, all: ways(told, timelineEnd([roster], told)?.snapshot.members ?? []) };
};

/** Where the ways have everybody on a day. */
function standingOn(day: string, { all }: ReturnType<typeof waysOf>) {
  return all.flatMap(({ code, runs }) => {
    const run = runs.find(({ from = '', to = '~' }) => from <= day && day < to);
    return run === undefined ? [] : [[code, run.stance]];
  });
}

function expectSnapshots(roster: Roster, onRecord: boolean): void {
  const known = waysOf(roster, onRecord);
  for (const { date } of known.told.points) {
    const { members } = snapshot(roster, time(date.day), { onRecord });
    expect([date.day, standingOn(date.day, known)]).toEqual([
      date.day,
      members.map(({ code, stance }) => [code, stance]),
    ]);
  }
}

test('on every day with an event, everybody is where the snapshot of that day has it', () => {
  fc.assert(
    fc.property(timed(evidenceRoster), fc.boolean(), (roster, onRecord) => expectSnapshots(roster, onRecord)),
    seeded,
  );
  fc.assert(
    fc.property(writtenRoster, fc.boolean(), (text, onRecord) =>
      expectSnapshots(readRoster(JSON.stringify(text)), onRecord),
    ),
    { ...seeded, numRuns: 50 },
  );
});

test('runs of a member follow one another, and each has another stance than the one that it ends', () => {
  const { all } = waysOf(readRoster(bundledText()), false);
  expect(all).toHaveLength(32);
  for (const { runs } of all)
    for (const [index, run] of runs.entries()) {
      const next = runs[index + 1];
      if (next === undefined) expect(run.to).toBeUndefined();
      else expect([run.to, run.stance === next.stance]).toEqual([next.from, false]);
    }
  expect(all.find(({ code }) => code === 'SE')?.runs[0]?.from).toBe('2024-03-07');
  expect(all.find(({ code }) => code === 'HU')?.said.length).toBeGreaterThan(0);
});
