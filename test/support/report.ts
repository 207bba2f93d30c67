import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Roster } from '../../src/model/roster.ts';
import type { ReportPage } from '../../src/page/ask/report-page.ts';
import { reportDocument } from '../../src/page/document.tsx';
import { repository } from './bin.ts';
import { readRoster, time, today } from './rosters.ts';

/** The names of the bundled rosters. */
export const bundled: readonly string[] = readdirSync(join(repository, 'data'))
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.replace('.yaml', ''));

/** A bundled roster by its name. */
export const bundledRoster = (name: string): Roster =>
  readRoster(readFileSync(join(repository, 'data', `${name}.yaml`), 'utf8'));

/** What a report of a roster is made of. */
export const pageOf = (roster: Roster, also: Partial<ReportPage> = {}): ReportPage => ({
  roster,
  at: roster.asOf ?? time(today),
  ifs: {},
  onRecord: false,
  origin: 'r.yaml',
  designator: 'r.yaml',
  version: '1.2.3',
  ...also,
});

/** The report of a roster, with assets that do nothing. */
export const reportOf = (roster: Roster, also: Partial<ReportPage> = {}): string =>
  reportDocument(pageOf(roster, also), { script: 'let x;', style: 'p{}' });

/** An element's start in HTML, as written. */
export interface Tag {
  readonly name: string;
  /** Values of attributes, by their names. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** The starts of all elements of a page, outside of its scripts and its style. */
export function tagsOf(html: string): readonly Tag[] {
  return [...markupOf(html).matchAll(/<([a-z][a-z0-9]*)((?:\s+[^\s=>"]+(?:="[^"]*")?)*)\s*\/?>/gi)].map(
    ([, name = '', words = '']) => ({
      name: name.toLowerCase(),
      attributes: Object.fromEntries(
        [...words.matchAll(/([^\s=>"]+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) => [
          key.toLowerCase(),
          value,
        ]),
      ),
    }),
  );
}

/** A page without the contents of its scripts and its style. */
export const markupOf = (html: string): string => html.replace(/(<(script|style)\b[^>]*>).*?<\/\2>/gs, '$1');

/** The data block of a page, as it is written. */
export const dataBlockOf = (html: string): string =>
  /<script type="application\/json" id="page-data">(.*?)<\/script>/s.exec(html)?.[1] ?? '';

/** What is to be read in the body of a page: its text without tags. */
export const textOf = (html: string): string =>
  markupOf(html.slice(html.indexOf('<main')))
    .replace(/<[^>]*>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');
