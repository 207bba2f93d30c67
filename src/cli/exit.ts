import type { Outcome } from '../model/stance.ts';

/** What each exit code of the program means. */
export const exit = { done: 0, no: 1, usage: 2, badRoster: 3, blocked: 4, bug: 70 } as const;
export type ExitCode = (typeof exit)[keyof typeof exit];

/** The answer of `check` as an exit code. */
export const exitOf: Readonly<Record<Outcome, ExitCode>> = { reached: exit.done, open: exit.no, blocked: exit.blocked };
