import { describe, expect, test } from 'vitest';
import { briefAnswer, timelineEnd } from '../../src/engine/answer.ts';
import { snapshot } from '../../src/engine/snapshot.ts';
import { ways } from '../../src/engine/timeline/ways.ts';
import { timeline } from '../../src/engine/timeline.ts';
import { traitsOf } from '../../src/model/stance.ts';
import { Board } from '../../src/picture/board/board.tsx';
import { layBoard, mostTiles } from '../../src/picture/board/layout.ts';
import { renderStatusSvg } from '../../src/picture/document/status-document.tsx';
import { renderTimelineSvg } from '../../src/picture/document/timeline-document.tsx';
import { mostRibbons, Ribbons, ribbonsHeight } from '../../src/picture/ribbons/ribbons.tsx';
import { layStrip, mostCells } from '../../src/picture/strip/layout.ts';
import { xmlOf } from '../../src/picture/svg.ts';
import { committeeText } from '../support/committees.ts';
import { readRoster, time } from '../support/rosters.ts';
import { countOf, outside, overlapping, problemsOfXml, textsOf } from '../support/svg.ts';

const axis = { first: 19_700, last: 19_900, left: 120, right: 878 };

describe.each([1, 9, 15, 27, 32, 45, 46, 120, 121, 193, 400, 401, 10_000])('of %i members', (size) => {
  const roster = readRoster(committeeText(size));
  const taken = snapshot(roster, time('2024-06-01'));
  const view = briefAnswer(roster, taken, 'a roster');
  const told = timeline([roster]);
  const end = timelineEnd([roster], told);

  test('the board has a tile for each, up to a limit, and its headings count the others', () => {
    const laid = layBoard(taken.members, 640, true);
    const drawn = Math.min(size, mostTiles);
    expect(laid.tiles).toHaveLength(drawn);
    expect(countOf(xmlOf(Board({ laid, label: 'Members' })), /class="tile/g)).toBe(drawn);
    const counted = laid.headings.map(({ text }) => Number(text.replaceAll(',', '').split(' ')[0]));
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(size);
    for (const { x, y, width, height } of laid.tiles) {
      expect(x + width).toBeLessThanOrEqual(640);
      expect(y + height).toBeLessThanOrEqual(laid.height);
    }
  });

  test('the strip has a cell for each that takes part, or runs that are as wide together', () => {
    const [composition] = view.tally.compositions;
    const count = view.tally.evaluation;
    if (count.kind !== 'count' || composition === undefined) throw new Error('the rule counts');
    const { cells, runs } = layStrip({ count, composition, members: taken.members }, 640, 44);
    const present = taken.members.filter(({ stance }) => traitsOf[stance].takesPart).length;
    const parts = present <= mostCells ? cells : runs;
    expect(present <= mostCells ? cells.length : cells.length + present).toBe(present);
    expect(parts.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(640, 6);
  });

  test('the ribbons have a row for each, or there are none', () => {
    const all = ways(told, end?.snapshot.members ?? []);
    const drawn = xmlOf(Ribbons({ ways: all, axis, width: 880, label: 'Ways' }));
    expect(countOf(drawn, /class="ribbon"/g)).toBe(size <= mostRibbons ? size : 0);
    if (size <= mostRibbons) expect(drawn).toContain(`height="${ribbonsHeight(size)}"`);
  });

  test('the files are XML, and no words overlap or run out of the picture', async () => {
    const files = new Map([
      ['status.svg', renderStatusSvg(view, 'text { fill: red }')],
      ['timeline.svg', renderTimelineSvg({ timeline: told, ...(end && { end }) }, 'text { fill: red }')],
    ]);
    expect(await problemsOfXml(files)).toEqual([]);
    for (const svg of files.values()) {
      expect(overlapping(textsOf(svg))).toEqual([]);
      expect(outside(svg)).toEqual([]);
    }
  });
});
