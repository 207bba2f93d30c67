import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, TestRunner } from 'vitest';

/** Programs that are a browser without windows, the smallest first. */
const programs = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'];

/** The environment variable that names the browser for tests, or says `required`. */
const variable = 'RUTTE_TALLY_BROWSER';

/**
 * The browser that tests run in: the one that `RUTTE_TALLY_BROWSER` names, else one that is installed; undefined where
 * there is none.
 *
 * @throws Error where there is none and the variable says `required`
 */
export function browserProgram(): string | undefined {
  const asked = process.env[variable] ?? '';
  if (asked !== '' && asked !== 'required') return asked;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = programs
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => existsSync(path));
  if (found === undefined && asked === 'required')
    throw new Error(`${variable} is "required", and none of ${programs.join(', ')} is installed`);
  return found;
}

/** What is open in a browser, and what came of it. */
export interface Opened {
  readonly page: Page;
  /** The addresses that were asked for. */
  readonly requests: readonly string[];
  /** What the console and the page's errors said, and every dialog. */
  readonly said: readonly string[];
}

/** How a file is opened. */
export interface OpenOptions extends BrowserContextOptions {
  /** The part of the address after `#`, with it. */
  readonly hash?: string;
}

/** Opens files in the browser of a file of tests. */
export interface Opener {
  /**
   * Opens a file, and waits for a page with scripts until it answers. The running test ends as skipped where there is no
   * browser.
   */
  open(file: string, options?: OpenOptions): Promise<Opened>;
  /** Ends the running test as skipped where there is no browser; otherwise gives it. */
  browser(): Promise<Browser>;
}

/** A browser that starts with the first test of a file that needs it, and ends with the file. */
export function openerForFile(): Opener {
  let started: Promise<Browser> | undefined;
  afterAll(async () => (await started)?.close());
  const browser = async (): Promise<Browser> => {
    const executablePath = browserProgram();
    if (executablePath === undefined) {
      TestRunner.getCurrentTest()?.context.skip(`no browser is installed: ${programs.join(', ')}`);
      throw new Error('the test was skipped');
    }
    started ??= chromium.launch({ executablePath, args: ['--no-sandbox'] });
    return started;
  };
  return {
    browser,
    open: async (file, { hash = '', ...options } = {}) => {
      const context = await (await browser()).newContext({ reducedMotion: 'reduce', ...options });
      const page = await context.newPage();
      const [requests, said]: [string[], string[]] = [[], []];
      page.on('request', (request) => requests.push(request.url()));
      page.on('console', (message) => said.push(message.text()));
      page.on('pageerror', (error) => said.push(error.message));
      page.on('dialog', (dialog) => {
        said.push(`dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      await page.goto(`${pathToFileURL(file).href}${hash}`);
      if (options.javaScriptEnabled !== false) await page.waitForSelector('html[data-ready]', { state: 'attached' });
      return { page, requests, said };
    },
  };
}
