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

/** From so many cells on, what happened stands beside its date. */
const wide = 72;

/** Names of weights may be long. */
const longestLabel = 24;

/** `timeline` for people: the chart, then a row for every date, then when the rule was first met. */
export function renderTimeline(told: Timeline, layout: Layout, glyphs: Glyphs): Painted {
  const { width } = layout;
  const series = seriesOf(told);
  return blocksText([
    [
      ...headingLines(told, datesText(told), layout, ` ${glyphs.dot} `),
      ...(told.onRecord ? wrap(onRecordText, width) : []),
    ],
    chartLines(told, series, layout, glyphs),
    rowLines(told, series, layout, glyphs),
    wrap(closingText(told, glyphs.arrow), width).map((line) => layout.theme.strong(line)),
  ]);
}

/** What a timeline spans: the dates asked for, or those that there are. */
function datesText({ points, from, to }: Timeline): string {
  const textOf = (day: string): string => dateText({ text: day, day });
  const ends = [from ?? points[0]?.date.day, to ?? points.at(-1)?.date.day].flatMap((day) => day ?? []).map(textOf);
  return [...new Set(ends)].join(' to ');
}

function rowLines(told: Timeline, series: Series, { width, theme }: Layout, glyphs: Glyphs): Painted[] {
  const rows = timelineEntries(told, series, glyphs.arrow);
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
      // The lines after the first of an entry stand back a little.
      const lines = texts.flatMap((text) =>
        wrap(text, width - indent - 2).map((line, index) => (index === 0 ? line : shown`  ${line}`)),
      );
      if (!beside) return [start, ...lines.map((line) => painted`${spaces(indent)}${line}`)];
      return lines.map((line, index) => painted`${index === 0 ? start : spaces(indent - 2)}  ${line}`);
    }),
  ];
}
