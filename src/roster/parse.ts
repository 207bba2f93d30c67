import type { Diagnosis } from '../model/diagnostic.ts';
import type { Roster } from '../model/roster.ts';
import { diagnose } from './diagnose/diagnose.ts';
import { readRoster } from './read/read-roster.ts';

/** A roster, or everything that keeps the text from being one. */
export type ParseResult = { readonly ok: true; readonly roster: Roster } | ({ readonly ok: false } & Diagnosis);

/**
 * Reads a roster from YAML (or JSON) text. It never throws: whatever is wrong comes back as diagnostics with their
 * places, all at once, in the order of the text.
 */
export function parseRoster(text: string): ParseResult {
  const roster = readRoster(text);
  return roster === undefined ? { ok: false, ...diagnose(text) } : { ok: true, roster };
}
