import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { timelineEnd } from '../../../src/engine/answer.ts';
import { snapshot } from '../../../src/engine/snapshot.ts';
import { timeline } from '../../../src/engine/timeline.ts';
import type { Roster } from '../../../src/model/roster.ts';
import { stances } from '../../../src/model/stance.ts';
import { plainTheme } from '../../../src/render/layout/theme.ts';
import { ascii, type Glyphs, unicode } from '../../../src/render/timeline/chart/glyphs.ts';
import { daysOf, gridColumns, memberTracks, stanceOn } from '../../../src/render/timeline/grid.ts';
import { gridLines } from '../../../src/render/timeline/grid-lines.ts';
import { signs } from '../../../src/render/words/signs.ts';
import { visible } from '../../../src/text/escape-controls.ts';
import { displayWidth } from '../../../src/text/width.ts';
import { evidenceRoster, type Plain, readRoster, rosterOf, seeded, time } from '../../support/rosters.ts';
import { bundledText } from '../../support/texts.ts';

const nato = readRoster(bundledText());

interface Asked {
  readonly width?: number;
  readonly glyphs?: Glyphs;
  readonly from?: string;
  readonly to?: string;
}

function gridOf(roster: Roster, { width = 80, glyphs = unicode, from, to }: Asked = {}): string[] {
  const told = timeline([roster], { ...(from && { from: time(from) }), ...(to && { to: time(to) }) });
  const end = timelineEnd([roster], told);
  const view = { timeline: told, ...(end && { end }) };
  return gridLines(view, { width, theme: plainTheme, all: false }, glyphs).map((line) => line.trimEnd());
}

const dayOf = (number: number): string => new Date(Date.UTC(2024, 0, 1 + number)).toISOString().slice(0, 10);

/** Members that each go back and forth from one day on, one after the other. */
const movers = (count: number, moves = 1): Plain =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `M${`${index}`.padStart(3, '0')}`,
      {
        positions: Array.from({ length: moves }, (_, turn) => ({
          date: dayOf(index * moves + turn),
          stance: turn % 2 === 0 ? 'oppose' : 'support',
        })),
      },
    ]),
  );

describe('the stance of a member on a day', () => {
  const holdAgainst = (roster: Roster): void => {
    const told = timeline([roster]);
    const tracks = memberTracks(told);
    for (const { date } of told.points) {
      const standings = new Map(snapshot(roster, date).members.map(({ code, stance }) => [code, stance]));
      expect(tracks.map((track) => [track.code, stanceOn(track, date.day)])).toEqual(
        tracks.map(({ code }) => [code, standings.get(code)]),
      );
    }
  };

  test('is that of the snapshot', () => {
    holdAgainst(nato);
    fc.assert(fc.property(evidenceRoster, holdAgainst), seeded);
  });

  test('is shown for those that moved last first, and by name', () => {
    const roster = rosterOf({
      members: {
        Z: { stance: 'support', date: '2024-01-05' },
        c10: { stance: 'support', date: '2024-02-05' },
        c2: { stance: 'support', date: '2024-02-05' },
        Y: 'undeclared',
      },
    });
    expect(memberTracks(timeline([roster])).map(({ code }) => code)).toEqual(['c2', 'c10', 'Z']);
  });
});

describe('the columns', () => {
  test('are the days with a change, and what was before', () => {
    const told = timeline([nato], { from: time('2024-06-01'), to: time('2024-06-30') });
    const days = daysOf(told, memberTracks(told));
    expect(days).toEqual(['', '2024-06-14', '2024-06-17', '2024-06-18', '2024-06-20']);
    expect(gridColumns(days, told, 60)).toMatchObject({ days, step: 12 });
    expect(gridColumns(days, told, 200)).toMatchObject({ days, step: 13 });
    expect(gridColumns(days, told, 5)).toMatchObject({ days, step: 1 });
  });

  test('are equal parts of the time where there are more days than cells', () => {
    const told = timeline([rosterOf({ members: movers(2, 50) })]);
    const { days, step, labels } = gridColumns(daysOf(told, memberTracks(told)), told, 50);
    expect([days.length, step, days[0], days.at(-1)]).toEqual([50, 1, dayOf(1), dayOf(99)]);
    expect(labels.length).toBeGreaterThan(1);
  });

  test('have labels that do not touch', () => {
    const told = timeline([nato]);
    for (let room = 30; room < 200; room += 1) {
      const { labels } = gridColumns(daysOf(told, memberTracks(told)), told, room);
      let free = 0;
      for (const { cell, text } of labels) {
        expect([room, text, cell >= free && cell + text.length <= room]).toEqual([room, text, true]);
        free = cell + text.length + 2;
      }
    }
  });
});

describe('a grid', () => {
  const roster = rosterOf({
    members: {
      Hungary: {
        positions: [
          { stance: 'withheld', date: '2024-01-05' },
          { stance: 'support', date: '2024-02-05' },
        ],
      },
      Sweden: { joined: '2024-01-20', stance: 'support', date: '2024-01-20' },
      UK: { name: 'United Kingdom', left: '2024-01-25', stance: 'oppose', date: '2024-01-10' },
      Albania: '',
      Belgium: '',
    },
  });

  test('has a row for each member that moved, joined or left, and a line for all others', () => {
    expect(gridOf(roster, { width: 50 })).toEqual([
      '█ in support   blank undeclared   - withheld',
      '× opposed   · not a member',
      '                before    10 Jan 2024    5 Feb',
      'Hungary              --------------------█████',
      'United Kingdom            ××××××××××··········',
      'Sweden          ···············███████████████',
      'Never moved (2 undeclared): Albania, Belgium',
    ]);
  });

  test('shows the part that was asked for', () => {
    const lines = gridOf(roster, { from: '2024-01-20', to: '2024-01-31' });
    expect(lines.some((line) => line.startsWith('Hungary'))).toBe(false);
    expect(lines.slice(-2)).toEqual([
      'Never moved (2 undeclared): Albania, Belgium',
      'Never moved (1 withheld): Hungary',
    ]);
    expect(gridOf(roster, { from: '2024-01-20', to: '2024-01-31' })[1]).toMatch(/^ +before +20 Jan 2024 +25 Jan$/);
  });

  test('is left out where nobody moved', () => {
    expect(gridOf(roster, { from: '2024-03' })).toEqual([]);
  });

  test('has ASCII alone where that is asked for, and says the same', () => {
    const both = [unicode, ascii].map((glyphs) => gridOf(roster, { glyphs }));
    const [first = [], second = []] = both;
    expect(second.join('')).toMatch(/^[ -~]+$/);
    const translated = first.map((line) =>
      [...stances.map((stance) => signs[stance]), { unicode: '·', ascii: '.' }].reduce(
        (text, sign) => text.replaceAll(sign.unicode, sign.ascii),
        line,
      ),
    );
    expect(second).toEqual(translated);
  });

  test('has no more rows than can be read, and counts the others', () => {
    const lines = gridOf(rosterOf({ members: movers(45) }));
    expect(lines.filter((line) => /^M\d+ /.test(line))).toHaveLength(40);
    expect(lines.at(-1)).toBe('5 more moved earlier: M004, M003, M002, M001, M000');
    const many = gridOf(rosterOf({ members: movers(2000) }));
    expect(many.length).toBeLessThan(46);
    expect(many.at(-1)).toMatch(/^1,960 more moved earlier: M1959, .* and 1,9\d\d more$/);
  });

  test.each([20, 50, 80, 120])('is no wider than %i columns whatever the names, and cuts none that fits', (width) => {
    const long = rosterOf({
      members: {
        A: { name: 'Saint Vincent and the Grenadines', stance: 'support', date: '2024-01-05' },
        B: {
          name: '東京都 with a name that fits into no line of a terminal whatsoever, or hardly any',
          date: '2024-01-08',
          stance: 'oppose',
        },
        C: {
          name: 'Bosnia and Herzegovina, in one word and in many more than one could ever need',
          stance: 'undeclared',
        },
      },
    });
    for (const one of [long, nato, rosterOf({ members: movers(200, 3) })])
      for (const glyphs of [unicode, ascii])
        for (const line of gridOf(one, { width, glyphs }))
          expect([line, displayWidth(visible(line)) <= width]).toEqual([line, true]);
    if (width > 20) expect(gridOf(nato, { width }).some((line) => line.startsWith('North Macedonia '))).toBe(true);
  });
});
