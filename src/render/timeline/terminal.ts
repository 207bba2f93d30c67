import type { Timeline } from '../../model/timeline.ts';
import type { TimelineView } from '../../model/view.ts';
import { shown, visible } from '../../text/escape-controls.ts';
import { displayWidth, padEnd, spaces, truncate, wrap } from '../../text/width.ts';
import { blocksText } from '../layout/section.ts';
import { type Layout, type Painted, painted } from '../layout/theme.ts';
import { chartLines } from './chart/chart.ts';
import type { Glyphs } from './chart/glyphs.ts';
import { type Series, seriesOf } from './chart/series.ts';
import { capital, closingText, timelineEntries } from './entries.ts';
import { gridLines } from './grid-lines.ts';
import { headLines } from './head.ts';

/** Minimum width for events to the right of their date, in terminal cells. */
const wide = 72;

/** Width of the tally's label at most, in terminal cells: names of weights may be long. */
const longestLabel = 24;

/** `timeline` for people: the answer at its end, the chart, the grid, a row for every date, and when the rule was met. */
export function renderTimeline(view: TimelineView, layout: Layout, glyphs: Glyphs): Painted {
  const { timeline } = view;
  const series = seriesOf(timeline);
  return blocksText([
    headLines(view, layout, glyphs),
    chartLines(timeline, series, layout, glyphs),
    gridLines(view, layout, glyphs),
    rowLines(timeline, series, layout, glyphs),
    wrap(closingText(timeline, glyphs.arrow), layout.width).map((line) => layout.theme.strong(line)),
  ]);
}

function* rowLines(told: Timeline, series: Series, { width, theme }: Layout, glyphs: Glyphs): Generator<Painted> {
  const rows = timelineEntries(told, series, glyphs.arrow);
  const label = truncate(capital(series.label), longestLabel, visible(glyphs.ellipsis));
  const dates = rows.reduce((most, { date }) => Math.max(most, displayWidth(date)), 4);
  const tallies = rows.reduce((most, { tally }) => Math.max(most, displayWidth(tally)), displayWidth(label));
  const beside = width >= wide && dates + tallies + 13 <= width / 2;
  const indent = beside ? dates + tallies + 13 : 2;
  const figures = beside ? shown`${padEnd(label, tallies)}  What happened` : label;
  const head = shown`${padEnd(shown`Date`, dates)}  ${padEnd(shown`Outcome`, 7)}  ${figures}`;
  yield theme.strong(head);
  const margin = spaces(indent);
  const hanging = spaces(indent + 2);
  for (const { date, state, tally, texts } of rows) {
    const outcome = theme.outcome[state.outcome](padEnd(visible(state.outcome), 7));
    const start = painted`${padEnd(date, dates)}  ${outcome}  `;
    if (!beside) yield painted`${start}${tally}`;
    let before = beside ? painted`${start}${padEnd(tally, tallies)}  ` : margin;
    for (const text of texts) {
      for (const line of wrap(text, width - indent - 2)) {
        yield painted`${before}${line}`;
        // Further lines of a text are set in.
        before = hanging;
      }
      before = margin;
    }
  }
}
