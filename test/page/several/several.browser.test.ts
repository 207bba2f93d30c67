import { describe, expect, test } from 'vitest';
import { listed } from '../../../src/engine/decisions/listed.ts';
import { snapshot } from '../../../src/engine/snapshot.ts';
import type { ReportPage } from '../../../src/page/ask/report-page.ts';
import { openerForFile } from '../../support/browser.ts';
import { hostileRoster } from '../../support/hostile-roster.ts';
import { bundled, pageOf } from '../../support/report.ts';
import { bundledPage, reportFolder, severalReports } from '../../support/report-files.ts';

const opener = openerForFile();
const files = reportFolder();

const fileAbout = (pages: readonly ReportPage[]): string => files.write('several', severalReports(pages));

const pages = bundled.map(bundledPage);
const titles = pages.map(({ roster }) => roster.title);

describe('several decisions in one file', () => {
  test('begin with the list, and each opens its page and leads back', async () => {
    const { page, requests, said } = await opener.open(fileAbout(pages));
    expect(await page.locator('.decisions a').allTextContents()).toEqual(titles);
    expect(await page.locator('#summaries').count()).toBe(0);
    for (const title of titles) {
      await page.getByRole('link', { name: title, exact: true }).click();
      await page.waitForFunction((wanted) => document.querySelector('h1:focus')?.textContent === wanted, title);
      expect(await page.title()).toBe(title);
      await page.getByRole('link', { name: 'All decisions' }).click();
      await page.waitForSelector('.decisions');
    }
    expect(requests).toHaveLength(1);
    expect(said).toEqual([]);
  });

  test('are asked one by one, and the address names which', async () => {
    const { page } = await opener.open(fileAbout(pages), { hash: '#d=1&at=2024-06-18&if=RO:support' });
    await page.waitForSelector('.whatif');
    expect(await page.textContent('h1')).toBe(titles[0]);
    expect(await page.textContent('header .stamp')).toMatch(/reached/i);
    await page.getByRole('button', { name: 'Reset' }).click();
    await page.waitForFunction(() => location.hash === '#d=1&at=2024-06-18');
    await page.evaluate(() => {
      location.hash = '#d=2';
    });
    await page.waitForFunction((wanted) => document.querySelector('h1')?.textContent === wanted, titles[1]);
    await page.goBack();
    await page.waitForFunction((wanted) => document.querySelector('h1')?.textContent === wanted, titles[0]);
    await page.waitForFunction(() => document.querySelector('header .kicker')?.textContent?.includes('18 Jun 2024'));
  });

  test.each(['#d=0', '#d=99', '#d=1x', '#d=__proto__', '#d=', '#d=1e1'])('begin with the list at %s', async (hash) => {
    const { page, said } = await opener.open(fileAbout(pages), { hash });
    expect(await page.locator('.decisions li').count()).toBe(titles.length);
    expect(said).toEqual([]);
  });

  test('read without scripts: the list leads to the verdict and the holdouts of each', async () => {
    const { page } = await opener.open(fileAbout(pages), { javaScriptEnabled: false });
    for (const [index, { roster, at }] of pages.entries()) {
      const link = page.locator('.decisions a').nth(index);
      const target = page.locator(`[id="${(await link.getAttribute('href'))?.slice(1)}"]`);
      expect(await target.locator('h2').textContent()).toBe(roster.title);
      const text = (await target.textContent()) ?? '';
      const { holdouts } = listed('', snapshot(roster, at));
      for (const { name } of holdouts) expect(text).toContain(name);
    }
    expect(await page.locator('button, input').count()).toBe(0);
  });

  test.each([true, false])('do nothing where their rosters are hostile, with scripts (%s)', async (scripts) => {
    const file = fileAbout([pageOf(hostileRoster()), bundledPage('unsc-2024-02-20')]);
    for (const hash of ['', '#d=1', '#d=1&if=<script>:support']) {
      const { page, requests, said } = await opener.open(file, { hash, javaScriptEnabled: scripts });
      expect([requests.length, said]).toEqual([1, []]);
      expect(await page.locator('script:not([type]), img, iframe').count()).toBe(1);
      expect(await page.evaluate(() => document.body.innerText)).not.toMatch(/(?!\n|\t)[\p{Cc}\u202a-\u202e]/u);
    }
  });

  test.each([320, 390, 1280])('fit at a width of %i', async (width) => {
    const file = fileAbout([...pages, pageOf(hostileRoster())]);
    for (const hash of ['', '#d=6']) {
      const { page } = await opener.open(file, { hash, viewport: { width, height: 800 } });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
  });
});
