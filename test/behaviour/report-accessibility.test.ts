import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { openerForFile } from '../support/browser.ts';
import { bundled } from '../support/report.ts';
import { bundledPage, reportFolder } from '../support/report-files.ts';

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

describe.each(bundled)('the report about %s', (name) => {
  describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
    test.each([390, 1280])('has no barrier that axe finds at a width of %i', async (width) => {
      const { page } = await opener.open(files.report(name, bundledPage(name)), {
        ...(hashes[name] !== undefined && { hash: hashes[name] }),
        colorScheme,
        viewport: { width, height: 900 },
      });
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
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
      expect(found.violations).toEqual([]);
      expect(found.passes).toBeGreaterThan(colorScheme === 'light' ? 30 : 0);
    });
  });
});

interface AxeResults {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
  readonly passes: readonly unknown[];
}
