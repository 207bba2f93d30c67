import { hydrate } from 'preact';
import { answersOf } from '../answers.ts';
import { App } from '../app.tsx';
import type { ReportPage } from '../report-page.ts';

const data = document.getElementById('page-data')?.textContent;
const root = document.getElementById('page');
if (data && root) {
  const page = JSON.parse(data) as ReportPage;
  hydrate(<App page={page} answers={answersOf(page)} />, root);
}
