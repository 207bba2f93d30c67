import fc from 'fast-check';
import { expect, test } from 'vitest';
import { briefAnswer, timelineEnd } from '../../src/engine/answer.ts';
import { assume, snapshot } from '../../src/engine/snapshot.ts';
import { timeline } from '../../src/engine/timeline.ts';
import type { Roster } from '../../src/model/roster.ts';
import { stances } from '../../src/model/stance.ts';
import { renderStatusSvg } from '../../src/picture/document/status-document.tsx';
import { renderTimelineSvg } from '../../src/picture/document/timeline-document.tsx';
import { writtenRoster } from '../support/independent/arbitrary-roster.ts';
import { readRoster, seeded, time } from '../support/rosters.ts';
import { outside, overlapping, problemsOfXml, textsOf } from '../support/svg.ts';

const filesOf = (
  roster: Roster,
  day: string,
  onRecord: boolean,
  assumed: ReadonlyMap<string, (typeof stances)[number]>,
): string[] => {
  const taken = assume(snapshot(roster, time(day), { onRecord }), assumed);
  const told = timeline([roster], { onRecord });
  const end = timelineEnd([roster], told);
  return [
    renderStatusSvg(briefAnswer(roster, taken, 'a roster'), ''),
    renderTimelineSvg({ timeline: told, ...(end && { end }) }, ''),
  ];
};

test('whatever the roster, the files are XML, and no words overlap or run out of the picture', async () => {
  const files = new Map<string, string>();
  fc.assert(
    fc.property(writtenRoster, fc.boolean(), fc.constantFrom(...stances), (written, onRecord, stance) => {
      const roster = readRoster(JSON.stringify(written));
      const [first] = roster.members;
      const assumed = new Map(first === undefined ? [] : [[first.code, stance] as const]);
      for (const svg of filesOf(roster, '2024-06-01', onRecord, assumed)) {
        expect(overlapping(textsOf(svg))).toEqual([]);
        expect(outside(svg)).toEqual([]);
        files.set(`${files.size}.svg`, svg);
      }
    }),
    seeded,
  );
  expect(await problemsOfXml(files)).toEqual([]);
});
