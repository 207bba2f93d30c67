import { resolve } from 'node:path';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import { quote } from '../../../text/suggest.ts';
import type { Surroundings } from '../../contract/surroundings.ts';
import { UsageError } from '../../contract/usage-error.ts';
import { type Origin, originOf } from '../../input/origin.ts';

/** A file that a command is to change. */
export interface Target {
  /** Name as the user gave it. */
  readonly file: string;
  readonly path: string;
  readonly origin: Origin;
  /** Why there is no file to change. */
  readonly problem?: Diagnostic;
}

/**
 * The file that a designator names, or the roster of this folder. Only a file can be changed, never a bundled roster.
 *
 * @throws UsageError
 */
export function targetOf(designator: string | undefined, run: Surroundings): Target {
  const origin = originOf(designator, run);
  const { place, date, file } = origin;
  const path = resolve(run.host.cwd(), designator ?? file);
  if (place.kind === 'nowhere') return { file, path, origin, problem: place.problem };
  if (place.kind === 'stream') throw notAFile('standard input');
  if (date !== undefined || place.kind === 'blob') throw notAFile(`the snapshot ${quote(designator ?? file)}`);
  if (place.path !== path) throw notAFile(`the bundled roster ${file}`);
  return { file, path, origin };
}

const notAFile = (what: string): UsageError =>
  new UsageError('no-file', `${what} cannot be changed: name a roster file`);
