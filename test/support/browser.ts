import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, TestRunner } from 'vitest';

/** Programs that are a browser without windows, the smallest first. */
const programs = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'];

/** The environment variable that names the browser for tests, or says `required`. */
const variable = 'RUTTE_TALLY_BROWSER';

/** The first of some programs that is installed; undefined where none is. */
export function installed(names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

/**
 * Ends the running test as skipped where none of some programs is installed.
 *
 * @throws Error where `RUTTE_TALLY_BROWSER` says `required`
 */
export function skipWithout(names: readonly string[]): never {
  const message = `none of ${names.join(', ')} is installed`;
  if (process.env[variable] !== 'required') TestRunner.getCurrentTest()?.context.skip(message);
  throw new Error(`${variable} is ${process.env[variable]}, and ${message}`);
}

/** The browser that tests run in: the one that `RUTTE_TALLY_BROWSER` names, else one that is installed. */
function browserProgram(): string {
  const asked = process.env[variable] ?? '';
  if (asked !== '' && asked !== 'required') return asked;
  return installed(programs) ?? skipWithout(programs);
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
