import { join } from 'node:path';
import { build } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';
import { repository } from '../../support/bin.ts';
import { openerForFile } from '../../support/browser.ts';
import { inTerminal } from '../../support/host.ts';
import { answersIn, asksOf } from '../../support/page-answers.ts';
import { bundled } from '../../support/report.ts';
import { bundledPage, reportFolder } from '../../support/report-files.ts';

const opener = openerForFile();
const files = reportFolder();
let script = '';

beforeAll(async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: "import { answersIn } from './page-answers.ts'; globalThis.answersIn = answersIn;",
      resolveDir: join(repository, 'test', 'support'),
    },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2023',
  });
  script = outputFiles[0]?.text ?? '';
});

describe.each(bundled)('a page about %s', (name) => {
  const page = bundledPage(name);

  test('answers from the data in it as the program does, on every date and under assumptions', async () => {
    const opened = await opener.open(files.report(name, page));
    await opened.page.evaluate(script);
    const there = await opened.page.evaluate<readonly string[]>(
      "answersIn(JSON.parse(document.getElementById('page-data').textContent))",
    );
    const here = answersIn(page);
    expect(there.length).toBe(here.length);
    expect(there.findIndex((answer, index) => answer !== here[index])).toBe(-1);
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
