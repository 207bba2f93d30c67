import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Time } from '../../model/time.ts';
import { readTime } from '../../roster/schema/scalars.ts';
import { quote } from '../../text/suggest.ts';
import type { Host } from '../contract/host.ts';
import { dataFolder } from '../contract/package.ts';
import type { Surroundings } from '../contract/surroundings.ts';
import { UsageError } from '../contract/usage-error.ts';
import type { Blob } from './git.ts';
import { noRoster, rosterOfFolder, rostersOfFolder } from './roster-at-hand.ts';

const example = 'nato-2024';

/** Where a roster is to be read from. */
export type SourcePlace =
  | { readonly kind: 'stream' }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'blob'; readonly blob: Blob }
  | { readonly kind: 'nowhere'; readonly problem: Diagnostic };

/** What a designator refers to, and how messages name it. */
export interface Origin {
  /** Name for diagnostics. */
  readonly file: string;
  /** What was read and why, for people. */
  readonly origin: string;
  /** Chosen by default: the user named none. */
  readonly chosen: boolean;
  /** It is the bundled example, read because the folder has no roster. */
  readonly isExample?: boolean;
  /** Other files of the folder that could have been its roster. */
  readonly passedOver?: readonly string[];
  readonly place: SourcePlace;
  /** The date after `@`. */
  readonly date?: Time;
}

/**
 * The origin that a designator refers to: `FILE`, `FILE@DATE`, `REV:FILE`, `REV:FILE@DATE`, `-`, the name of a bundled
 * roster, or nothing. A file that exists under the whole name is that file.
 *
 * @throws UsageError for an invalid date
 */
export function originOf(designator: string | undefined, run: Surroundings): Origin {
  const { host } = run;
  if (designator === undefined) return chosenOrigin(run);
  const whole = fileNamed(designator, host);
  if (whole !== undefined) return named(designator, whole);
  const { name, date } = splitDate(designator, host);
  const dated = date === undefined ? {} : { date };
  if (name === '-') return { ...named('<stdin>', { kind: 'stream' }), origin: 'standard input', ...dated };
  return { ...placeOf(name, host), ...dated };
}

/** The origins of several designators, in their order. @throws UsageError as above, and when two name standard input */
export function originsOf<const Designators extends readonly (string | undefined)[]>(
  designators: Designators,
  run: Surroundings,
): { readonly [Index in keyof Designators]: Origin } {
  const origins = designators.map((designator) => originOf(designator, run));
  if (origins.filter(({ place }) => place.kind === 'stream').length > 1)
    throw new UsageError('stream-twice', 'standard input can be read once, and is named twice');
  return origins as { [Index in keyof Designators]: Origin };
}

const named = (file: string, place: SourcePlace): Origin => ({ file, origin: file, chosen: false, place });

function placeOf(name: string, host: Host): Origin {
  const existing = fileNamed(name, host);
  if (existing !== undefined) return named(name, existing);
  const split = splitRevision(name);
  if (split !== undefined) return named(name, { kind: 'blob', blob: { ...split, folder: host.cwd() } });
  return bundledNamed(name) ?? named(name, { kind: 'file', path: resolve(host.cwd(), name) });
}

function fileNamed(name: string, host: Host): SourcePlace | undefined {
  const path = resolve(host.cwd(), name);
  return name !== '-' && existsSync(path) ? { kind: 'file', path } : undefined;
}

/** A bundled roster by its name: `nato-2024`. */
function bundledNamed(name: string): Origin | undefined {
  if (!/^[a-z0-9-]+$/.test(name)) return undefined;
  const path = join(dataFolder, `${name}.yaml`);
  return existsSync(path) ? bundledOrigin(name) : undefined;
}

const bundledOrigin = (name: string): Origin => ({
  ...named(`${name}.yaml`, { kind: 'file', path: join(dataFolder, `${name}.yaml`) }),
  origin: `${name}.yaml, a bundled roster`,
});

/** The roster of the folder; without one the bundled example, or nothing where that would not do. */
function chosenOrigin({ host, takesExample }: Surroundings): Origin {
  const folder = host.cwd();
  const [file, ...passedOver] = rostersOfFolder(folder);
  if (file !== undefined)
    return {
      ...named(file, { kind: 'file', path: join(folder, file) }),
      origin: `${file} in this folder`,
      chosen: true,
      passedOver,
    };
  if (!takesExample) return named(rosterOfFolder, { kind: 'nowhere', problem: noRoster(folder) });
  return { ...bundledOrigin(example), origin: `${example}.yaml, the bundled example`, chosen: true, isExample: true };
}

/**
 * Splits a designator into name and date. The text after the last `@` is a date if it looks like one, or if a file is
 * named before it.
 */
function splitDate(designator: string, host: Host): { readonly name: string; readonly date?: Time } {
  const sign = designator.lastIndexOf('@');
  if (sign <= 0) return { name: designator };
  const [name, text] = [designator.slice(0, sign), designator.slice(sign + 1)];
  const read = readTime(text);
  if ('value' in read) return { name, date: read.value };
  const meant = /^\d{4}-/.test(text) || name === '-' || fileNamed(name, host) !== undefined;
  if (!meant) return { name: designator };
  const { message, hint } = read.fault;
  throw new UsageError('invalid-date', `${quote(designator)}: ${message}${hint === undefined ? '' : `; ${hint}`}`);
}

/**
 * Splits `REV:FILE` at the first colon outside braces, as git does: `HEAD~2:r.yaml`, `main@{one day ago}:r.yaml`.
 *
 * @returns undefined where there is no such colon, or no file after it
 */
function splitRevision(designator: string): Pick<Blob, 'revision' | 'path'> | undefined {
  let depth = 0;
  let index = 0;
  for (const character of designator) {
    if (character === '{') depth += 1;
    else if (character === '}') depth -= 1;
    else if (character === ':' && depth <= 0) break;
    index += character.length;
  }
  const path = designator.slice(index + 1);
  return path === '' ? undefined : { revision: designator.slice(0, index), path };
}
