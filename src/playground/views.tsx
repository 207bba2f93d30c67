import type { ComponentChildren } from 'preact';
import { useErrorBoundary, useMemo } from 'preact/hooks';
import { App } from '../page/app.tsx';
import { answersOf } from '../page/ask/answers.ts';
import type { Browser } from '../page/ask/browser.ts';
import type { ReportPage } from '../page/ask/report-page.ts';
import type { Painted } from '../render/layout/theme.ts';
import { visible } from '../text/escape-controls.ts';
import type { Answer } from './answer.ts';
import { markingTheme, styledRuns } from './styled-text.ts';

/** The ways to see an answer. */
export const views = ['status', 'report', 'json'] as const;
export type View = (typeof views)[number];

/** What their buttons are called. */
export const viewTitles: Readonly<Record<View, string>> = { status: 'Status', report: 'Report', json: 'JSON' };

interface ViewProps {
  readonly view: View;
  readonly answer: Answer;
  /** Characters in a line of a terminal. */
  readonly columns: number;
  readonly browser: Browser;
}

/** An answer in one of the ways to see it. A bug shows as one, and not as an empty page. */
export function AnswerView({ view, answer, columns, browser }: ViewProps) {
  const [error] = useErrorBoundary();
  if (error !== undefined)
    return (
      <main>
        <p class="bug">This is a bug in rutte-tally: {visible(String(error))}. Please report it with this roster.</p>
      </main>
    );
  switch (view) {
    case 'status':
      return <Terminal text={answer.status({ width: columns, theme: markingTheme })} />;
    case 'json':
      return (
        <Scrolling>
          <pre class="terminal">{answer.json()}</pre>
        </Scrolling>
      );
    case 'report':
      return answer.page === undefined ? (
        <Terminal text={answer.status({ width: columns, theme: markingTheme })} />
      ) : (
        <Report page={answer.page} browser={browser} />
      );
  }
}

/** What a terminal shows, as text and elements that carry its colours. */
const Terminal = ({ text }: { readonly text: Painted }) => (
  <Scrolling>
    <pre class="terminal">
      {styledRuns(text).map((run) =>
        run.styles.length === 0 ? (
          run.text
        ) : (
          <span class={run.styles.map((style) => `t-${style}`).join(' ')}>{run.text}</span>
        ),
      )}
    </pre>
  </Scrolling>
);

/** What scrolls within the page, in reach of the keyboard. */
const Scrolling = ({ children }: { readonly children: ComponentChildren }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be in reach of the keyboard
  <main class="scrolling" tabIndex={0}>
    {children}
  </main>
);

/** The page of a report. The address is that of the playground, so the page has none. */
function Report({ page, browser }: { readonly page: ReportPage; readonly browser: Browser }) {
  const answers = useMemo(() => answersOf(page), [page]);
  const within = useMemo((): Browser => ({ ...browser, ...withoutAddress }), [browser]);
  return <App page={page} answers={answers} browser={within} />;
}

const withoutAddress: Pick<Browser, 'hash' | 'setHash' | 'onHash' | 'ready'> = {
  hash: () => '',
  setHash: () => undefined,
  onHash: () => () => undefined,
  ready: () => undefined,
};
