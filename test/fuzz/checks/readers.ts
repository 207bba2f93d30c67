import { isDeepStrictEqual } from 'node:util';
import type { Roster } from '../../../src/model/roster.ts';
import { crossChecks } from '../../../src/roster/check/cross-checks.ts';
import { diagnose } from '../../../src/roster/diagnose/diagnose.ts';
import { parseRoster } from '../../../src/roster/parse.ts';
import { assemble } from '../../../src/roster/read/assemble.ts';
import { checked, readRoster } from '../../../src/roster/read/read-roster.ts';
import { writeRoster } from '../../../src/roster/write/write-roster.ts';
import { placeValues } from '../../../src/roster/yaml/locations.ts';
import { type Finding, thrown } from '../finding.ts';
import { usualFinding } from './yaml.ts';

const today = '2026-01-01';

/** What the explaining reader alone makes of a text: its roster, or the first reason why it is none. */
export function explained(text: string): { readonly roster?: Roster; readonly why: string } {
  const { root, diagnostics } = placeValues(text);
  const [first] = diagnostics;
  if (first !== undefined) return { why: `${first.code}: ${first.message}` };
  // By the schema itself, which the fast reader has compiled.
  const written = checked(root.value);
  const fails = written?.success !== true || crossChecks(root.value).length > 0;
  return fails ? { why: `values: ${JSON.stringify(root.value)}` } : { roster: assemble(written.data), why: '' };
}

/** Where the first difference of two values is. */
export function difference(one: unknown, other: unknown, path = ''): string {
  const both = [one, other].every((value) => typeof value === 'object' && value !== null);
  if (!both) return `${path}: ${JSON.stringify(one)} / ${JSON.stringify(other)}`;
  const [left, right] = [one, other] as [Record<string, unknown>, Record<string, unknown>];
  const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])];
  const key = keys.find((name) => !isDeepStrictEqual(left[name], right[name]));
  return key === undefined ? `${path}: the order of keys` : difference(left[key], right[key], `${path}/${key}`);
}

/** What is wrong with how a text is read: a throw, two readers with two answers, or a roster that writing changes. */
export function readingFinding(text: string): Finding | undefined {
  const finding = (claim: string, detail = ''): Finding => ({ claim, detail, text });
  try {
    const unusual = usualFinding(text);
    if (unusual !== undefined) return unusual;
    const parsed = parseRoster(text);
    const { valid, diagnostics } = parsed.ok ? diagnose(text, { today }) : parsed;
    if (valid !== parsed.ok)
      return finding('diagnose finds an error exactly where readRoster gives up', `valid: ${valid}`);
    if (!valid && diagnostics.length === 0) return finding('a text that is refused has a reason');
    const outside = diagnostics.find(
      ({ span }) => span === undefined || span.start > span.end || span.end > text.length,
    );
    if (outside !== undefined) return finding('places lie in the text', JSON.stringify(outside));
    // The fast reader is the stricter one: what it alone refuses is refused, with its reason and a place.
    if (!parsed.ok) return undefined;
    const { roster } = parsed;
    const slow = explained(text);
    if (slow.roster === undefined) return finding('what the fast reader accepts the explaining one accepts', slow.why);
    if (!isDeepStrictEqual(roster, slow.roster))
      return finding('both readers read the same', difference(roster, slow.roster));
    const again = readRoster(writeRoster(roster));
    if (!isDeepStrictEqual(again, roster))
      return finding('a roster written and read is the same', difference(roster, again));
    return undefined;
  } catch (error) {
    return finding('reading never throws', thrown(error));
  }
}
