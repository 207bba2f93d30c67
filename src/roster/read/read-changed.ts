import type { Roster } from '../../model/roster.ts';
import { crossChecks } from '../check/cross-checks.ts';
import { isMapping } from '../yaml/cursor.ts';
import { readValues } from '../yaml/values.ts';
import { assemble } from './assemble.ts';
import { refused } from './compile.ts';
import { readWritten, rosterOf } from './read-roster.ts';

/** A roster, and the plain values that it was read from. */
export interface WithValues {
  readonly value: unknown;
  readonly roster: Roster;
}

/**
 * The same as `readRoster`, for a text that differs little from one read before: the members that are written as before
 * are the very ones of that roster, and only the others are read.
 */
export function readChanged(text: string, before: WithValues): Roster | undefined {
  const read = readValues(text);
  if (!('value' in read)) return undefined;
  const { value } = read;
  const changed = changedMembers(value, before.value);
  if (changed === undefined) return rosterOf(value);
  const written = readWritten({ ...(value as Plain), members: changed });
  if (written === refused || crossChecks(value).length > 0) return undefined;
  return assemble(
    written,
    before.roster.members.filter(({ code }) => !Object.hasOwn(changed, code)),
  );
}

type Plain = Readonly<Record<string, unknown>>;

/** The members of a document that differ from those of an earlier one; undefined if others may read otherwise, too. */
function changedMembers(now: unknown, then: unknown): Plain | undefined {
  if (!isMapping(now) || !isMapping(then) || !isMapping(now.members) || !isMapping(then.members)) return undefined;
  const [members, earlier] = [now.members, then.members];
  const codes = Object.keys(members);
  const isSameForAll = isEqual(now.names, then.names) && isEqual(now.demands, then.demands);
  if (!isSameForAll || codes.length !== Object.keys(earlier).length) return undefined;
  const changed: Record<string, unknown> = {};
  for (const code of codes) {
    if (!Object.hasOwn(earlier, code)) return undefined;
    if (!isEqual(members[code], earlier[code])) changed[code] = members[code];
  }
  return changed;
}

/** Whether two plain values are equal; the order of keys does not count. */
function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) || Array.isArray(b))
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((one, at) => isEqual(one, b[at]));
  if (!isMapping(a) || !isMapping(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && isEqual(a[key], b[key]));
}
