import { useState } from 'preact/hooks';
import { verdictText } from '../render/words/verdict.ts';
import { visible } from '../text/escape-controls.ts';
import { type Answers, startOf } from './answers.ts';
import type { ReportPage } from './report-page.ts';

/** The page of a report. */
export function App({ page, answers }: { readonly page: ReportPage; readonly answers: Answers }) {
  const [ask] = useState(() => startOf(page));
  const view = answers.status(ask);
  return (
    <main>
      <h1>{visible(page.roster.title)}</h1>
      <p>
        {view.tally.outcome}: {verdictText(view)}
      </p>
    </main>
  );
}
