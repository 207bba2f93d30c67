import type { Roster } from '../model/roster.ts';
import type { Problem } from '../roster/yaml/problem.ts';
import { answerAdvice } from './answer-advice.ts';
import { missedExpectations } from './expectations.ts';

/**
 * What `validate` finds in a roster without errors by asking the engine: failed expectations, and advice on its answers.
 *
 * @param today ISO day
 */
export const furtherProblems =
  (today: string) =>
  (roster: Roster): Problem[] => [...missedExpectations(roster), ...answerAdvice(roster, { text: today, day: today })];
