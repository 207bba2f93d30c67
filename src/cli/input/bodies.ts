import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Roster } from '../../model/roster.ts';
import type { BodyDates } from '../../render/files/init.ts';
import { readRoster } from '../../roster/read/read-roster.ts';
import { readTime } from '../../roster/schema/scalars.ts';
import { compareText } from '../../text/compare.ts';
import { fold } from '../../text/fold.ts';
import { alternatives, didYouMean, quote } from '../../text/suggest.ts';
import { dataFolder } from '../contract/package.ts';
import { UsageError } from '../contract/usage-error.ts';

const folder = join(dataFolder, 'bodies');
const suffix = '.yaml';

/** The names of the bodies that have a roster to start from, sorted. */
export function bodyNames(): readonly string[] {
  return readdirSync(folder)
    .flatMap((file) => (file.endsWith(suffix) ? [file.slice(0, -suffix.length)] : []))
    .sort(compareText);
}

/** The name of a body in the value of `--body`. @throws UsageError for a word that is none, with those that it may mean */
export function bodyFor(word: string): string {
  const names = bodyNames();
  const wanted = fold(word);
  const name = names.find((known) => known === wanted);
  if (name !== undefined) return name;
  const alike = wanted === '' ? [] : names.filter((known) => known.includes(wanted));
  const hint =
    alike.length > 0
      ? `did you mean ${alternatives(alike)}?`
      : (didYouMean(wanted, names) ?? `expected one of ${alternatives(names)}`);
  throw new UsageError('unknown-body', `--body: ${quote(word)} is not a body; ${hint}`);
}

/** The roster to start from, as its text. */
export function startingText(name: string): string {
  return readFileSync(join(folder, `${name}${suffix}`), 'utf8');
}

const dated = /^# As of (\S+)\. Next change: (not known|\d{4}-\d{2}(?:-\d{2})?) \((.+)\)\.$/m;

/** Dates of a body's members and weights: when they were right, and what changes them next; undefined for a made-up body. */
export function bodyDates(name: string): BodyDates | undefined {
  const [, asOf, next = '', change] = dated.exec(startingText(name)) ?? [];
  if (asOf === undefined || change === undefined) return undefined;
  const read = readTime(next);
  return { asOf, change, ...('value' in read && { next: read.value }) };
}

/** The roster to start from. A test checks that all of them are valid. */
export const startingRoster = (name: string): Roster => readRoster(startingText(name)) as Roster;
