import type { Time } from '../../model/time.ts';
import { quote } from '../../text/suggest.ts';
import { UsageError } from '../contract/usage-error.ts';
import { readDate } from './parse-date.ts';

/** A designator without its date, and the date. */
interface Dated {
  /** Empty where the date stands alone. */
  readonly name: string;
  readonly date?: Time;
}

/**
 * Takes the date off a designator. What stands behind the last `@` is meant as one when it looks like one, or when
 * nothing, or a file, is named before it. `@{1}` and `@~1` are git's.
 *
 * @throws UsageError for a date that is none
 */
export function splitDate(designator: string, isThere: (name: string) => boolean, today: string): Dated {
  const sign = designator.lastIndexOf('@');
  if (sign < 0) return { name: designator };
  const [name, text] = [designator.slice(0, sign), designator.slice(sign + 1)];
  const read = readDate(text, today);
  if ('value' in read) return { name, date: read.value };
  const isMeant = name === '' ? /^[\p{L}\d]/u.test(text) : name === '-' || (isThere(name) && !text.startsWith('{'));
  if (!(isMeant || /^\d{4}-/.test(text))) return { name: designator };
  const { message, hint } = read.fault;
  throw new UsageError('invalid-date', `${quote(designator)}: ${message}${hint === undefined ? '' : `; ${hint}`}`);
}

/** A file as a revision has it. */
interface RevisionAndPath {
  readonly revision: string;
  readonly path: string;
}

/**
 * Splits `REV:FILE` at the first colon outside braces, as git does: `HEAD~2:r.yaml`, `main@{one day ago}:r.yaml`.
 *
 * @returns undefined where there is no such colon, or no file behind it, and for a path that begins with a drive: `C:\r.yaml`
 */
export function splitRevision(designator: string): RevisionAndPath | undefined {
  // Git has no paths from the root, so a branch called `C` loses nothing.
  if (/^[a-z]:[\\/]/i.test(designator)) return undefined;
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

/** Whether a word is a revision by its looks: `HEAD`, `main~2`, `@{1}`, the name of a commit. A branch needs git to tell. */
export const looksLikeRevision = (word: string): boolean =>
  /^(?:@|[A-Z_]*HEAD|[0-9a-f]{7,64})$/.test(word) || /^[^-\s][^\s:]*[~^][\d~^]*$|@\{.*\}$/.test(word);

/** Whether a word can be the name of a branch or a tag, and is not meant as a file. */
export const mayBeRevision = (word: string): boolean =>
  /^[^-\s~^:?*[\\][^\s~^:?*[\\\p{C}]*$/u.test(word) && !/\.(?:ya?ml|json)$/i.test(word);
