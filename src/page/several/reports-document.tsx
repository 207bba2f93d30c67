import { renderToString } from 'preact-render-to-string';
import type { ListView } from '../../model/decisions/listed.ts';
import { Defs } from '../../picture/defs.tsx';
import { answersOf } from '../ask/answers.ts';
import { startOf } from '../ask/ask.ts';
import type { PageAssets, ReportPage } from '../ask/report-page.ts';
import { htmlDocument } from '../html-document.ts';
import { frontOf } from './front.ts';
import { FrontPage } from './front-page.tsx';
import { Summary } from './summary.tsx';

/** What a file about several decisions is made of. */
export interface Reports {
  readonly list: ListView;
  /** A page for each decision of the list, in its order. */
  readonly pages: readonly ReportPage[];
  /** The version of this program. */
  readonly version: string;
}

/**
 * Reports about several decisions as one HTML file: its front page is the list, and each decision's page opens in it.
 * Without scripts it reads as the list and the verdicts below it.
 */
export function reportsDocument({ list, pages, version }: Reports, assets: PageAssets): string {
  const front = frontOf(list);
  const summaries = (
    <div id="summaries">
      <svg class="defs" width="0" height="0" aria-hidden="true">
        <Defs />
      </svg>
      {pages.map((page, index) => (
        <Summary key={index} page={page} view={answersOf(page).brief(startOf(page))} number={index + 1} />
      ))}
    </div>
  );
  const body = `<div id="page">${renderToString(<FrontPage front={front} />)}</div>\n${renderToString(summaries)}`;
  const data = pages.map((page, index) => [`page-data-${index + 1}`, page] as const);
  return htmlDocument({ title: front.head, version, body, data: [['front-data', front], ...data] }, assets);
}
