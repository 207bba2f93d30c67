import type { Browser } from '../ask/browser.ts';

/** What a page needs of the browser that it is in. */
export const browser: Browser = {
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
