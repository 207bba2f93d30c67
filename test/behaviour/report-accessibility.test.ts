import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { openerForFile } from '../support/browser.ts';
import { bundled } from '../support/report.ts';
import { bundledPage, reportFolder, severalReports } from '../support/report-files.ts';

const opener = openerForFile();
const files = reportFolder();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** All rules in light; those about colours in dark, which changes nothing else. */
const rules = {
  light: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  dark: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
} as const;

/** What is asked of each page, so that its card and the bar of a what-if are there. */
const hashes: Readonly<Record<string, string>> = {
  'nato-2024': '#at=2024-06-18&if=RO:support&member=HU',
  'nature-restoration-2024': '#at=2024-06-17&member=AT',
  'unsc-2024-02-20': '#if=US:abstain',
};

/** What axe finds in the page of a file, with everything in it opened, and looking as it does while an answer is worked out. */
async function barriersIn(file: string, colorScheme: 'light' | 'dark', width: number, hash = ''): Promise<string[]> {
  const { page } = await opener.open(file, { hash, colorScheme, viewport: { width, height: 900 } });
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
    for (const section of document.querySelectorAll('[aria-busy]')) section.classList.add('stale');
  });
  await page.evaluate(axe);
  const found = await page.evaluate(async (runOnly) => {
    const { axe: tool } = window as unknown as { axe: { run(...words: unknown[]): Promise<AxeResults> } };
    const { violations, passes } = await tool.run(document, { runOnly });
    return {
      violations: violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`)),
      passes: passes.length,
    };
  }, rules[colorScheme]);
  expect(found.passes).toBeGreaterThan(colorScheme === 'light' ? 15 : 0);
  return found.violations;
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

interface AxeResults {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
  readonly passes: readonly unknown[];
}
