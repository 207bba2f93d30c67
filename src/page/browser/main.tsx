import { hydrate } from 'preact';
import { App } from '../app.tsx';
import { answersOf } from '../ask/answers.ts';
import type { Browser } from '../ask/browser.ts';
import type { ReportPage } from '../ask/report-page.ts';
import type { Front } from '../several/front.ts';
import { Several } from '../several/several.tsx';

const browser: Browser = {
  hash: () => location.hash,
  setHash: (hash) => {
    try {
      history.replaceState(null, '', hash === '' ? location.pathname + location.search : hash);
    } catch {
      // Viewers that give the page an origin of its own do not let it have an address.
    }
  },
  onHash: (changed) => {
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  },
  onWidth: (element, changed) => {
    const measure = (): void => changed(contentWidth(element));
    const watching = new ResizeObserver(measure);
    watching.observe(element);
    measure();
    return () => watching.disconnect();
  },
  after: (milliseconds, call) => {
    const timer = setTimeout(call, milliseconds);
    return () => clearTimeout(timer);
  },
  ready: () => {
    document.documentElement.dataset.ready = '';
  },
};

/** The width of an element without its padding, in whole pixels. */
function contentWidth(element: Element): number {
  const { paddingLeft, paddingRight } = getComputedStyle(element);
  return Math.floor(element.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight));
}

/** The data in an element, which this program wrote; undefined without such an element. */
function dataIn<Data>(id: string): Data | undefined {
  const text = document.getElementById(id)?.textContent;
  return text ? (JSON.parse(text) as Data) : undefined;
}

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
