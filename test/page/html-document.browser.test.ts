import { describe, expect, test } from 'vitest';
import { openerForFile } from '../support/browser.ts';
import { evilRoster, hostileRoster } from '../support/hostile-roster.ts';
import { pageOf } from '../support/report.ts';
import { bundledPage, reportFolder } from '../support/report-files.ts';

const opener = openerForFile();
const files = reportFolder();

const pages = {
  'the hostile roster of the fixtures': () => pageOf(hostileRoster()),
  'texts that no reader lets through': () =>
    pageOf(evilRoster(), {
      origin: '</script><script>window.ran=11</script>',
      designator: "'$(id)'",
      ifs: JSON.parse('{ "__proto__": "support", "<img src=x onerror=window.ran=12>": "oppose" }'),
    }),
} as const;

const rubbish = '#if=%3Cscript%3E:support&at=99999-99-99&member=__proto__&if=%E0%A4%A:x&record=<b>&d=1';

describe.each(Object.entries(pages))('%s', (name, make) => {
  test.each([true, false])('do nothing in a page, with scripts (%s)', async (javaScriptEnabled) => {
    const file = files.report(name, make());
    const { page, requests, said } = await opener.open(file, { javaScriptEnabled, hash: rubbish });
    if (javaScriptEnabled)
      for (const control of await page.locator('summary, button, input[type=checkbox], [data-code]').all())
        if (await control.isVisible()) await control.click({ force: true, noWaitAfter: true });
    const found = await page.evaluate(() => ({
      ran: (window as { ran?: unknown }).ran ?? 'nothing',
      scripts: [...document.scripts].map(({ type }) => type),
      elements: document.querySelectorAll('img, iframe, object, embed, base, form, audio, video, link:not([rel=icon])')
        .length,
      styles: document.querySelectorAll('style').length,
      // The page sets lengths that it has measured.
      attributes: [...document.querySelectorAll('*')].flatMap((element) =>
        [...element.attributes]
          .filter(({ name }) => name === 'style' || name.startsWith('on'))
          .map(({ value }) => value.replace(/^[a-z-]+: [\d.]+px;(?: [a-z-]+: [\d.]+px;)*$/, 'measured')),
      ),
      links: [...document.querySelectorAll('a')].map((link) => [link.protocol, link.username, link.rel]),
      text: document.body.innerText,
    }));
    expect(found.attributes.filter((value) => value !== 'measured')).toEqual([]);
    expect({ ...found, attributes: [], text: '', links: [] }).toEqual({
      ran: 'nothing',
      scripts: ['application/json', ''],
      elements: 0,
      styles: 1,
      attributes: [],
      links: [],
      text: '',
    });
    for (const link of found.links) {
      expect(link[0]).toMatch(/^https?:$/);
      expect(link.slice(1)).toEqual(['', 'noopener noreferrer nofollow']);
    }
    expect(found.text).not.toMatch(/(?!\n|\t)[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
    expect(requests).toHaveLength(1);
    expect(said).toEqual([]);
  });
});

test('a page lets nothing run, load or be sent that somebody gets into it', async () => {
  const { page, requests } = await opener.open(files.report('plain', bundledPage('unsc-2024-02-20')));
  const came = await page.evaluate(async () => {
    // What a debugger runs may do more than what the page runs, until the page has had its turn.
    await new Promise((resolve) => setTimeout(resolve));
    const attempt = async (act: () => unknown): Promise<string> => {
      try {
        await act();
        return 'done';
      } catch (error) {
        return (error as Error).name;
      }
    };
    const add = (name: string, attributes: Readonly<Record<string, string>>): HTMLElement => {
      const element = document.createElement(name);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      document.body.append(element);
      return element;
    };
    return {
      markup: await attempt(() => {
        document.body.innerHTML += '<img src=x onerror="window.ran=1">';
      }),
      script: await attempt(() => {
        document.createElement('script').textContent = 'window.ran=2';
      }),
      handler: await attempt(() => add('b', { onclick: 'window.ran=3' })),
      // biome-ignore lint/security/noGlobalEval: That it is refused is the point.
      evaluated: await attempt(() => eval('window.ran=4')),
      timer: await attempt(() => setTimeout('window.ran=5' as unknown as () => void)),
      fetched: await attempt(() => fetch('https://example.org/')),
      styled: getComputedStyle(add('i', { style: 'color: rgb(1, 2, 3)' })).color === 'rgb(1, 2, 3)',
      image: await attempt(() => add('img', { src: 'https://example.org/x.png' })),
      frame: await attempt(() => add('iframe', { src: 'https://example.org/' })),
      link: await attempt(() => add('a', { href: 'javascript:window.ran=6' }).click()),
      form: await attempt(() => (add('form', { action: 'https://example.org/' }) as HTMLFormElement).submit()),
      ran: (window as { ran?: unknown }).ran ?? 'nothing',
    };
  });
  expect(came).toMatchObject({
    markup: 'TypeError',
    script: 'TypeError',
    handler: 'TypeError',
    evaluated: 'EvalError',
    timer: expect.stringMatching(/^(?:TypeError|EvalError)$/),
    fetched: 'TypeError',
    styled: false,
    ran: 'nothing',
  });
  expect(requests.filter((address) => !address.startsWith('file:') && !/example\.org/.test(address))).toEqual([]);
  expect(await page.evaluate(() => (window as { ran?: unknown }).ran ?? 'nothing')).toBe('nothing');
  expect(page.url()).toMatch(/^file:/);
});
