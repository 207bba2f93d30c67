import { snapshot } from '../../engine/snapshot.ts';
import type { Rule } from '../../model/rule.ts';
import { startingRoster } from '../input/bodies.ts';

interface BodySummary {
  readonly name: string;
  readonly body: string;
  readonly members: number;
  readonly rule: Rule;
}

/** Summary of a body for `--list-bodies`, with the number of its members on a day. */
export function bodyNamed(name: string, day: string): BodySummary {
  const roster = startingRoster(name);
  const { body = name, rule } = roster;
  return { name, body, members: snapshot(roster, { text: day, day }).members.length, rule };
}
