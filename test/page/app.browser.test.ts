import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openerForFile } from '../support/browser.ts';
import { pageOf } from '../support/report.ts';
import { bundledPage, reportFolder } from '../support/report-files.ts';
import { readRoster } from '../support/rosters.ts';

const opener = openerForFile();
const files = reportFolder();
const nato = (): string => files.report('nato', bundledPage('nato-2024'));

/** Waits until the live region says something that it has not said, and gives it. */
async function nextSaid(page: Page, act: () => Promise<unknown>): Promise<string> {
  const region = page.locator('main > [role=status]');
  const before = await region.textContent();
  await act();
  await page.waitForFunction((old) => document.querySelector('main > [role=status]')?.textContent !== old, before);
  return (await region.textContent()) ?? '';
}

const focused = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.getAttribute('data-code') ?? null);

const hashBecomes = (page: Page, hash: string): Promise<unknown> =>
  page.waitForFunction((wanted) => location.hash === wanted, hash);

describe('by keyboard', () => {
  test('the board is one stop of the Tab key, and arrows walk it', async () => {
    const { page } = await opener.open(nato());
    expect(await page.locator('.tile[tabindex="0"]').count()).toBe(1);
    await page.focus('.tile[data-code="RO"], .tile[tabindex="0"]');
    const walked: (string | null)[] = [];
    for (const key of ['ArrowUp', 'ArrowLeft', 'ArrowDown', 'ArrowRight']) {
      await page.keyboard.press(key);
      walked.push(await focused(page));
    }
    expect(walked.every((code) => code !== null)).toBe(true);
    expect(new Set(walked).size).toBeGreaterThan(2);
    expect(await page.locator('.tile[tabindex="0"]').count()).toBe(1);
  });

  test('a letter supposes a stance, Backspace takes it back, Enter opens the card, and the focus stays', async () => {
    const { page } = await opener.open(nato(), { hash: '#at=2024-06-18' });
    await page.locator('.tile[data-code="RO"]').focus();
    expect(await nextSaid(page, () => page.keyboard.press('s'))).toMatch(/reached.*RO = support/s);
    await hashBecomes(page, '#at=2024-06-18&if=RO:support');
    expect(await page.textContent('header .stamp')).toMatch(/reached/i);
    expect(await focused(page)).toBe('RO');
    expect(await nextSaid(page, () => page.keyboard.press('Backspace'))).toMatch(/open/);
    await hashBecomes(page, '#at=2024-06-18');
    await page.keyboard.press('Enter');
    await hashBecomes(page, '#at=2024-06-18&member=RO');
    expect(await page.textContent('.card h3')).toContain('Romania');
    expect(await focused(page)).toBe('RO');
  });

  test('the slider changes the date, and says what is the answer then', async () => {
    const { page } = await opener.open(nato());
    await page.focus('#day');
    const said = await nextSaid(page, async () => {
      for (const _ of [1, 2]) await page.keyboard.press('ArrowRight');
    });
    expect(said).toMatch(/^23 Feb 2024: open, /);
    expect(await page.getAttribute('#day', 'aria-valuetext')).toContain('23 Feb 2024');
  });

  test('every stop of the Tab key has a name, and they end', async () => {
    const { page } = await opener.open(nato());
    const names: string[] = [];
    for (let stop = 0; stop < 120; stop += 1) {
      await page.keyboard.press('Tab');
      const name = await page.evaluate(() => {
        const element = document.activeElement;
        if (element === null || element === document.body) return undefined;
        const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
        return `${element.getAttribute('aria-label') ?? ''}${labels.map((label) => label.textContent).join()}${element.textContent ?? ''}`;
      });
      if (name === undefined) break;
      names.push(name.trim());
    }
    expect(names.length).toBeLessThan(120);
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((name) => name === '')).toEqual([]);
  });
});

describe('the address', () => {
  test('of what was asked opens the same', async () => {
    const hash = '#at=2024-06-18&if=RO:support&if=HU:abstain&record=1&member=RO';
    const { page } = await opener.open(nato(), { hash });
    await page.waitForSelector('.whatif');
    expect(await page.textContent('header .kicker')).toMatch(/18 Jun 2024.*on record only/s);
    expect(await page.textContent('.card h3')).toContain('Romania');
    expect(await page.locator('.whatif .pill').count()).toBe(2);
    expect(await page.evaluate(() => location.hash)).toBe(hash);
  });

  test('with rubbish leaves the page as it begins', async () => {
    const [plain, odd] = [
      await opener.open(nato()),
      await opener.open(nato(), {
        hash: '#at=2024-13-45&if=XX:support&if=RO:maybe&record=7&member=__proto__&%E0%A4%A',
      }),
    ];
    const text = (page: Page): Promise<string | null> => page.textContent('main');
    expect(await text(odd.page)).toBe(await text(plain.page));
  });
});

describe('a what-if never looks like a fact', () => {
  const opened = () => opener.open(nato(), { hash: '#at=2024-06-18&if=RO:support&member=RO' });

  test('the bar says so, also where it is printed', async () => {
    const { page } = await opened();
    expect(await page.textContent('.whatif')).toMatch(/Romania support/);
    expect(await page.textContent('.whatif')).toMatch(/open → reached/i);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.whatif').isVisible()).toBe(true);
  });

  test('tile, cells, card, tables and label say so', async () => {
    const { page } = await opened();
    expect(await page.locator('.tile.what-if').count()).toBe(1);
    expect(await page.getAttribute('.tile.what-if', 'aria-label')).toMatch(/assumed/);
    expect(await page.locator('.strip .assumed').count()).toBe(1);
    expect(await page.textContent('.card')).toMatch(/assumed/);
    const row = page.locator('table tr', { hasText: 'Romania' }).first();
    expect(await row.textContent()).toMatch(/assumed/);
    expect(await page.textContent('header .kicker')).toMatch(/what if/i);
  });

  test('without one there is no sign of one', async () => {
    const { page } = await opener.open(nato(), { hash: '#at=2024-06-18' });
    expect(await page.locator('.whatif, .what-if, .assumed, .supposed').count()).toBe(0);
  });

  test('its assumptions can be taken back one by one, or all at once', async () => {
    const { page } = await opener.open(nato(), { hash: '#at=2024-06-18&if=RO:support&if=HU:oppose' });
    await page.getByRole('button', { name: /Undo: Hungary/ }).click();
    await hashBecomes(page, '#at=2024-06-18&if=RO:support');
    await page.getByRole('button', { name: 'Reset' }).click();
    await hashBecomes(page, '#at=2024-06-18');
    expect(await page.locator('.whatif').count()).toBe(0);
  });
});

/** A roster of so many members, of whom every second one supports. */
const rosterOf = (members: number): string =>
  `title: t\nas-of: 2024-03-01\nrule: simple-majority\nmembers:\n${Array.from(
    { length: members },
    (_, index) =>
      `  m${index + 1}: { positions: [{ date: 2024-0${1 + (index % 2)}-0${1 + (index % 9)}, stance: ${index % 2 === 0 ? 'support' : 'unclear'} }] }\n`,
  ).join('')}`;

test.each([1, 9, 15, 27, 32, 193, 400, 401, 2500])('%i members are all drawn, or counted', async (count) => {
  const { page, said } = await opener.open(files.report(`m${count}`, pageOf(readRoster(rosterOf(count)))));
  expect(said).toEqual([]);
  const tiles = await page.locator('.board .tile').count();
  expect(tiles).toBe(Math.min(count, 400));
  expect(await page.locator('.ribbons .ribbon').count()).toBe(count <= 200 ? count : 0);
  const cells = await page.locator('.strip').first().locator('rect').count();
  if (count <= 120) expect(cells).toBe(count);
  else expect(cells).toBeGreaterThanOrEqual(2);
  const board = await page.locator('.board').textContent();
  if (count > 400) expect(board).toContain(String(Math.ceil(count / 2)));
});
