import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { visible } from '../../text/escape-controls.ts';
import { App } from '../app.tsx';
import { answersOf } from '../ask/answers.ts';
import type { Browser } from '../ask/browser.ts';
import type { ReportPage } from '../ask/report-page.ts';
import type { Front } from './front.ts';
import { addressOf, FrontPage } from './front-page.tsx';

interface SeveralProps {
  readonly front: Front;
  /** The page of a decision by its place in the list, from 1; undefined for a place that there is not. */
  readonly pageOf: (number: number) => ReportPage | undefined;
  readonly browser: Browser;
  /** Calls once another page is shown: that of a decision, or the list. */
  readonly opened: (title: string) => void;
}

/** Several decisions in one file: the list, or the page of the decision that the address names. */
export function Several({ front, pageOf, browser, opened }: SeveralProps) {
  const [number, setNumber] = useState<number | undefined>(undefined);
  useEffect(() => {
    const read = (): void => setNumber(decisionIn(browser.hash()));
    read();
    browser.ready();
    return browser.onHash(read);
  }, [browser]);
  const page = useMemo(() => (number === undefined ? undefined : pageOf(number)), [number, pageOf]);
  const title = page === undefined ? front.head : visible(page.roster.title);
  const last = useRef<ReportPage | undefined>(undefined);
  useEffect(() => {
    if (page !== last.current) opened(title);
    last.current = page;
  }, [page, title, opened]);
  if (page === undefined || number === undefined) return <FrontPage front={front} />;
  return <Opened key={number} page={page} number={number} browser={browser} />;
}

interface OpenedProps extends Pick<SeveralProps, 'browser'> {
  readonly page: ReportPage;
  readonly number: number;
}

/** The page of one decision, with the way back. */
function Opened({ page, number, browser }: OpenedProps) {
  const answers = useMemo(() => answersOf(page), [page]);
  const own = useMemo(() => browserOf(browser, number), [browser, number]);
  return (
    <>
      <nav class="back" aria-label="Decisions">
        <a href="#decisions">All decisions</a>
      </nav>
      <App page={page} answers={answers} browser={own} />
    </>
  );
}

/** The place in the list that an address names; undefined for none. */
export function decisionIn(hash: string): number | undefined {
  const [, digits] = /^#d=([1-9]\d{0,5})(?:&|$)/.exec(hash) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/** The browser for the page of one decision, whose address begins with the place of the decision. */
export function browserOf(browser: Browser, number: number): Browser {
  const address = addressOf(number);
  return {
    ...browser,
    // A page that is about to go, because the address has changed, must not change it back.
    setHash: (hash) => {
      if (decisionIn(browser.hash()) === number) browser.setHash(hash === '' ? address : `${address}&${hash.slice(1)}`);
    },
    onHash: (changed) =>
      browser.onHash(() => {
        if (decisionIn(browser.hash()) === number) changed();
      }),
  };
}
