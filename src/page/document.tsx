import { renderToString } from 'preact-render-to-string';
import { App } from './app.tsx';
import { answersOf } from './ask/answers.ts';
import type { PageAssets, ReportPage } from './ask/report-page.ts';
import { htmlDocument } from './html-document.ts';

/** A report as one HTML file, which reads without scripts and asks nobody for anything. Same input, same text. */
export function reportDocument(page: ReportPage, assets: PageAssets): string {
  const body = `<div id="page">${renderToString(<App page={page} answers={answersOf(page)} />)}</div>`;
  const { roster, version } = page;
  return htmlDocument({ title: roster.title, version, body, data: [['page-data', page]] }, assets);
}
