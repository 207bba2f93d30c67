import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { snapshot } from '../../engine/snapshot.ts';
import type { Roster } from '../../model/roster.ts';
import { criteriaThatCount } from '../../model/rule.ts';
import type { Time } from '../../model/time.ts';
import type { Offer } from '../../render/format/completion.ts';
import { compareText } from '../../text/compare.ts';
import { enumeration } from '../../text/suggest.ts';
import type { Host } from '../contract/host.ts';
import type { Surroundings } from '../contract/surroundings.ts';
import { isUsageError } from '../contract/usage-error.ts';
import { type Origin, originOf } from '../input/origin.ts';
import { readDate } from '../input/parse-date.ts';
import { readOrigin, rosterIn } from '../input/read-roster.ts';

/** Codes of the members, with their names and stances. */
export function memberOffers(roster: Roster, today: string): readonly Offer[] {
  const asOf = roster.asOf ?? { text: today, day: today };
  const standing = new Map(snapshot(roster, asOf).members.map(({ code, stance }) => [code, stance]));
  return roster.members.map(({ code, name }) => ({
    value: code,
    meaning: `${name === code ? '' : `${name}, `}${standing.get(code) ?? `not in the roster on ${asOf.text}`}`,
  }));
}

/** The groups by their names, with their members, and everybody. */
export const groupOffers = ({ groups }: Roster): readonly Offer[] => [
  ...Object.entries(groups).map(([value, codes]) => ({ value, meaning: enumeration(codes, 'and', 6) })),
  { value: 'all', meaning: 'everybody but the recused' },
];

/** The keys of the sources, with their titles. */
export function sourceOffers({ sources }: Roster): readonly Offer[] {
  return Object.entries(sources).map(([value, { title, publisher }]) => ({
    value,
    ...((title ?? publisher) !== undefined && { meaning: title ?? publisher }),
  }));
}

/** The ids of demands, with their texts: those of `demands`, then those that only `wants` have. */
export function demandOffers({ demands, members, reports }: Roster): readonly Offer[] {
  const texts = new Map<string, string | undefined>(demands.map(({ id, text }) => [id, text]));
  for (const { wantIds = {} } of [...members.flatMap(({ positions }) => positions), ...reports])
    for (const [text, id] of Object.entries(wantIds)) texts.set(id, texts.get(id) ?? text);
  return [...texts].map(([value, meaning]) => ({ value, ...(meaning !== undefined && { meaning }) }));
}

/** Words for days relative to today, with the days that they mean. */
export const relativeOffers = (today: string): readonly Offer[] =>
  ['today', 'yesterday', '7d'].map((value) => {
    const read = readDate(value, today);
    return { value, ...('value' in read && { meaning: read.value.day }) };
  });

/** Dates of a roster with their events, the earliest first. */
export function dateOffers(roster: Roster): readonly Offer[] {
  const events = new Map<string, string[]>();
  const add = (time: Time | undefined, what: string): void => {
    if (time === undefined) return;
    const known = events.get(time.day);
    if (known === undefined) events.set(time.day, [what]);
    else if (!known.includes(what)) known.push(what);
  };
  for (const { date, outcome } of roster.decision === undefined ? [] : [roster.decision]) add(date, outcome);
  for (const { date, name } of roster.milestones) add(date, name);
  for (const { code, terms, weights, positions } of roster.members) {
    for (const { joined, left } of terms) {
      add(joined, `${code} joins`);
      add(left, `${code} leaves`);
    }
    for (const { date, stance } of positions) add(date, `${code} ${stance}`);
    for (const [name, values] of Object.entries(weights)) for (const { from } of values) add(from, `new ${name}`);
  }
  for (const { closes } of [roster.rule, ...criteriaThatCount(roster.rule.criterion)]) add(closes, 'closes');
  for (const { id, history } of roster.demands) for (const { date, status } of history) add(date, `${id} ${status}`);
  for (const { date, name } of roster.rounds) add(date, name ?? 'a round');
  for (const { date, by } of roster.claims) add(date, by === undefined ? 'a count' : `a count by ${by}`);
  return [...events]
    .map(([value, meanings]) => ({ value, meaning: meanings.join(', ') }))
    .sort((a, b) => compareText(a.value, b.value));
}

/** Size limit in bytes: above the largest rosters, and small enough that pressing a key stays quick. */
const mostBytes = 4 * 1024 * 1024;

/**
 * The roster that a designator names, or the default one when there is none. Since the user did not ask to read it,
 * nothing slow is read and no other program is started. For a version in git, the file as it is now is used.
 *
 * @returns undefined when there is no valid roster, for whatever reason
 */
export async function rosterAtHand(designator: string | undefined, run: Surroundings): Promise<Roster | undefined> {
  const { host } = run;
  try {
    const origin = originOf(designator, run);
    const path = pathOf(origin, host);
    if (path === undefined) return undefined;
    const found = statSync(path, { throwIfNoEntry: false });
    if (!found?.isFile() || found.size > mostBytes) return undefined;
    const input = await readOrigin({ ...origin, place: { kind: 'file', path } }, host);
    return input.problem === undefined ? rosterIn(input) : undefined;
  } catch (error) {
    if (isUsageError(error) || (error instanceof Error && 'code' in error)) return undefined;
    throw error;
  }
}

/** The file that a roster is in, or that it is a version of; undefined where there is none. */
function pathOf({ place }: Origin, host: Host): string | undefined {
  switch (place.kind) {
    case 'file':
      return place.path;
    case 'blob':
      return resolve(host.cwd(), place.blob.path);
    case 'stream':
    case 'nowhere':
      return undefined;
  }
}
