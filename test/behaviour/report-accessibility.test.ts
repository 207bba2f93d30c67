import { describe, expect, test } from 'vitest';
import { barriersOn, type Scheme } from '../support/axe.ts';
import { openerForFile } from '../support/browser.ts';
import { bundled } from '../support/report.ts';
import { bundledPage, reportFolder, severalReports } from '../support/report-files.ts';

const opener = openerForFile();
const files = reportFolder();

/** What is asked of each page, so that its card and the bar of a what-if are there. */
const hashes: Readonly<Record<string, string>> = {
  'nato-2024': '#at=2024-06-18&if=RO:support&member=HU',
  'nature-restoration-2024': '#at=2024-06-17&member=AT',
  'unsc-2024-02-20': '#if=US:abstain',
};

/** What axe finds in the page of a file, with everything in it opened, and looking as it does while an answer is worked out. */
async function barriersIn(file: string, colorScheme: Scheme, width: number, hash = ''): Promise<string[]> {
  const { page } = await opener.open(file, { hash, colorScheme, viewport: { width, height: 900 } });
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
    for (const section of document.querySelectorAll('[aria-busy]')) section.classList.add('stale');
  });
  return barriersOn(page, colorScheme);
}

const looks = (['light', 'dark'] as const).flatMap((scheme) => [390, 1280].map((width) => [scheme, width] as const));

describe.each(bundled)('the report about %s', (name) => {
  test.each(looks)('has no barrier that axe finds, %s and %i pixels wide', async (scheme, width) => {
    expect(await barriersIn(files.report(name, bundledPage(name)), scheme, width, hashes[name])).toEqual([]);
  });
});

test.each(looks)('nor has the list of several decisions, %s and %i pixels wide', async (scheme, width) => {
  const file = files.write('several', severalReports(bundled.map(bundledPage)));
  expect(await barriersIn(file, scheme, width)).toEqual([]);
});
