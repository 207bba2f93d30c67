import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { Roster } from '../../src/model/roster.ts';
import type { Time } from '../../src/model/time.ts';
import type { PageAssets, ReportPage } from '../../src/page/ask/report-page.ts';
import { reportDocument } from '../../src/page/document.tsx';
import { parseRoster } from '../../src/roster/parse.ts';
import { repository } from './bin.ts';

/** The names of the bundled rosters. */
export const bundledRosters: readonly string[] = readdirSync(join(repository, 'data'))
  .flatMap((file) => (file.endsWith('.yaml') ? [file.slice(0, -'.yaml'.length)] : []))
  .sort();

/** The script and the style that the build made. */
export const builtAssets = (): PageAssets => ({
  script: readFileSync(join(repository, 'dist', 'page', 'report.js'), 'utf8'),
  style: readFileSync(join(repository, 'dist', 'page', 'report.css'), 'utf8'),
});

/** The roster of a text, which must be valid. */
export function rosterOfText(text: string): Roster {
  const read = parseRoster(text);
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics[0]));
  return read.roster;
}

/** A page about a roster, at its own date unless another is given. */
export function pageAbout(roster: Roster, rest: Partial<Omit<ReportPage, 'roster'>> = {}): ReportPage {
  const day = '2026-01-01';
  const at: Time = roster.asOf ?? { text: day, day };
  return { roster, at, ifs: {}, onRecord: false, origin: 'r.yaml', designator: 'r.yaml', version: '0', ...rest };
}

/** A page about a bundled roster. */
export const bundledPage = (name: string): ReportPage =>
  pageAbout(rosterOfText(readFileSync(join(repository, 'data', `${name}.yaml`), 'utf8')), { designator: name });

/** Writes reports into a folder that is gone after the tests of a file. */
export function reportFolder(): {
  write(name: string, text: string): string;
  report(name: string, page: ReportPage): string;
} {
  const folder = mkdtempSync(join(tmpdir(), 'rutte-tally-report-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const write = (name: string, text: string): string => {
    const path = join(folder, `${name}.html`);
    writeFileSync(path, text);
    return path;
  };
  return { write, report: (name, page) => write(name, reportDocument(page, builtAssets())) };
}
