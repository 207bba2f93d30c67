import type { Timeline } from '../../model/timeline.ts';
import { shown, visible } from '../../text/escape-controls.ts';
import { displayWidth, padEnd, spaces, truncate, wrap } from '../../text/width.ts';
import { blocksText, headingLines } from '../layout/section.ts';
import { type Layout, type Painted, painted } from '../layout/theme.ts';
import { dateText } from '../words/dates.ts';
import { onRecordText } from '../words/verdict.ts';
import { chartLines } from './chart/chart.ts';
import type { Glyphs } from './chart/glyphs.ts';
import { type Series, seriesOf } from './chart/series.ts';
import { capital, closingText, timelineEntries } from './entries.ts';

/** Minimum width for events to the right of their date, in terminal cells. */
const wide = 72;

/** Width of the tally's label at most, in terminal cells: names of weights may be long. */
const longestLabel = 24;

/** `timeline` for people: the chart, then a row for every date, then when the rule was first met. */
export function renderTimeline(timeline: Timeline, layout: Layout, glyphs: Glyphs): Painted {
  const { width } = layout;
  const series = seriesOf(timeline);
  return blocksText([
    [
      ...headingLines(timeline, datesText(timeline), layout, ` ${glyphs.dot} `),
      ...(timeline.onRecord ? wrap(onRecordText, width) : []),
    ],
    chartLines(timeline, series, layout, glyphs),
    rowLines(timeline, series, layout, glyphs),
    wrap(closingText(timeline, glyphs.arrow), width).map((line) => layout.theme.strong(line)),
  ]);
}

/** The first and the last date, as asked for or else as they occur in the timeline. */
function datesText({ points, from, to }: Timeline): string {
  const textOf = (day: string): string => dateText({ text: day, day });
  const ends = [from ?? points[0]?.date.day, to ?? points.at(-1)?.date.day].flatMap((day) => day ?? []).map(textOf);
  return [...new Set(ends)].join(' to ');
}

function rowLines(timeline: Timeline, series: Series, { width, theme }: Layout, glyphs: Glyphs): Painted[] {
  const rows = timelineEntries(timeline, series, glyphs.arrow);
  const label = truncate(capital(series.label), longestLabel, visible(glyphs.ellipsis));
  const dates = rows.reduce((most, { date }) => Math.max(most, displayWidth(date)), 4);
  const tallies = rows.reduce((most, { tally }) => Math.max(most, displayWidth(tally)), displayWidth(label));
  const beside = width >= wide && dates + tallies + 13 <= width / 2;
  const indent = beside ? dates + tallies + 13 : 2;
  const figures = beside ? shown`${padEnd(label, tallies)}  What happened` : label;
  const head = shown`${padEnd(shown`Date`, dates)}  ${padEnd(shown`Outcome`, 7)}  ${figures}`;
  return [
    theme.strong(head),
    ...rows.flatMap(({ date, state, tally, texts }) => {
      const outcome = theme.outcome[state.outcome](padEnd(visible(state.outcome), 7));
      const start = painted`${padEnd(date, dates)}  ${outcome}  ${padEnd(tally, tallies)}`;
      // Hanging indent: further lines of a text are set in.
      const lines = texts.flatMap((text) =>
        wrap(text, width - indent - 2).map((line, index) => (index === 0 ? line : shown`  ${line}`)),
      );
      if (!beside) return [start, ...lines.map((line) => painted`${spaces(indent)}${line}`)];
      return lines.map((line, index) => painted`${index === 0 ? start : spaces(indent - 2)}  ${line}`);
    }),
  ];
}
