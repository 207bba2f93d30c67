import type { Due } from '../../model/decisions/listed.ts';
import { isCeiling } from '../../model/rule.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { Tally } from '../../model/tally.ts';
import { endOf, momentOf } from '../../model/time.ts';
import { compareText } from '../../text/compare.ts';
import { type ClosingCount, closingCounts } from '../rule/closing.ts';
import { daysBetween, hasCome } from '../time/dates.ts';

/**
 * Deadlines that were missed, then what is due, the earliest first: deadlines, ends of silence and of waiting times, and
 * closings. Nothing is due once it is decided.
 */
export function dueOf(snapshot: Snapshot, { milestones }: Pick<Tally, 'milestones'>): Due[] {
  if (snapshot.decision !== undefined) return [];
  const deadlines = milestones
    .filter(({ deadline }) => deadline)
    .map(({ date, circa, name, days }): Due => ({ kind: 'deadline', date, circa, name, days }));
  const ends = new Map<string, Due>();
  for (const count of closingCounts(snapshot.rule)) {
    for (const end of endsOf(count)) {
      if (hasCome(end.date, snapshot.asOf)) continue;
      const days = daysBetween(snapshot.asOf.day, end.date.day);
      const key = `${end.kind} ${endOf(end.date)}`;
      const label = ends.has(key) ? undefined : count.criterion.label;
      ends.set(key, { ...end, circa: false, ...(label !== undefined && { name: label }), days });
    }
  }
  return [...deadlines, ...ends.values()].sort((a, b) => compareText(momentOf(a.date), momentOf(b.date)));
}

/** When a criterion stops to wait, and when it closes; once where both are one. */
function endsOf({ criterion, closes }: ClosingCount): Pick<Due, 'kind' | 'date'>[] {
  const { notBefore } = criterion;
  // Who says nothing is no obstacle to a ceiling: until then it may still object.
  const kind = isCeiling(criterion) ? 'silence' : 'not-before';
  const waits = notBefore === undefined ? [] : [{ kind, date: notBefore } as const];
  const isOne = notBefore !== undefined && closes !== undefined && endOf(notBefore) === endOf(closes);
  return closes === undefined || isOne ? waits : [...waits, { kind: 'closing', date: closes }];
}
