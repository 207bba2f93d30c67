import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Time } from '../../model/time.ts';
import { quote } from '../../text/suggest.ts';
import type { Host } from '../contract/host.ts';
import { dataFolder } from '../contract/package.ts';
import type { Surroundings } from '../contract/surroundings.ts';
import { UsageError } from '../contract/usage-error.ts';
import type { Blob } from './git.ts';
import { realPath } from './read-file.ts';
import { noRoster, noSuch, otherRosters, rosterOfFolder, rostersOfFolder } from './roster-at-hand.ts';
import { looksLikeRevision, mayBeRevision, splitDate, splitRevision } from './split-designator.ts';

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
  /** The rosters of the folder that could have been meant in place of the example. */
  readonly instead?: readonly string[];
  /** Other files of the folder that could have been its roster. */
  readonly passedOver?: readonly string[];
  readonly place: SourcePlace;
  /** The roster that it is a revision of, where the revision was named alone. */
  readonly workingCopy?: Origin;
  /** The date behind `@`. */
  readonly date?: Time;
}

/**
 * The origin that a designator refers to: `FILE`, `FILE@DATE`, `REV:FILE`, `REV:FILE@DATE`, `-`, the name of a bundled
 * roster, or nothing. A file that exists under the whole name is that file.
 *
 * @throws UsageError for an invalid date
 */
export function originOf(designator: string | undefined, run: Surroundings): Origin {
  return completed(wordOf(designator, run), undefined, run);
}

/**
 * What several designators stand for, in their order. The roster at hand is the one that another of them names, else
 * that of the folder.
 *
 * @throws UsageError as above, and where two name standard input
 */
export async function originsOf<const Designators extends readonly (string | undefined)[]>(
  designators: Designators,
  run: Surroundings,
): Promise<{ readonly [Index in keyof Designators]: Origin }> {
  const words: Word[] = [];
  for (const designator of designators) words.push(await withBranch(wordOf(designator, run), run));
  const named = words.find((word, index) => word.kind === 'roster' && designators[index] !== undefined);
  const atHand = named?.kind === 'roster' ? withoutDate(named.origin) : undefined;
  const origins = words.map((word) => completed(word, atHand, run));
  if (new Set(origins.flatMap(({ place }) => (place.kind === 'stream' ? [place] : []))).size > 1)
    throw new UsageError('stream-twice', 'standard input can be read only once');
  return origins as { [Index in keyof Designators]: Origin };
}

/** What an origin is read from, whatever its date: the same for two words for one file. */
export const sourceName = ({ place, file }: Origin): string =>
  place.kind === 'file' ? place.path : `${place.kind} ${file}`;
/**
 * The date or revision of a roster that a designator stands for.
 *
 * @throws UsageError for a designator that names a roster itself
 */
export async function versionOf(roster: Origin, designator: string, run: Surroundings): Promise<Origin> {
  const word = wordOf(designator, run);
  if (word.kind === 'roster')
    throw new UsageError(
      'one-snapshot',
      `--since: ${quote(designator)} is one roster, and there are several to compare; name a date or a revision`,
    );
  return completed(await withBranch(word, run), withoutDate(roster), run);
}

/** Whether there is a file of that name. */
export const isThere = (name: string, host: Host): boolean => fileNamed(name, host) !== undefined;

/** A designator as far as it can be understood by itself. */
type Word =
  | { readonly kind: 'roster'; readonly origin: Origin }
  /** A date or a revision of the roster at hand. */
  | { readonly kind: 'of-roster'; readonly revision?: string; readonly date?: Time }
  /** No file of that name is there. */
  | { readonly kind: 'unknown'; readonly name: string; readonly date?: Time };

function wordOf(designator: string | undefined, run: Surroundings): Word {
  const { host, today } = run;
  if (designator === undefined) return { kind: 'roster', origin: chosenOrigin(run) };
  const whole = fileNamed(designator, host);
  if (whole !== undefined) return { kind: 'roster', origin: named(designator, whole) };
  const { name, date } = splitDate(
    designator,
    (file) => isThere(file, host) || bundledNamed(file) !== undefined,
    today,
  );
  const dated = datedAs({ date });
  if (name === '') return { kind: 'of-roster', ...dated };
  const origin = originNamed(name, host);
  if (origin !== undefined) return { kind: 'roster', origin: { ...origin, ...dated } };
  return looksLikeRevision(name)
    ? { kind: 'of-roster', revision: name, ...dated }
    : { kind: 'unknown', name, ...dated };
}

function originNamed(name: string, host: Host): Origin | undefined {
  if (name === '-') return { ...named('<stdin>', { kind: 'stream' }), origin: 'standard input' };
  const existing = fileNamed(name, host);
  if (existing !== undefined) return named(name, existing);
  const split = splitRevision(name);
  if (split !== undefined) return named(name, { kind: 'blob', blob: { ...split, folder: host.cwd() } });
  return bundledNamed(name);
}

/** A word for which git may know better: the name of a branch or a tag alone. */
async function withBranch(word: Word, run: Surroundings): Promise<Word> {
  if (word.kind !== 'unknown') return word;
  if (!mayBeRevision(word.name)) return { kind: 'roster', origin: completed(word, undefined, run) };
  const { name } = word;
  const { isCommit } = await import('./git.ts');
  if (isCommit(name, run.host.cwd(), run.host)) return { kind: 'of-roster', revision: name, ...datedAs(word) };
  const place = { kind: 'nowhere', problem: noSuch(name, run.host.cwd(), run.today) } as const;
  return { kind: 'roster', origin: { ...named(name, place), ...datedAs(word) } };
}

/** The origin of a word, whose roster may be another's. */
function completed(word: Word, atHand: Origin | undefined, run: Surroundings): Origin {
  switch (word.kind) {
    case 'roster':
      return word.origin;
    case 'unknown':
      return { ...named(word.name, { kind: 'file', path: resolve(run.host.cwd(), word.name) }), ...datedAs(word) };
    case 'of-roster': {
      // Of the bundled example there are no revisions.
      const takesExample = run.takesExample && word.revision === undefined;
      const roster = atHand ?? chosenOrigin({ ...run, takesExample });
      return { ...(word.revision === undefined ? roster : revisionOf(roster, word.revision)), ...datedAs(word) };
    }
  }
}

const datedAs = ({ date }: { readonly date?: Time | undefined }): { readonly date?: Time } =>
  date === undefined ? {} : { date };

/** The same roster, at no date of its designator. */
export function withoutDate({ date: _, ...origin }: Origin): Origin {
  return origin;
}

/** A revision of a roster. @throws UsageError for standard input, which has none */
export function revisionOf(roster: Origin, revision: string): Origin {
  const { place, chosen } = roster;
  const name = `${revision}:${roster.file}`;
  const of = { ...named(name, place), chosen, workingCopy: roster };
  switch (place.kind) {
    case 'nowhere':
      return roster;
    case 'stream':
      throw new UsageError('one-snapshot', 'standard input has no earlier version: name two snapshots');
    case 'blob':
      return { ...of, place: { kind: 'blob', blob: { ...place.blob, revision } } };
    case 'file': {
      // A link stands for the file that it leads to, which is what git has versions of.
      const path = realPath(place.path);
      return { ...of, place: { kind: 'blob', blob: { revision, path: basename(path), folder: dirname(path) } } };
    }
  }
}

const named = (file: string, place: SourcePlace): Origin => ({ file, origin: file, chosen: false, place });

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
  return {
    ...bundledOrigin(example),
    origin: `${example}.yaml, the bundled example`,
    chosen: true,
    isExample: true,
    instead: otherRosters(folder),
  };
}
