import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { repository } from './bin.ts';

/** The site, as `npm run site` makes it. */
export interface Site {
  /** The path of a page on the disk. */
  path(page: string): string;
  /** The text of every file, by its path in the site. */
  files(): ReadonlyMap<string, string>;
}

/** The site made for the tests of a file. */
export function siteForFile(): Site {
  const folder = mkdtempSync(join(tmpdir(), 'rutte-tally-site-'));
  beforeAll(() => void execFileSync(process.execPath, [join(repository, 'scripts', 'site.js'), folder]), 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return {
    path: (page) => join(folder, page),
    files: () => {
      const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
      const paths = names.map(({ parentPath, name }) => join(parentPath, name));
      return new Map(
        paths.map((path) => [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
      );
    },
  };
}
