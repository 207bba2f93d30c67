import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { snapshot } from '../../engine/snapshot.ts';
import type { Roster } from '../../model/roster.ts';
import { criteriaThatCount } from '../../model/rule.ts';
import type { Time } from '../../model/time.ts';
import type { Offer } from '../../render/format/completion.ts';
import { compareText } from '../../text/compare.ts';
import { plural } from '../../text/numerals.ts';
import { enumeration } from '../../text/suggest.ts';
import type { Host } from '../contract/host.ts';
import type { Surroundings } from '../contract/surroundings.ts';
import { isUsageError } from '../contract/usage-error.ts';
import { type RosterWord, unfold } from '../input/folder.ts';
import { type Origin, originOf } from '../input/origin.ts';
import { readDate } from '../input/parse-date.ts';
import { readOrigin, rosterIn } from '../input/read-roster.ts';
import { rostersOfFolder } from '../input/roster-at-hand.ts';

/** Codes of the members, with their names and stances; of several rosters, with the number of those that have them. */
export function memberOffers(rosters: readonly Roster[], today: string): readonly Offer[] {
  const [only, ...others] = rosters;
  if (only === undefined) return [];
  if (others.length > 0) return sharedMemberOffers(rosters);
  const asOf = only.asOf ?? { text: today, day: today };
  const standing = new Map(snapshot(only, asOf).members.map(({ code, stance }) => [code, stance]));
  return only.members.map(({ code, name }) => ({
    value: code,
    meaning: `${name === code ? '' : `${name}, `}${standing.get(code) ?? `not in the roster on ${asOf.text}`}`,
  }));
}

function sharedMemberOffers(rosters: readonly Roster[]): readonly Offer[] {
  const known = new Map<string, { readonly name: string; readonly count: number }>();
  for (const { code, name } of rosters.flatMap(({ members }) => members)) {
    const before = known.get(code);
    const named = before === undefined || before.name === code ? name : before.name;
    known.set(code, { name: named, count: (before?.count ?? 0) + 1 });
  }
  return [...known].map(([code, { name, count }]) => ({
    value: code,
    meaning: `${name === code ? '' : `${name}, `}in ${plural(count, 'roster')}`,
  }));
}

/** The groups by their names, with their members, and everybody. */
export const groupOffers = ({ groups }: Roster): readonly Offer[] => [
  ...Object.entries(groups).map(([value, codes]) => ({ value, meaning: enumeration(codes, 'and', 6) })),
  { value: 'all', meaning: 'everybody except recused members' },
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

/** Bytes of the files of folders together, and how many of them: others are not looked into. */
const mostBytesOfFolders = 1024 * 1024;
const mostFiles = 200;

/**
 * The roster that a designator names, or the default one when there is none. Since the user did not ask to read it,
 * nothing slow is read and no other program is started. For a version in git, the file as it is now is used.
 *
 * @returns undefined when there is no valid roster, for whatever reason
 */
export const rosterAtHand = async (designator: string | undefined, run: Surroundings): Promise<Roster | undefined> =>
  (await readWithin(mostBytes, designator, run)).roster;

/**
 * The rosters that a command about several decisions is about: those that are named, with the files of folders, else
 * those of this folder. A command that answers about one roster where none is named has that of the folder first, and
 * the bundled example last. Subfolders are not read.
 */
export async function rostersAtHand(named: readonly string[], run: Surroundings): Promise<readonly Roster[]> {
  const { host, takesExample } = run;
  const isOfOne = takesExample && named.length === 0;
  const atHand = async (): Promise<readonly Roster[]> => [(await rosterAtHand(undefined, run)) ?? []].flat();
  if (isOfOne && rostersOfFolder(host.cwd()).length > 0) return atHand();
  const rosters: Roster[] = [];
  const files = filesNamed(named.length === 0 ? ['.'] : named, host).slice(0, mostFiles);
  let left = files.some(({ folder }) => folder !== undefined) ? mostBytesOfFolders : mostBytes;
  for (const { word } of files) {
    const { roster, size } = await readWithin(left, word, run);
    left -= size;
    if (roster !== undefined) rosters.push(roster);
  }
  return isOfOne && rosters.length === 0 ? atHand() : rosters;
}

function filesNamed(words: readonly string[], host: Host): readonly RosterWord[] {
  try {
    return unfold(words, { recursive: false }, host);
  } catch (error) {
    if (isUsageError(error)) return [];
    throw error;
  }
}

/** A roster, and how many bytes were read; none are of a larger file. */
async function readWithin(
  most: number,
  designator: string | undefined,
  run: Surroundings,
): Promise<{ readonly roster?: Roster; readonly size: number }> {
  const { host } = run;
  try {
    const origin = originOf(designator, run);
    const path = pathOf(origin, host);
    if (path === undefined) return { size: 0 };
    const found = statSync(path, { throwIfNoEntry: false });
    if (!found?.isFile() || found.size > most) return { size: 0 };
    const input = await readOrigin({ ...origin, place: { kind: 'file', path } }, host);
    // Large files of other programs need not be parsed.
    const roster = input.problem === undefined && input.text.includes('members') ? rosterIn(input) : undefined;
    return { ...(roster && { roster }), size: found.size };
  } catch (error) {
    if (isUsageError(error) || (error instanceof Error && 'code' in error)) return { size: 0 };
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
