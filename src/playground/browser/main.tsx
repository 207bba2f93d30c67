import { render } from 'preact';
import { browser as forReports } from '../../page/browser/browser.ts';
import { dataIn } from '../../page/browser/data-in.ts';
import { textOf } from '../address.ts';
import { Playground, type PlaygroundData } from '../playground.tsx';
import type { PlaygroundBrowser } from '../playground-browser.ts';

const browser: PlaygroundBrowser = {
  ...forReports,
  today: () => new Date().toISOString().slice(0, 10),
  onColumns: (element, changed) => {
    const probe = document.createElement('pre');
    probe.className = 'terminal probe';
    probe.setAttribute('aria-hidden', 'true');
    probe.textContent = '0'.repeat(100);
    document.body.append(probe);
    const stop = forReports.onWidth(element, (width) => {
      const cell = probe.getBoundingClientRect().width / 100;
      if (cell > 0) changed(Math.max(narrowest, Math.min(widest, Math.floor((width - scrollbar) / cell))));
    });
    return () => {
      stop();
      probe.remove();
    };
  },
  select: (field, start, end) => {
    field.focus({ preventScroll: true });
    field.setSelectionRange(start, end);
    const above = field.value.slice(0, start).split('\n').length - 1;
    const line = Number.parseFloat(getComputedStyle(field).lineHeight);
    field.scrollTop = Math.max(0, above * line - field.clientHeight / 3);
    field.scrollLeft = 0;
    field.scrollIntoView({ block: 'nearest' });
  },
  copyAddress: async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      return true;
    } catch {
      // Files and pages without permission have no clipboard.
      return false;
    }
  },
};

/** Room for a scrollbar, in pixels. */
const scrollbar = 16;

/** Bounds of a terminal's width in characters: the least that the program draws for, and as much as reads well. */
const [narrowest, widest] = [20, 100];

async function start(): Promise<void> {
  const root = document.getElementById('page');
  const data = dataIn<PlaygroundData>('playground-data');
  if (!root || !data) return;
  const hash = browser.hash();
  const text = hash === '' ? undefined : await textOf(hash, data.examples);
  root.textContent = '';
  render(<Playground data={data} start={text} browser={browser} />, root);
}

void start();
