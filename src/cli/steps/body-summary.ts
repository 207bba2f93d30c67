import { snapshot } from '../../engine/snapshot.ts';
import type { Rule } from '../../model/rule.ts';
import { bodyDates, startingRoster } from '../input/bodies.ts';

interface BodySummary {
  readonly name: string;
  readonly body: string;
  readonly members: number;
  readonly rule: Rule;
  readonly dates?: NonNullable<ReturnType<typeof bodyDates>>;
  /** Whether members or weights have changed since. */
  readonly outdated: boolean;
}

/** Summary of a body for `--list-bodies`, with the number of its members on a day. */
export function bodyNamed(name: string, day: string): BodySummary {
  const roster = startingRoster(name);
  const { body = name, rule } = roster;
  const dates = bodyDates(name);
  const members = snapshot(roster, { text: day, day }).members.length;
  const outdated = dates?.next !== undefined && dates.next.day <= day;
  return { name, body, members, rule, outdated, ...(dates && { dates }) };
}
