import { hydrate } from 'preact';
import { App } from '../app.tsx';
import { answersOf } from '../ask/answers.ts';
import type { ReportPage } from '../ask/report-page.ts';
import type { Front } from '../several/front.ts';
import { Several } from '../several/several.tsx';
import { browser } from './browser.ts';
import { dataIn } from './data-in.ts';

/** Another page of the same file begins at its top, and is read from its heading on. */
function opened(title: string): void {
  document.title = title;
  scrollTo(0, 0);
  const heading = document.querySelector('h1');
  heading?.setAttribute('tabindex', '-1');
  heading?.focus({ preventScroll: true });
}

const root = document.getElementById('page');
const page = dataIn<ReportPage>('page-data');
const front = dataIn<Front>('front-data');
if (root && page) hydrate(<App page={page} answers={answersOf(page)} browser={browser} />, root);
if (root && front) {
  hydrate(
    <Several front={front} pageOf={(number) => dataIn(`page-data-${number}`)} browser={browser} opened={opened} />,
    root,
  );
  document.getElementById('summaries')?.remove();
}
