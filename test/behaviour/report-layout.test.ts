import { describe, expect, test } from 'vitest';
import { openerForFile } from '../support/browser.ts';
import { hostileRoster } from '../support/hostile-roster.ts';
import { bundled, pageOf } from '../support/report.ts';
import { bundledPage, reportFolder } from '../support/report-files.ts';

const opener = openerForFile();
const files = reportFolder();

const pages = [
  ...bundled.map((name) => [name, () => bundledPage(name)] as const),
  ['the hostile roster', () => pageOf(hostileRoster())] as const,
];

/** Two families of different widths, of which a machine for tests has at least one. */
const fonts = ['Liberation Sans, Arial', 'DejaVu Sans, Verdana'];

describe.each(pages)('%s', (_, make) => {
  test.each([320, 390, 800, 1280])('at a width of %i fits, and no two words of a picture touch', async (width) => {
    const viewport = { width, height: 900 };
    // A style of another family is not one that the policy of the page allows.
    const { page } = await opener.open(files.report('r', make()), { viewport, bypassCSP: true });
    for (const font of fonts) {
      await page.addStyleTag({ content: `:root { --sans: ${font} } svg text { font-family: ${font} !important }` });
      expect([font, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([font, width]);
      expect([font, await page.evaluate(overlapping)]).toEqual([font, []]);
    }
  });
});

/** The words of pictures that lie upon each other, by pairs. */
function overlapping(): string[] {
  const pairs: string[] = [];
  for (const picture of document.querySelectorAll('svg.pic')) {
    const words = [...picture.querySelectorAll('text')]
      .map((text) => ({ text: text.textContent ?? '', box: text.getBBox() }))
      .filter(({ text, box }) => text.trim() !== '' && box.width > 0);
    for (const [index, one] of words.entries())
      for (const other of words.slice(index + 1)) {
        const across =
          Math.min(one.box.x + one.box.width, other.box.x + other.box.width) - Math.max(one.box.x, other.box.x);
        // A line of text is higher than its letters.
        const down =
          Math.min(one.box.y + one.box.height, other.box.y + other.box.height) - Math.max(one.box.y, other.box.y);
        if (across > 0.5 && down > 0.35 * Math.min(one.box.height, other.box.height))
          pairs.push(`${picture.getAttribute('class')}: ${one.text} | ${other.text}`);
      }
  }
  return pairs;
}
