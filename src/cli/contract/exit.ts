import type { Outcome } from '../../model/stance.ts';

/** Exit codes by their meaning. */
export const exit = { done: 0, no: 1, usage: 2, badRoster: 3, blocked: 4, bug: 70, unwritten: 74 } as const;
/** An exit code of the program. */
export type ExitCode = (typeof exit)[keyof typeof exit];

/** Exit code of `check` for each outcome. */
export const exitOf: Readonly<Record<Outcome, ExitCode>> = { reached: exit.done, open: exit.no, blocked: exit.blocked };

/** Exit codes of `check` from the worst to the best: a roster that cannot be read may hide anything. */
const worstFirst: readonly ExitCode[] = [exit.badRoster, exit.blocked, exit.no];

/** The worst of the exit codes of several rosters. */
export const worstExit = (codes: readonly ExitCode[]): ExitCode =>
  worstFirst.find((code) => codes.includes(code)) ?? exit.done;

/** Meaning of each exit code, as the help prints it. */
export const exitMeanings: Readonly<Record<ExitCode, string>> = {
  [exit.done]: 'done; for check: reached',
  [exit.no]: 'check: open; diff --exit-code: something changed',
  [exit.usage]: 'wrong usage',
  [exit.badRoster]: 'a roster or a file of assumptions is missing, unreadable or invalid',
  [exit.blocked]: 'check: blocked',
  [exit.bug]: 'a bug in rutte-tally',
  [exit.unwritten]: 'the answer could not be written, for example because the disk is full',
};
