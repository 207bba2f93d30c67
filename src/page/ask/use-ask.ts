import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Stance } from '../../model/stance.ts';
import type { Answers } from './answers.ts';
import { type Acts, type Ask, askOf, hashOf, picking, startOf, supposing } from './ask.ts';
import type { Browser } from './browser.ts';
import type { ReportPage } from './report-page.ts';

/** What is asked, what the page begins with, and what a reader can do once the page is alive. */
interface Asking {
  readonly ask: Ask;
  readonly start: Ask;
  readonly acts: Acts | undefined;
}

/** Milliseconds of rest before the address follows: browsers limit how often it may. */
const rest = 120;

/** The state of a page, which its address follows, and which follows its address. */
export function useAsk(page: ReportPage, answers: Answers, browser: Browser | undefined): Asking {
  const start = useMemo(() => startOf(page), [page]);
  const [ask, setAsk] = useState(start);
  const [isAlive, setAlive] = useState(false);
  const acts = useMemo(() => actsOn(setAsk, answers), [answers]);
  useEffect(() => {
    if (browser === undefined) return undefined;
    const known = new Set(page.roster.members.map(({ code }) => code));
    const read = (): void => setAsk(askOf(browser.hash(), start, known));
    if (browser.hash() !== '') read();
    setAlive(true);
    return browser.onHash(read);
  }, [page, start, browser]);
  useEffect(
    () => (isAlive ? browser?.after(rest, () => browser.setHash(hashOf(ask, start))) : undefined),
    [ask, start, isAlive, browser],
  );
  return { ask, start, acts: isAlive ? acts : undefined };
}

function actsOn(change: (to: (now: Ask) => Ask) => void, answers: Answers): Acts {
  const knownIn =
    (ask: Ask) =>
    (code: string): Stance | undefined =>
      answers.plain(ask).snapshot.members.find((member) => member.code === code)?.stance;
  return {
    go: (at) => change((ask) => ({ ...ask, at })),
    useRecord: (onRecord) => change((ask) => ({ ...ask, onRecord })),
    pick: (code) => change((ask) => picking(ask, code)),
    suppose: (moves) => change((ask) => supposing(ask, moves, knownIn(ask))),
    toggle: (code, stance) =>
      change((ask) => {
        const isSupposed = ask.ifs.get(code) === stance;
        return supposing(ask, [[code, isSupposed ? undefined : stance]], knownIn(ask));
      }),
    reset: () => change((ask) => ({ ...ask, ifs: new Map() })),
  };
}
