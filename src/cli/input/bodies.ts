import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Roster } from '../../model/roster.ts';
import { readRoster } from '../../roster/read/read-roster.ts';
import { compareText } from '../../text/compare.ts';
import { dataFolder } from '../contract/package.ts';

const folder = join(dataFolder, 'bodies');
const suffix = '.yaml';

/** The names of the bodies that have a roster to start from, sorted. */
export function bodyNames(): readonly string[] {
  return readdirSync(folder)
    .flatMap((file) => (file.endsWith(suffix) ? [file.slice(0, -suffix.length)] : []))
    .sort(compareText);
}

/** The roster to start from, as its text. */
export function startingText(name: string): string {
  return readFileSync(join(folder, `${name}${suffix}`), 'utf8');
}

/** The roster to start from. A test checks that all of them are valid. */
export const startingRoster = (name: string): Roster => readRoster(startingText(name)) as Roster;
