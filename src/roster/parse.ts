import type { Diagnosis } from '../model/diagnostic.ts';
import type { Roster } from '../model/roster.ts';
import { diagnose } from './diagnose/diagnose.ts';
import { readRoster } from './read/read-roster.ts';

/** A roster, or every problem in the text. */
export type ParseResult = { readonly ok: true; readonly roster: Roster } | ({ readonly ok: false } & Diagnosis);

/**
 * The roster in a YAML (or JSON) text. It never throws: every problem is returned as a diagnostic with its place, in
 * the order of the text.
 */
export function parseRoster(text: string): ParseResult {
  const roster = readRoster(text);
  return roster === undefined ? { ok: false, ...diagnose(text) } : { ok: true, roster };
}
