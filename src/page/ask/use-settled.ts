import { useEffect, useState } from 'preact/hooks';
import type { SnapshotView, StatusView } from '../../model/view.ts';
import type { Answers } from './answers.ts';
import type { Ask } from './ask.ts';
import type { Browser } from './browser.ts';

/** Milliseconds of rest before it is worked out what it would take: a slider asks for many dates on its way. */
const restOf = ({ snapshot }: SnapshotView): number => 120 + snapshot.members.length / 20;

/**
 * What it would take, which lags behind what is asked while that changes; then `isStale`. It is searched with the effort of
 * the program itself, so that the page never says less.
 *
 * @param view the brief answer to what is asked
 */
export function useSettled(
  ask: Ask,
  view: SnapshotView,
  answers: Answers,
  browser: Browser | undefined,
): { readonly settled: StatusView; readonly isStale: boolean } {
  const [settled, setSettled] = useState(() => answers.status(ask));
  const isStale = settled.snapshot !== view.snapshot;
  useEffect(
    () => (isStale ? browser?.after(restOf(view), () => setSettled(answers.status(ask))) : undefined),
    [view, isStale, browser],
  );
  return { settled, isStale };
}
