import type { Timeline } from '../../model/timeline.ts';
import { markdownTable, markdownText } from '../format/markdown.ts';
import { onRecordText } from '../words/verdict.ts';

import { seriesOf } from './chart/series.ts';
import { capital, closingText, timelineEntries } from './entries.ts';

const arrow = '→';

/** `timeline` for a page on GitHub: when the rule was first met, and a table with a row for every date. */
export function renderTimelineMarkdown(told: Timeline): string {
  const { title, body, onRecord } = told;
  const series = seriesOf(told);
  const rows = timelineEntries(told, series, arrow).map(({ date, state: { outcome }, tally, texts }) => [
    date,
    outcome === 'reached' ? `**${outcome}**` : outcome,
    tally,
    texts.map(markdownText).join('<br>'),
  ]);
  const lines = [
    `### ${markdownText(title)}${body === undefined ? '' : ` (${markdownText(body)})`}`,
    '',
    markdownText(closingText(told, arrow)),
    ...(onRecord ? ['', onRecordText] : []),
    '',
    ...markdownTable(['Date', 'Outcome', markdownText(capital(series.label)), 'What happened'], rows),
  ];
  return `${lines.join('\n')}\n`;
}
