import { Buffer } from 'node:buffer';
import { realpathSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Reported } from '../../../render/files/report.ts';
import { quote } from '../../../text/suggest.ts';
import { UsageError } from '../../contract/usage-error.ts';
import { writeNewFile } from '../../files/write-file.ts';
import type { Origin } from '../../input/origin.ts';
import type { Shell } from '../../output/shell.ts';

/** Where a report goes, as the user wrote it. */
export interface TargetOptions {
  /** A file, or `-` for standard output; a name after the roster where it is absent. */
  readonly output?: string;
  /** Replace an existing file. */
  readonly force: boolean;
}

/** The name of a report that is about several rosters, or about one that has no name of its own. */
const general = 'report.html';

/** The name of the report about a roster: `nato-2024.html` for `data/nato-2024.yaml`. */
function fileNameFor({ place }: Origin): string {
  if (place.kind !== 'file') return general;
  return `${basename(place.path).replace(/(?<=.)\.(?:ya?ml|json)$/i, '')}.html`;
}

/**
 * The file that a report goes to, as messages name it; `-` for standard output.
 *
 * @param origin absent for a report about several rosters
 */
export const targetOf = ({ output }: Pick<TargetOptions, 'output'>, origin?: Origin): string =>
  output ?? (origin === undefined ? general : fileNameFor(origin));

/** What an answer says of a report in a file, or on standard output. */
export const writtenTo = (
  file: string,
  html: string,
  { host }: Pick<Shell, 'host'>,
): Pick<Reported, 'file' | 'address' | 'bytes'> => ({
  file,
  ...(file !== '-' && { address: pathToFileURL(resolve(host.cwd(), file)).href }),
  bytes: Buffer.byteLength(html),
});

/** Writes a report whole or not at all. @throws UsageError where the file exists, is a roster of the report, or cannot be written */
export async function writeReport(
  file: string,
  html: string,
  { force, origins }: Pick<TargetOptions, 'force'> & { readonly origins: readonly Origin[] },
  { host }: Pick<Shell, 'host'>,
): Promise<void> {
  const path = resolve(host.cwd(), file);
  if (force && origins.some((origin) => isFile(origin, path)))
    throw new UsageError(
      'unwritable-file',
      `${quote(file)} cannot be written: it is the roster that the report is about`,
    );
  await writeNewFile(path, html, { name: file, replace: force });
}

function isFile({ place }: Origin, path: string): boolean {
  if (place.kind !== 'file') return false;
  try {
    return realpathSync(place.path) === realpathSync(path);
  } catch {
    // What is not there is no roster.
    return false;
  }
}
