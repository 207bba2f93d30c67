import type { Timeline } from '../../model/timeline.ts';
import { markdown, markdownBlocks, markdownJoined, markdownTable, markdownText } from '../format/markdown.ts';
import { onRecordText } from '../words/verdict.ts';

import { seriesOf } from './chart/series.ts';
import { capital, closingText, timelineEntries } from './entries.ts';

const arrow = '→';

/** `timeline` for a page on GitHub: when the rule was first met, and a table with a row for every date. */
export function renderTimelineMarkdown(timeline: Timeline): string {
  const { title, body, onRecord } = timeline;
  const series = seriesOf(timeline);
  const rows = timelineEntries(timeline, series, arrow).map(({ date, state: { outcome }, tally, texts }) => [
    markdownText(date),
    outcome === 'reached' ? markdown`**reached**` : markdownText(outcome),
    markdownText(tally),
    markdownJoined([...texts].map(markdownText), '<br>'),
  ]);
  const head = ['Date', 'Outcome', capital(series.label), 'What happened'];
  return markdownBlocks([
    [markdown`### ${markdownText(`${title}${body === undefined ? '' : ` (${body})`}`)}`],
    [markdownText(closingText(timeline, arrow))],
    onRecord ? [markdownText(onRecordText)] : [],
    markdownTable(head.map(markdownText), rows),
  ]);
}
