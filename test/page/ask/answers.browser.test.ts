import { join } from 'node:path';
import { build } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';
import { repository } from '../../support/bin.ts';
import { openerForFile } from '../../support/browser.ts';
import { firefoxForFile } from '../../support/firefox.ts';
import { inTerminal } from '../../support/host.ts';
import { answersIn, asksOf } from '../../support/page-answers.ts';
import { bundled } from '../../support/report.ts';
import { bundledPage, reportFolder } from '../../support/report-files.ts';

const opener = openerForFile();
const firefox = firefoxForFile();
const files = reportFolder();

/** Gives `answersIn` to a page. */
let script = '';
const ask = "answersIn(JSON.parse(document.getElementById('page-data').textContent))";

beforeAll(async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: "export { answersIn } from './page-answers.ts';",
      resolveDir: join(repository, 'test', 'support'),
    },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'tested',
    footer: { js: 'var answersIn = tested.answersIn;' },
    target: 'es2023',
  });
  script = outputFiles[0]?.text ?? '';
});

/** Where two lists of answers differ first; -1 for two that do not. */
function firstDifference(there: readonly string[], here: readonly string[]): number {
  expect(there.length).toBe(here.length);
  return there.findIndex((answer, index) => answer !== here[index]);
}

describe.each(bundled)('a page about %s', (name) => {
  const page = bundledPage(name);

  test('answers from the data in it as the program does, on every date and under assumptions', async () => {
    const opened = await opener.open(files.report(name, page));
    await opened.page.evaluate(script);
    expect(firstDifference(await opened.page.evaluate<readonly string[]>(ask), answersIn(page))).toBe(-1);
  });

  test('answers as the command line does', async () => {
    const asks = asksOf(page).filter((_, index) => index % 11 === 0);
    const answers = answersIn(page).slice(2);
    let compared = 0;
    for (const [index, { at, ifs, onRecord }] of asks.entries()) {
      const words = [
        ...['status', name, '--format', 'json', '--as-of', at.text],
        ...[...ifs].map(([code, stance]) => `--assume=${code}=${stance}`),
        ...(onRecord ? ['--on-record'] : []),
      ];
      const { code, stdout } = await inTerminal(words);
      // The command line refuses assumptions about who is no member on the date.
      if (code !== 0) continue;
      expect([words, stdout]).toEqual([words, answers[index * 11]]);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(asks.length / 2);
  });
});

test.each(['nato-2024', 'unsc-2024-02-20'])('in Firefox, a page about %s answers the same', async (name) => {
  const page = bundledPage(name);
  const { open, evaluate } = await firefox();
  await open(files.report(name, page));
  const there = (await evaluate(`${script}; return ${ask};`)) as readonly string[];
  expect(firstDifference(there, answersIn(page))).toBe(-1);
});

test('in Firefox, a page comes to life with what its address asks, and a click supposes', async () => {
  const { open, evaluate } = await firefox();
  await open(files.report('nato', bundledPage('nato-2024')), '#at=2024-06-18&if=RO:support');
  const shown = await evaluate(`
    const text = (selector) => document.querySelector(selector)?.textContent ?? '';
    const before = [text('header .stamp'), text('.whatif .pill')];
    [...document.querySelectorAll('.whatif button')].find((one) => one.textContent === 'Reset').click();
    return new Promise((resolve) => {
      new MutationObserver(() => document.querySelector('.whatif') ?? resolve([...before, text('header .stamp')]))
        .observe(document, { subtree: true, childList: true, characterData: true });
    });`);
  expect(shown).toEqual([expect.stringMatching(/reached/i), expect.stringMatching(/Romania support/), 'open']);
});
