import { useEffect, useRef, useState } from 'preact/hooks';
import type { Browser } from './browser.ts';

/** Milliseconds of rest before a change is announced: once, and not at each step of a slider. */
const rest = 400;

/**
 * What a screen reader is to say: an answer once it has changed and settled; empty until then.
 *
 * @param isAlive the page answers
 */
export function useAnnouncement(answer: string, isAlive: boolean, browser: Browser | undefined): string {
  const [said, setSaid] = useState('');
  const known = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (!isAlive || known.current === answer) return undefined;
    const isFirst = known.current === undefined;
    if (isFirst) known.current = answer;
    return isFirst
      ? undefined
      : browser?.after(rest, () => {
          known.current = answer;
          setSaid(answer);
        });
  }, [answer, isAlive, browser]);
  return said;
}
