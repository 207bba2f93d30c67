import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { timeline } from '../../../../src/engine/timeline.ts';
import type { Roster } from '../../../../src/model/roster.ts';
import type { Timeline } from '../../../../src/model/timeline.ts';
import { plainTheme } from '../../../../src/render/layout/theme.ts';
import { ascii, type Glyphs, unicode } from '../../../../src/render/timeline/chart/glyphs.ts';
import { seriesOf } from '../../../../src/render/timeline/chart/series.ts';
import { dayNumber, ticksOf } from '../../../../src/render/timeline/chart/x-axis.ts';
import { baseOf } from '../../../../src/render/timeline/chart/y-axis.ts';
import { renderTimeline } from '../../../../src/render/timeline/terminal.ts';
import { visible } from '../../../../src/text/escape-controls.ts';
import { displayWidth } from '../../../../src/text/width.ts';
import { readChart } from '../../../support/charts.ts';
import { evidenceRoster, readRoster, rosterOf, seeded, time } from '../../../support/rosters.ts';
import { bundledText } from '../../../support/texts.ts';

const nato = readRoster(bundledText());
const sets = { unicode, ascii };
const dayLength = 86_400_000;

/** The days of a chart by column, found by laying them out one by one. */
function daysByColumn(told: Timeline, columns: number): string[] {
  const first = Date.parse(told.from ?? told.points[0]?.date.day ?? '');
  const last = Date.parse(told.to ?? told.points.at(-1)?.date.day ?? '');
  const count = (last - first) / dayLength + 1;
  const shown: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const day = first + index * dayLength;
    for (let column = Math.floor((index * columns) / count); column < columns; column += 1) shown[column] = day;
  }
  return shown.map((day) => new Date(day).toISOString().slice(0, 10));
}

const columnOf = (days: readonly string[], day: string): number => days.findIndex((shown) => shown >= day);

/** Reads a chart back and holds every column of it against the timeline. */
function holdAgainst(told: Timeline, width: number, glyphs: Glyphs): void {
  const text = renderTimeline({ timeline: told }, { width, theme: plainTheme, all: false }, glyphs);
  const chart = readChart(text, glyphs);
  if (told.points.length < 2 && told.from === undefined) {
    expect(text).not.toContain(`0 ${glyphs.corner}`);
    return;
  }
  const series = seriesOf(told);
  const days = daysByColumn(told, chart.columns.length);
  const parts = glyphs.fill.length - 1;
  const end = told.points.at(-1) ?? told.start;
  const states = [...(told.start ? [told.start] : []), ...told.points];
  const figures = states.map((state) => series.figureOf(state));
  const greatest = Math.max(...figures.flatMap(({ have, need = '0' }) => [Number(have), Number(need)]));
  // What is needed fills a row to its top, if it is not too little beside the greatest number to be seen.
  const asked = (end && series.figureOf(end).need) ?? '0';
  const row = chart.labels.indexOf(asked);
  const { base } = chart;
  if (base > 0) expect(text).toContain(`axis from ${base}`);
  const height = base > 0 ? 12 : 11;
  const isAligned = Number(asked) > base && (Number(asked) - base) * height >= 3 * (greatest - base);
  if (isAligned) expect(row).toBeGreaterThan(1);
  const perRow = isAligned ? (Number(asked) - base) / (row + 1) : (greatest - base) / chart.rows;
  for (const [column, { least, most, lines, isOver, reports }] of chart.columns.entries()) {
    const day = days[column] ?? '';
    const state = told.points.findLast(({ date }) => date.day <= day) ?? told.start;
    if (state === undefined) continue;
    const figure = series.figureOf(state);
    const level = ((Number(figure.have) - base) * parts) / perRow;
    const filled = Number(figure.have) > base ? Math.max(1, Math.floor(level + 1e-9)) : 0;
    expect([column, day, least <= filled && filled <= most]).toEqual([column, day, true]);
    // The line is there whatever reaches it: bars, or reports.
    const needed = Math.ceil((Number(figure.need) - base) / perRow - 1e-9) - 1;
    expect([column, lines]).toEqual([column, needed >= 0 ? [needed] : []]);
    const [have, need] = [Number(figure.have), Number(figure.need)];
    const isMet = needed >= 0 && (series.ceiling ? have > need : have >= need);
    expect([column, isOver]).toEqual([column, isMet && !reports.includes(needed)]);
  }
}

describe.each(['unicode', 'ascii'] as const)('a chart in %s', (set) => {
  const glyphs = sets[set];

  test.each([20, 50, 51, 80, 97, 120, 200])('at %i columns shows in each column what held on its last day', (width) => {
    holdAgainst(timeline([nato]), width, glyphs);
    holdAgainst(timeline([nato], { onRecord: true }), width, glyphs);
    holdAgainst(timeline([nato], { from: time('2024-06-14'), to: time('2024-06-21') }), width, glyphs);
    holdAgainst(timeline([nato], { from: time('2020-01'), to: time('2030-12') }), width, glyphs);
  });

  test('of any roster does', () => {
    fc.assert(
      fc.property(evidenceRoster, fc.integer({ min: 20, max: 130 }), (roster, width) => {
        holdAgainst(timeline([roster]), width, glyphs);
      }),
      seeded,
    );
  });

  test.each([50, 80, 120])(
    'at %i columns marks reports, milestones, and when it was reached, in their columns',
    (width) => {
      const told = timeline([nato]);
      const chart = readChart(
        renderTimeline({ timeline: told }, { width, theme: plainTheme, all: false }, glyphs),
        glyphs,
      );
      const days = daysByColumn(told, chart.columns.length);
      const row = (value: number): number => Math.ceil((value * chart.rows) / 32) - 1;
      const expected = new Map<number, Set<number>>();
      const counts = [
        ['2024-02-21', 21],
        ['2024-02-22', 20],
        ['2024-02-28', 20],
        ['2024-03-23', 25],
        ['2024-04-02', 28],
        ['2024-04-05', 22],
        ['2024-04-29', 29],
        ['2024-04-30', 29],
        ['2024-06-12', 29],
        ['2024-06-17', 29],
        ['2024-06-18', 31],
        ['2024-06-19', 30],
        ['2024-06-20', 32],
      ] as const;
      for (const [day, count] of counts) {
        const column = columnOf(days, day);
        expected.set(column, (expected.get(column) ?? new Set()).add(row(count)));
      }
      for (const [column, { reports }] of chart.columns.entries())
        expect([column, new Set(reports)]).toEqual([column, expected.get(column) ?? new Set()]);
      const reached = chart.above.find((line) => line.includes(glyphs.reached) && line.includes('reached 20 Jun 2024'));
      expect(reached?.indexOf(glyphs.reached)).toBe(columnOf(days, '2024-06-20'));
      for (const { date, deadline } of nato.milestones) {
        const mark = deadline ? glyphs.deadline : glyphs.milestone;
        const column = columnOf(days, date.day);
        expect([date.day, chart.below.some((line) => line.charAt(column) === mark)]).toEqual([date.day, true]);
      }
    },
  );

  test.each([
    ['2024-06-17', '2024-06-21', 80],
    ['2024-06-01', '2024-07-10', 80],
    ['2024-01-15', '2024-12-15', 50],
    ['2023-04-04', '2024-10-01', 120],
    ['1999-05-01', '2031-01-01', 80],
    ['1900-01-01', '2100-12-31', 80],
  ])('from %s to %s names dates where they are', (from, to, width) => {
    const told = timeline([nato], { from: time(from), to: time(to) });
    const { ticks, columns } = readChart(
      renderTimeline({ timeline: told }, { width, theme: plainTheme, all: false }, glyphs),
      glyphs,
    );
    const days = daysByColumn(told, columns.length);
    expect(ticks.filter(({ label }) => label !== '').length).toBeGreaterThan(2);
    let year = '';
    for (const { column, label } of ticks) {
      // The last tick may have no room for its name.
      if (label === '') continue;
      const [, day, month, named] = /^(?:(\d{1,2}) )?(?:([A-Z][a-z]{2}) ?)?(\d{1,4})?$/.exec(label) ?? [];
      year = named === undefined ? year : named.padStart(4, '0');
      const number = month === undefined ? 1 : 'JanFebMarAprMayJunJulAugSepOctNovDec'.indexOf(month) / 3 + 1;
      const iso = `${year}-${`${number}`.padStart(2, '0')}-${(day ?? '1').padStart(2, '0')}`;
      expect([label, column]).toEqual([label, columnOf(days, iso)]);
    }
  });
});

describe('the axis of figures', () => {
  test.each([
    ['begins at a round number below the least that leaves twelve rows', ['29', '31', '32'], '20'],
    ['begins below the least, so that its bar is seen', ['150', '170'], '140'],
    ['has rows of more than one where the numbers are further apart', ['620', '705'], '600'],
    ['counts in the decimals that there are', ['64.1', '65', '65.5'], '64'],
    ['takes large weights', ['290000000', '310000000', '451028881'], '250000000'],
    ['begins at zero where there is nothing', ['0', '32'], '0'],
    ['begins at zero where the numbers come near it', ['7', '32'], '0'],
    ['begins at zero where there are too few to fill twelve rows', ['8', '9', '11'], '0'],
    ['begins at zero where what is needed lies below it', ['20', '32', '-3'], '0'],
    ['begins at zero without numbers', [], '0'],
  ])('%s: %j', (_, numbers, base) => {
    expect(baseOf(numbers)).toBe(base);
  });

  test('says where it begins, at its foot and in the legend', () => {
    const told = timeline([nato], { from: time('2024-06-01'), to: time('2024-06-30') });
    for (const glyphs of [unicode, ascii]) {
      const text = renderTimeline({ timeline: told }, { width: 80, theme: plainTheme, all: false }, glyphs);
      expect(text).toMatch(/^[█#] .* {3}axis from 20$/m);
      const { base, rows, columns } = readChart(text, glyphs);
      expect([base, rows, columns.at(-1)?.isOver]).toEqual([20, 12, true]);
    }
  });

  test('begins at zero for the whole story, and says nothing of it', () => {
    const text = renderTimeline({ timeline: timeline([nato]) }, { width: 80, theme: plainTheme, all: false }, unicode);
    expect([readChart(text, unicode).base, text.includes('axis from')]).toEqual([0, false]);
  });
});

test('the axis of all years there are has ticks', () => {
  const span = { first: dayNumber('0001-01-01'), last: dayNumber('9999-12-31'), columns: 46 };
  expect(ticksOf(span).map(({ label }) => label)).toEqual(['2000', '4000', '6000', '8000']);
  expect(ticksOf({ ...span, columns: 4 })).toEqual([]);
});

describe('a chart', () => {
  const rosters: Readonly<Record<string, Roster>> = {
    ceiling: rosterOf({
      rule: { silence: '2024-01-31' },
      members: {
        A: {
          positions: [
            { stance: 'oppose', date: '2024-01-05' },
            { stance: 'support', date: '2024-01-20' },
          ],
        },
        B: 'undeclared',
      },
    }),
    weights: rosterOf({
      rule: { count: 'support', by: 'people', 'at-least': '65%' },
      members: {
        A: { stance: 'support', date: '2024-01-05', weights: { people: '451028881' } },
        B: { stance: 'support', date: '2024-01-20', weights: { people: '2.5' } },
      },
    }),
    huge: rosterOf({
      rule: { count: 'support', by: 'people', 'at-least': '65%' },
      members: {
        A: { stance: 'support', date: '2024-01-05', weights: { people: '9'.repeat(100) } },
        B: { stance: 'oppose', date: '2024-01-20', weights: { people: '1' } },
      },
    }),
  };

  test.each(Object.keys(rosters))('with %s is right, and no wider than the terminal', (name) => {
    const roster = rosters[name];
    if (roster === undefined) throw new Error(name);
    for (const width of [20, 50, 80, 120])
      for (const glyphs of [unicode, ascii]) {
        const told = timeline([roster]);
        const text = renderTimeline({ timeline: told }, { width, theme: plainTheme, all: false }, glyphs);
        expect(readChart(text, glyphs).columns.length).toBeGreaterThan(10);
        if (width > 20)
          for (const line of text.split('\n'))
            expect([line, displayWidth(visible(line)) <= width]).toEqual([line, true]);
      }
  });

  test('in ASCII has nothing else in it, whatever the names', () => {
    const roster = rosterOf({
      title: 'Wahl in Köln',
      rule: { count: 'support', 'at-least': '2/3', label: 'zwei Drittel für Ä' },
      members: { Ä: { stance: 'support', date: '2024-01-05' }, B: { stance: 'support', date: '2024-01-20' } },
      milestones: [{ date: '2024-01-10', name: 'Größe 東京', deadline: true }],
    });
    const text = renderTimeline({ timeline: timeline([roster]) }, { width: 60, theme: plainTheme, all: false }, ascii);
    const [heading, chart = '', grid = '', rows] = text.split('\n\n');
    expect([chart, grid].join('')).toMatch(/^[ -~\n]*$/);
    expect(chart).toContain('! Gro?e ?? (deadline)');
    expect([heading, rows].join()).toContain('Köln');
  });

  test('names no more milestones than can be read, and marks them all', () => {
    const milestones = Array.from({ length: 20 }, (_, index) => ({
      date: `2024-01-${`${index + 1}`.padStart(2, '0')}`,
      name: `meeting ${index}`,
      deadline: index === 3,
    }));
    const roster = rosterOf({ members: { A: 'support' }, milestones });
    const chart = readChart(
      renderTimeline({ timeline: timeline([roster]) }, { width: 80, theme: plainTheme, all: false }, unicode),
      unicode,
    );
    expect(chart.below).toHaveLength(1);
    expect(chart.below[0]?.replaceAll(' ', '')).toBe(`△△△▲${'△'.repeat(16)}`);
  });

  test('has no room for reports of more members than there are', () => {
    const roster = rosterOf({
      members: { A: { stance: 'support', date: '2024-01-05' }, B: 'undeclared' },
      claims: [
        { date: '2024-01-08', supporting: 'about 999999999' },
        { date: '2024-01-09', supporting: 'at least 3' },
        { date: '2024-01-10', supporting: 'at most 999999999' },
      ],
    });
    const chart = readChart(
      renderTimeline({ timeline: timeline([roster]) }, { width: 80, theme: plainTheme, all: false }, unicode),
      unicode,
    );
    expect(chart.labels.at(-1)).toBe('2');
    expect(chart.columns.flatMap(({ reports }) => reports)).toEqual([chart.rows - 1]);
  });

  test.each([
    ['no date', { A: 'support' }],
    ['one date', { A: { stance: 'support', date: '2024-01-05' } }],
  ])('is left out where there is %s', (_, members) => {
    const text = renderTimeline(
      { timeline: timeline([rosterOf({ members })]) },
      { width: 80, theme: plainTheme, all: false },
      unicode,
    );
    expect(text).not.toContain(unicode.corner);
    expect(text).toContain('1 of 1');
  });
});
