import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll } from 'vitest';
import { installed, skipWithout } from './browser.ts';

/** Programs that are Firefox. */
const programs = ['firefox-esr', 'firefox'];

/** A Firefox without windows, as far as tests need it. */
export interface Firefox {
  /** Opens a file; `hash` is the part of the address after `#`, with it. */
  open(file: string, hash?: string): Promise<void>;
  /** The value of the body of a function in the page. */
  evaluate(body: string): Promise<unknown>;
}

/**
 * Starts a Firefox that ends with the tests of a file. It is driven by its own protocol, Marionette, since that of
 * playwright wants a later Firefox than Debian has. The running test ends as skipped where there is none.
 */
export function firefoxForFile(): () => Promise<Firefox> {
  let started: Promise<Running> | undefined;
  afterAll(async () => (await started)?.end());
  return async () => {
    started ??= start(installed(programs) ?? skipWithout(programs));
    return (await started).firefox;
  };
}

interface Running {
  readonly firefox: Firefox;
  end(): Promise<void>;
}

const preferences = {
  'marionette.port': 0,
  'remote.log.level': 'Info',
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'app.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,#',
};

async function start(program: string): Promise<Running> {
  const profile = mkdtempSync(join(tmpdir(), 'rutte-tally-firefox-'));
  const lines = Object.entries(preferences).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});\n`);
  writeFileSync(join(profile, 'user.js'), lines.join(''));
  const child = spawn(program, ['--headless', '--marionette', '--no-remote', '--profile', profile], {
    env: { ...process.env, HOME: profile },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ask = await marionette(connect(await portOf(child), '127.0.0.1'));
  await ask('WebDriver:NewSession', { capabilities: { alwaysMatch: { acceptInsecureCerts: false } } });
  return {
    firefox: {
      open: async (file, hash = '') => {
        // An address that differs in its hash alone would not be opened again.
        await ask('WebDriver:Navigate', { url: 'about:blank' });
        await ask('WebDriver:Navigate', { url: `${pathToFileURL(file).href}${hash}` });
      },
      evaluate: async (body) =>
        (await ask('WebDriver:ExecuteScript', { script: body, args: [], scriptTimeout: 60_000 })).value,
    },
    end: async () => {
      const ended = once(child, 'exit');
      await ask('Marionette:Quit', { flags: ['eForceQuit'] });
      await ended;
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** The port that Firefox says it listens on. */
function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = '';
    const read = (chunk: Buffer): void => {
      said += chunk;
      const [, port] = /Listening on port (\d+)/.exec(said) ?? [];
      if (port !== undefined) resolve(Number(port));
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.on('error', reject);
    child.on('exit', () => reject(new Error(`Firefox ended: ${said}`)));
  });
}

type Ask = (command: string, words: Readonly<Record<string, unknown>>) => Promise<{ readonly value?: unknown }>;

/** Asks over a connection, one question after the other. Each message is its length in bytes, a colon, and JSON. */
async function marionette(socket: Socket): Promise<Ask> {
  let [read, count] = [Buffer.alloc(0), 0];
  const message = async (): Promise<unknown> => {
    for (;;) {
      const colon = read.indexOf(':');
      const length = Number(read.subarray(0, Math.max(0, colon)).toString());
      if (colon > 0 && read.length >= colon + 1 + length) {
        const text = read.subarray(colon + 1, colon + 1 + length).toString();
        read = read.subarray(colon + 1 + length);
        return JSON.parse(text);
      }
      const [chunk] = (await once(socket, 'data')) as [Buffer];
      read = Buffer.concat([read, chunk]);
    }
  };
  // Firefox speaks first.
  await message();
  return async (command, words) => {
    count += 1;
    const text = JSON.stringify([0, count, command, words]);
    socket.write(`${Buffer.byteLength(text)}:${text}`);
    const [, , error, value] = (await message()) as [number, number, { message: string } | null, { value?: unknown }];
    if (error !== null) throw new Error(`${command}: ${error.message}`);
    return value ?? {};
  };
}
