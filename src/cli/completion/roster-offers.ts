import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { snapshot } from '../../engine/snapshot.ts';
import type { Roster } from '../../model/roster.ts';
import type { Time } from '../../model/time.ts';
import type { Offer } from '../../render/format/completion.ts';
import { compareText } from '../../text/compare.ts';
import type { Host } from '../contract/host.ts';
import { isUsageError } from '../contract/usage-error.ts';
import { originOf } from '../input/origin.ts';
import { readOrigin, rosterIn } from '../input/read-roster.ts';

/** The members by their codes, with their names and where they stand. */
export function memberOffers(roster: Roster, today: string): readonly Offer[] {
  const asOf = roster.asOf ?? { text: today, day: today };
  const standing = new Map(snapshot(roster, asOf).members.map(({ code, stance }) => [code, stance]));
  return roster.members.map(({ code, name }) => ({
    value: code,
    meaning: `${name === code ? '' : `${name}, `}${standing.get(code) ?? `not in the roster on ${asOf.text}`}`,
  }));
}

/** The keys of the sources, with their titles. */
export function sourceOffers({ sources }: Roster): readonly Offer[] {
  return Object.entries(sources).map(([value, { title, publisher }]) => ({
    value,
    ...((title ?? publisher) !== undefined && { meaning: title ?? publisher }),
  }));
}

/** The days on which something happened, with what it was, the first day first. */
export function dateOffers(roster: Roster): readonly Offer[] {
  const happenings = new Map<string, string[]>();
  const add = (time: Time | undefined, what: string): void => {
    if (time === undefined) return;
    const known = happenings.get(time.day);
    if (known === undefined) happenings.set(time.day, [what]);
    else known.push(what);
  };
  for (const { date, outcome } of roster.decision === undefined ? [] : [roster.decision]) add(date, outcome);
  for (const { date, name } of roster.milestones) add(date, name);
  for (const { code, joined, left, positions } of roster.members) {
    add(joined, `${code} joins`);
    add(left, `${code} leaves`);
    for (const { date, stance } of positions) add(date, `${code} ${stance}`);
  }
  for (const { date, by } of roster.claims) add(date, by === undefined ? 'a count' : `a count by ${by}`);
  return [...happenings]
    .map(([value, meanings]) => ({ value, meaning: meanings.join(', ') }))
    .sort((a, b) => compareText(a.value, b.value));
}

/** More than the largest rosters have; whoever presses a key does not wait longer. */
const mostBytes = 4 * 1024 * 1024;

/**
 * The roster that a word of the line names, or the one that is read when none is named. Nobody has asked for it to be
 * read: so nothing is read that could keep one waiting, and no other program is started. A version out of git is
 * answered for by the file as it is now.
 *
 * @returns undefined when there is none, whatever the reason
 */
export async function rosterAtHand(designator: string | undefined, host: Host): Promise<Roster | undefined> {
  try {
    const origin = originOf(designator, host);
    if (origin.place.kind === 'stream') return undefined;
    const path = origin.place.kind === 'file' ? origin.place.path : resolve(host.cwd(), origin.place.blob.path);
    const found = statSync(path, { throwIfNoEntry: false });
    if (!found?.isFile() || found.size > mostBytes) return undefined;
    const input = await readOrigin({ ...origin, place: { kind: 'file', path } }, host);
    return input.problem === undefined ? rosterIn(input) : undefined;
  } catch (error) {
    if (isUsageError(error) || (error instanceof Error && 'code' in error)) return undefined;
    throw error;
  }
}
