import { describe, expect, test } from 'vitest';
import { briefAnswer } from '../../src/engine/answer.ts';
import { snapshot } from '../../src/engine/snapshot.ts';
import { verdictText } from '../../src/render/words/verdict.ts';
import { openerForFile } from '../support/browser.ts';
import { bundled } from '../support/report.ts';
import { bundledPage, reportFolder } from '../support/report-files.ts';

const opener = openerForFile();
const files = reportFolder();

describe.each(bundled)('a report about %s', (name) => {
  const page = bundledPage(name);
  const { roster } = page;
  const view = briefAnswer(roster, snapshot(roster, page.at), page.origin);

  test('asks nobody for anything, and nothing in it is refused', async () => {
    const { requests, said } = await opener.open(files.report(name, page));
    expect(requests.map((address) => address.slice(0, 8))).toEqual(['file:///']);
    expect(said).toEqual([]);
  });

  test('reads without scripts: the title, the verdict, every holdout with its reason, and the tables', async () => {
    const opened = await opener.open(files.report(name, page), { javaScriptEnabled: false });
    const text = (await opened.page.textContent('main'))?.toLowerCase() ?? '';
    const includes = (part: string): void => expect(text).toContain(part.toLowerCase());
    expect(await opened.page.textContent('h1')).toBe(roster.title);
    includes(verdictText(view));
    for (const { name: member, why, wants } of view.tally.holdouts) {
      includes(member);
      if (why !== undefined) includes(why);
      for (const want of wants) includes(String(want));
    }
    const rows = await opened.page.locator('table tbody tr').allTextContents();
    for (const member of view.snapshot.members) expect(rows.some((row) => row.includes(member.name))).toBe(true);
    expect(opened.said).toEqual([]);
  });

  test('shows nothing that would do something only with scripts where there are none', async () => {
    const opened = await opener.open(files.report(name, page), { javaScriptEnabled: false });
    const controls = opened.page.locator('button, input, select, textarea, [tabindex], [role=slider], [role=button]');
    const shown: string[] = [];
    for (const control of await controls.all())
      if (await control.isVisible()) shown.push(await control.evaluate((element) => element.outerHTML.slice(0, 90)));
    expect(shown).toEqual([]);
    expect(await opened.page.getByText(/\bclick|choose a member|arrows move/i).count()).toBe(0);
  });
});
