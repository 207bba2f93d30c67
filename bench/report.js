import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { runNode } from './child.js';
import { grouped, median } from './figures.js';
import { madeRoster, shapes } from './made-rosters.js';
import { table } from './table.js';

/** Rosters with their numbers of members; `limit` is the most that a click on the page may take, in milliseconds. */
const cases = [
  { roster: 'nato-2024', members: 32, limit: 150 },
  { roster: 'made-193.yaml', members: 193 },
  { roster: 'made-10000.yaml', members: 10_000 },
];

/** Clicks and steps of the slider for each page. */
const turns = 12;

/**
 * A table of reports in a browser: their size, how long the program takes to write one, when the page answers, and how
 * long a what-if and a step of the slider take until they are painted. It is wall time, which other work disturbs.
 */
export async function measureReports({ folder, remark }) {
  const executablePath = browserProgram();
  if (executablePath === undefined) throw new Error('reports: chromium-headless-shell is not installed');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const rows = [];
    const above = [];
    for (const one of cases) {
      const { row, click } = await rowOf(one, browser, folder);
      rows.push(row);
      if (click > one.limit) above.push(`  above its limit of ${one.limit} ms: a click on ${one.roster}`);
    }
    const head = [
      'report',
      'members',
      'kB',
      'kB packed',
      'written in',
      'answers after',
      'click',
      'most',
      'slide',
      'most',
    ];
    return [`Reports in a browser (ms, medians of ${turns})${remark}`, table(head, rows), ...above].join('\n');
  } finally {
    await browser.close();
  }
}

async function rowOf({ roster, members }, browser, folder) {
  const path = join(folder, roster);
  if (roster.endsWith('.yaml') && !existsSync(path)) writeFileSync(path, madeRoster(shapes[0], members));
  const words = ['bin/rutte-tally.js', 'report', roster, '--output', 'measured.html', '--force'];
  const { milliseconds, code, written } = runNode(words, folder);
  if (code !== 0) throw new Error(written[2].trim());
  const file = join(folder, 'measured.html');
  const bytes = readFileSync(file);
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(pathToFileURL(file).href);
  await page.waitForSelector('html[data-ready]', { state: 'attached' });
  const ready = await page.evaluate(() => performance.now());
  const { clicks, slides } = await page.evaluate(turnsOf, turns);
  await page.close();
  const kilobytes = (length) => grouped(length / 1000);
  const [click, slide] = [median(clicks), median(slides)];
  const times = [milliseconds, ready, click, Math.max(...clicks), slide, Math.max(...slides)].map((time) =>
    time.toFixed(0),
  );
  return {
    row: [roster, String(members), kilobytes(bytes.length), kilobytes(gzipSync(bytes).length), ...times],
    click,
  };
}

/** What-ifs and steps of the slider in a page, each until it is painted. */
async function turnsOf(count) {
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const timed = async (act) => {
    const start = performance.now();
    act();
    await painted();
    return performance.now() - start;
  };
  const clicks = [];
  const slides = [];
  document.querySelectorAll('input[name=brush]')[1].click();
  await painted();
  const codes = [...document.querySelectorAll('.tile')].slice(0, count).map((tile) => tile.dataset.code);
  for (const code of codes) {
    const tile = document.querySelector(`[data-code="${CSS.escape(code)}"]`);
    clicks.push(await timed(() => tile.dispatchEvent(new MouseEvent('click', { bubbles: true }))));
  }
  const day = document.getElementById('day');
  // The setter of the class: a framework that watches the element's own would take the event for no change.
  const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
  const [first, last] = [Number(day?.min), Number(day?.max)];
  for (let step = 1; day !== null && step <= count; step += 1)
    slides.push(
      await timed(() => {
        set.call(day, String(Math.round(first + ((last - first) * step) / (count + 1))));
        day.dispatchEvent(new Event('input', { bubbles: true }));
      }),
    );
  return { clicks, slides: slides.length === 0 ? [0] : slides };
}

function browserProgram() {
  const asked = process.env.RUTTE_TALLY_BROWSER ?? '';
  if (asked !== '' && asked !== 'required') return asked;
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, 'chromium-headless-shell')).find((path) => existsSync(path));
}
