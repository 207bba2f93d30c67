import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { hashOf } from '../../src/playground/address.ts';
import { visible } from '../../src/text/escape-controls.ts';
import { barriersOn } from '../support/axe.ts';
import { emptyFolder, repository } from '../support/bin.ts';
import { openerForFile } from '../support/browser.ts';
import { firefoxForFile } from '../support/firefox.ts';
import { inTerminal } from '../support/host.ts';
import { tagsOf } from '../support/report.ts';
import { siteForFile } from '../support/site.ts';

const opener = openerForFile();
const firefox = firefoxForFile();
const site = siteForFile();
const today = '2026-01-01';

/** Every roster of the repository, valid or not, as text. */
const rosters: ReadonlyMap<string, string> = new Map(
  ['data', 'docs/examples', 'test/fixtures'].flatMap((folder) =>
    readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => [`${folder}/${name}`, readFileSync(join(repository, folder, name), 'utf8')] as const),
  ),
);

describe('the pages of the site', () => {
  test('are there for every document, and each loads nothing', () => {
    const files = site.files();
    const documents = readdirSync(join(repository, 'docs'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => `docs/${name.replace(/README\.md$/, 'index.html').replace(/\.md$/, '.html')}`);
    expect([...files.keys()]).toEqual(
      expect.arrayContaining(['index.html', 'playground.html', 'search.html', 'reports/index.html', ...documents]),
    );
    for (const [path, text] of files) {
      if (!path.endsWith('.html')) continue;
      const loaded = tagsOf(text).flatMap(({ attributes }) => [attributes.src ?? [], attributes.srcset ?? []].flat());
      expect(loaded.filter((address) => !address.startsWith('data:'))).toEqual([]);
      expect(text).toContain(`content="default-src 'none'; script-src 'sha256-`);
    }
  });

  test('have links and anchors that lead somewhere', async () => {
    const { brokenLinks } = await import(pathToFileURL(join(repository, 'scripts/site/check-links.js')).href);
    const files = site.files();
    expect(brokenLinks(files)).toEqual([]);
    const broken = '<a href="docs/gone.html">x</a><a class="y" href="docs/rules.html#gone">x</a><a href="#top">x</a>';
    expect(brokenLinks(new Map([...files, ['broken.html', broken]]))).toEqual([
      'broken.html: docs/gone.html leads nowhere',
      'broken.html: docs/rules.html#gone leads to no heading',
      'broken.html: #top leads to no heading',
    ]);
  });

  test('fit a screen of 320 pixels', async () => {
    const context = await (await opener.browser()).newContext({ viewport: { width: 320, height: 600 } });
    const page = await context.newPage();
    const wide: string[] = [];
    for (const path of site.files().keys()) {
      if (!path.endsWith('.html') || /^reports\/(?!index)/.test(path)) continue;
      await page.goto(pathToFileURL(site.path(path)).href);
      if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) wide.push(path);
    }
    expect(wide).toEqual([]);
  });

  test.each([
    ['index.html', 'light', 390],
    ['docs/evidence.html', 'light', 1280],
    ['docs/evidence.html', 'dark', 390],
    ['reports/index.html', 'dark', 1280],
    ['search.html', 'light', 390],
  ] as const)('have no barrier that axe finds: %s, %s and %i pixels wide', async (path, colorScheme, width) => {
    const options = { colorScheme, viewport: { width, height: 900 }, hash: path === 'search.html' ? '#q=silence' : '' };
    const context = await (await opener.browser()).newContext(options);
    const page = await context.newPage();
    await page.goto(`${pathToFileURL(site.path(path)).href}${options.hash}`);
    expect(await barriersOn(page, colorScheme)).toEqual([]);
  });

  test('are found by their words', async () => {
    const { page, said } = await opener.open(site.path('search.html'), { hash: '#q=silence' });
    expect(await page.locator('#found a').first().textContent()).toBe('silence');
    await page.fill('#words', 'qualified majority');
    expect(await page.locator('#found li').count()).toBeGreaterThan(2);
    await page.fill('#words', '<img src=x> zzzz');
    expect(await page.locator('#said').textContent()).toBe('Nothing found.');
    expect(said).toEqual([]);
  });
});

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one.
const withoutColours = (text: string): string => text.replace(/\u001b\[\d+m/g, '');

/** What the playground shows of a text. */
interface Seen {
  readonly status: string;
  readonly json: string;
  readonly problems: readonly string[];
  readonly report: readonly (string | null | undefined)[];
}

/** What the playground shows of each text, and the width of its terminal. Runs in the page. */
async function answersIn(texts: readonly string[]): Promise<{ readonly columns: number; readonly seen: Seen[] }> {
  const field = document.querySelector('textarea');
  const panel = document.querySelector('#answer');
  if (!field || !panel) throw new Error('there is no playground');
  const settled = () => new Promise((done) => setTimeout(done));
  const open = async (name: string): Promise<string> => {
    document.getElementById(`view-${name}`)?.click();
    await settled();
    return panel.textContent ?? '';
  };
  const put = async (text: string): Promise<void> => {
    field.value = text;
    field.dispatchEvent(new Event('input'));
    field.dispatchEvent(new Event('change'));
    await settled();
  };
  const columns = Number(panel.getAttribute('data-columns'));
  const shown: Omit<Seen, 'report'>[] = [];
  for (const text of texts) {
    await put(text);
    const problems = Array.from(document.querySelectorAll('.problems li'), (item) => item.textContent ?? '');
    shown.push({ status: await open('status'), json: await open('json'), problems });
  }
  // Another layout, in which a terminal would be wider.
  await open('report');
  const seen: Seen[] = [];
  for (const [index, text] of texts.entries()) {
    await put(text);
    const report = ['h1', '.verdict .stamp'].map((name) => panel.querySelector(name)?.textContent);
    const rest = shown[index];
    if (rest !== undefined) seen.push({ ...rest, report });
  }
  return { columns, seen };
}

interface Told {
  readonly severity: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly code: string;
  readonly hint: string | null;
}

describe('the playground', () => {
  test('gives what the program gives about every roster', async () => {
    const { page, requests, said } = await opener.open(site.path('playground.html'), {
      viewport: { width: 1280, height: 900 },
    });
    await page.clock.setFixedTime(`${today}T12:00:00Z`);
    const { columns, seen } = await page.evaluate(answersIn, [...rosters.values()]);
    const cwd = emptyFolder();
    const terminal = { isTTY: true, columns, env: { LANG: 'C.UTF-8' }, cwd, today };
    for (const [index, [name, text]] of [...rosters].entries()) {
      writeFileSync(join(cwd, 'roster.yaml'), text);
      const status = await inTerminal(['status', 'roster.yaml', '--color', 'always'], terminal);
      const { stdout: json } = await inTerminal(['status', 'roster.yaml', '--format', 'json'], terminal);
      const validated = await inTerminal(['validate', 'roster.yaml', '--format', 'json'], terminal);
      const told: readonly Told[] = JSON.parse(validated.stdout).files[0].diagnostics;
      const answer = JSON.parse(json);
      expect(seen[index], name).toEqual({
        status: withoutColours(status.code === 0 ? status.stdout : status.stderr),
        json,
        problems: told.map(
          ({ severity, line, column, message, code, hint }) =>
            `${severity} line ${line}, column ${column} ${visible(message)} [${code}]${visible(hint ?? '')}`,
        ),
        report: status.code === 0 ? [visible(answer.title), answer.outcome] : [undefined, undefined],
      });
    }
    expect(seen.length).toBeGreaterThan(150);
    expect(said).toEqual([]);
    expect(requests).toEqual([pathToFileURL(site.path('playground.html')).href]);
  }, 240_000);

  test('keeps a roster in its address, and opens with it', async () => {
    const file = site.path('playground.html');
    const { page } = await opener.open(file);
    await page.fill('#roster', 'title: Shared\nrule: consensus\nmembers: { ana: support }\n');
    await page.waitForFunction(() => location.hash.startsWith('#deflate='));
    const hash = await page.evaluate(() => location.hash);
    const { page: other, said } = await opener.open(file, { hash });
    expect(await other.locator('#roster').inputValue()).toContain('title: Shared');
    expect(await other.locator('.terminal').first().textContent()).toMatch(/^Shared.*\nREACHED/);
    await other.selectOption('select', 'nato-2024');
    await other.waitForFunction(() => location.hash === '#roster=nato-2024');
    await other.selectOption('select', '');
    expect(await other.locator('#roster').inputValue()).toContain('title: Shared');
    expect(said).toEqual([]);
  });

  test('says that an address holds nothing, and answers about an example', async () => {
    const { page } = await opener.open(site.path('playground.html'), { hash: '#deflate=broken' });
    expect(await page.locator('.said').textContent()).toBe('The address holds no roster that can be read.');
    expect(await page.locator('.terminal').first().textContent()).toContain('Adopt the style guide');
  });

  test('leads from a problem to its place', async () => {
    const { page } = await opener.open(site.path('playground.html'));
    await page.fill('#roster', `title: x\nrule: consensus\n${'# line\n'.repeat(100)}members:\n  ana: suport\n`);
    await page.click('.problems .place');
    const [selected, isSeen] = await page.locator('#roster').evaluate((field) => {
      const { value, selectionStart, selectionEnd, scrollTop } = field as HTMLTextAreaElement;
      return [value.slice(selectionStart, selectionEnd), scrollTop > 1000];
    });
    expect([selected, isSeen]).toEqual(['suport', true]);
    expect(await page.locator('.gutter .error').textContent()).toBe('104');
  });

  test('runs nothing that a roster says', async () => {
    const { page, said, requests } = await opener.open(site.path('playground.html'));
    const evil = '<img src=x onerror=alert(1)><script>alert(1)</script>';
    const text = `title: "${evil}"\nbody: "${evil}"\nrule: consensus\nmembers: { ana: { name: "${evil}", stance: oppose, why: "${evil}", source: "javascript:alert(1)" } }\n"${evil}": 1\n`;
    for (const roster of [text, text.replace(/\n".*\n$/, '\n').replace(', source: "javascript:alert(1)"', '')]) {
      await page.fill('#roster', roster);
      await page.locator('#roster').press('Control+Enter');
      for (const view of ['json', 'report', 'status']) {
        await page.click(`#view-${view}`);
        expect(await page.locator('#answer').textContent()).toContain('<img src=x');
        expect(await page.locator('img, iframe, #answer script').count()).toBe(0);
      }
    }
    expect(said).toEqual([]);
    expect(requests.length).toBe(1);
  });

  test('answers in Firefox what its address holds', async () => {
    const text = rosters.get('data/nato-2024.yaml') ?? '';
    const { open, evaluate } = await firefox();
    await open(site.path('playground.html'), await hashOf(text, []));
    const [columns, shown] = (await evaluate(`
      document.querySelector('#view-status').click();
      const answer = document.querySelector('#answer');
      return [answer.dataset.columns, answer.textContent];`)) as [string, string];
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'roster.yaml'), text);
    const terminal = { isTTY: true, columns: Number(columns), env: { LANG: 'C.UTF-8' }, cwd, today };
    const { stdout } = await inTerminal(['status', 'roster.yaml', '--color', 'always'], terminal);
    expect(shown).toBe(withoutColours(stdout));
  });

  test.each([
    ['light', 390],
    ['dark', 1280],
  ] as const)('has no barrier that axe finds, %s and %i pixels wide', async (colorScheme, width) => {
    const { page } = await opener.open(site.path('playground.html'), {
      colorScheme,
      viewport: { width, height: 900 },
      hash: '#roster=nato-2024',
    });
    for (const view of ['status', 'json', 'report']) {
      await page.click(`#view-${view}`);
      expect(await barriersOn(page, colorScheme), view).toEqual([]);
    }
    await page.fill('#roster', 'title: x\nrule: consensus\nmembers: { ana: suport, bo: oppose }\n');
    await page.locator('#roster').press('Control+Enter');
    await page.click('#view-status');
    expect(await barriersOn(page, colorScheme)).toEqual([]);
  });
});
