import { setTimeout } from 'node:timers/promises';
import { busy } from './temporary-file.ts';

/** Time, pauses and chance of somebody who waits; replaceable by a test. */
export interface Waiting {
  /** Milliseconds since any moment. */
  readonly now: () => number;
  readonly pause: (milliseconds: number) => Promise<unknown>;
  /** A number from 0 up to 1, which is left out. */
  readonly random: () => number;
}

const waiting: Waiting = {
  // Node loads its modules for measuring when `performance` is first used.
  now: () => Number(process.hrtime.bigint() / 1_000_000n),
  pause: (milliseconds) => setTimeout(milliseconds),
  random: Math.random,
};

/** Seconds for which a file is tried that others are writing. */
export const patience = 10;

/** The result of an attempt that is made again while it is `busy`; `busy` when that lasts. */
export async function patiently<T>(
  attempt: () => T | typeof busy,
  { now, pause, random }: Waiting = waiting,
): Promise<T | typeof busy> {
  const end = now() + patience * 1000;
  for (let longest = 10; ; longest = Math.min(50, longest * 2)) {
    const result = attempt();
    if (result !== busy || now() >= end) return result;
    // Two that give way to each other must not meet again.
    await pause(1 + random() * longest);
  }
}
