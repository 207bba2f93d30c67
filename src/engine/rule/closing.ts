/*
 * Closing: from its closing time on, a criterion is judged by the members as they stood at that time, for good.
 *
 * A criterion closes at the earliest of its own time and those of the criteria and the rule above it. A snapshot has the
 * members as they stood at every closing that has come, and whoever evaluates a criterion takes them from there. So
 * nothing else needs to know of it: what is closed has no pending members, asks nothing of anybody, and what-ifs, which
 * change the members of now, do not reach it.
 */

import type { CountCriterion, Criterion, Rule } from '../../model/rule.ts';
import type { Closing } from '../../model/tally.ts';
import { endOf, type Time } from '../../model/time.ts';
import { compareText } from '../../text/compare.ts';
import { hasCome } from '../time/dates.ts';

/** The time at which a criterion closes: the earlier of its own and that of what is above it. */
export function closesAt({ closes }: Pick<Criterion, 'closes'>, above: Time | undefined): Time | undefined {
  if (closes === undefined || above === undefined) return closes ?? above;
  return endOf(closes) <= endOf(above) ? closes : above;
}

/** The closing of a criterion on a date. */
export const closingOn = (closes: Time | undefined, asOf: Time): Closing =>
  closes === undefined ? { closed: false } : { closes, closed: hasCome(closes, asOf) };

/** A criterion that counts, and the time at which it closes. */
export interface ClosingCount {
  readonly criterion: CountCriterion;
  readonly closes?: Time;
}

/** The criteria of a rule that count, from left to right, each with the time at which it closes. */
export function closingCounts({ criterion, closes }: Pick<Rule, 'criterion' | 'closes'>): ClosingCount[] {
  const holds = closesAt(criterion, closes);
  if (criterion.kind === 'count') return [{ criterion, ...(holds && { closes: holds }) }];
  return criterion.of.flatMap((part) => closingCounts({ criterion: part, ...(holds && { closes: holds }) }));
}

/** The times at which criteria of a rule close, each once, the earliest first. */
export function closingTimes(rule: Rule): Time[] {
  const times = closingCounts(rule).flatMap(({ closes }) => closes ?? []);
  const distinct = new Map(times.map((time) => [endOf(time), time]));
  return [...distinct.values()].sort((a, b) => compareText(endOf(a), endOf(b)));
}
