import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { listed } from '../../src/engine/decisions/listed.ts';
import { countByState } from '../../src/engine/decisions/select.ts';
import { snapshot } from '../../src/engine/snapshot.ts';
import type { PageAssets, ReportPage } from '../../src/page/ask/report-page.ts';
import { reportDocument } from '../../src/page/document.tsx';
import { reportsDocument } from '../../src/page/several/reports-document.tsx';
import { repository } from './bin.ts';
import { bundledRoster, pageOf } from './report.ts';

/** The script and the style that the build made. */
export const builtAssets = (): PageAssets => ({
  script: readFileSync(join(repository, 'dist', 'page', 'report.js'), 'utf8'),
  style: readFileSync(join(repository, 'dist', 'page', 'report.css'), 'utf8'),
});

/** A page about a bundled roster, as the command makes it. */
export const bundledPage = (name: string): ReportPage => pageOf(bundledRoster(name), { designator: name });

/** A report about several decisions, in this order. */
export function severalReports(pages: readonly ReportPage[]): string {
  const decisions = pages.map((page) => listed(page.designator, snapshot(page.roster, page.at)));
  const list = { decisions, counts: countByState(decisions), selection: {}, passedOver: 0, invalid: 0 };
  return reportsDocument({ list, pages, version: '1.2.3' }, builtAssets());
}

/** Files that are gone after the tests of a file. */
export interface ReportFolder {
  /** Writes an HTML file, and gives its path. */
  write(name: string, html: string): string;
  /** The same of a report. */
  report(name: string, page: ReportPage): string;
}

/** A folder for reports that are opened in a browser. */
export function reportFolder(): ReportFolder {
  const folder = mkdtempSync(join(tmpdir(), 'rutte-tally-report-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const write = (name: string, html: string): string => {
    const path = join(folder, `${name}.html`);
    writeFileSync(path, html);
    return path;
  };
  return { write, report: (name, page) => write(name, reportDocument(page, builtAssets())) };
}
