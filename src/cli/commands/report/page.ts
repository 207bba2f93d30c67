import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Snapshot } from '../../../model/snapshot.ts';
import type { PageAssets, ReportPage } from '../../../page/ask/report-page.ts';
import { dataFolder, packageFolder, version } from '../../contract/package.ts';
import type { Origin } from '../../input/origin.ts';
import type { RosterInput } from '../../input/read-roster.ts';

/** The page of a roster that begins with a snapshot of it. */
export function pageOf(input: RosterInput, { asOf, members, onRecord }: Snapshot): ReportPage {
  const moved = members.filter(({ assumed }) => assumed);
  return {
    roster: input.roster,
    at: asOf,
    ifs: Object.fromEntries(moved.map(({ code, stance }) => [code, stance])),
    onRecord,
    // Whoever gets the page has another folder.
    origin: input.chosen && input.isExample !== true ? input.file : input.origin,
    designator: designatorOf(input),
    version,
  };
}

/** What to write in a terminal for a roster. */
function designatorOf({ file, place }: Origin): string {
  if (place.kind === 'stream') return '-';
  const isBundled = place.kind === 'file' && dirname(place.path) === dataFolder;
  return isBundled ? basename(place.path, '.yaml') : file;
}

/** The script and the style that the build made. */
export function readAssets(): PageAssets {
  const read = (name: string): string => readFileSync(join(packageFolder, 'dist', 'page', name), 'utf8');
  return { script: read('report.js'), style: read('report.css') };
}
