import leven from 'leven';

/** The longest value that is quoted in full or compared with others, in characters. */
const longest = 40;

/** Enough characters in a row that may be marks; cheap to look for in ordinary text. */
const mayBeMarks = /[\u0300-\uffff]{31}/;

/**
 * A text without surrounding blanks, in Unicode's composed form (NFC). More than thirty marks in a row, the limit of
 * Unicode's stream-safe format, stay as they are: no language has them, and ordering them takes time by their square.
 */
export function tidy(text: string): string {
  const trimmed = text.trim();
  if (!isBeyondLatin.test(trimmed)) return trimmed;
  if (!mayBeMarks.test(trimmed)) return trimmed.normalize('NFC');
  let composed = '';
  let end = 0;
  for (const [start, stop] of longRuns(trimmed)) {
    composed += trimmed.slice(end, start).normalize('NFC') + trimmed.slice(start, stop);
    end = stop;
  }
  return composed + trimmed.slice(end).normalize('NFC');
}

/** The runs of more than thirty marks in a text. */
function longRuns(text: string): (readonly [start: number, stop: number])[] {
  const runs: [number, number][] = [];
  // In pieces, because an expression without a limit runs out of stack on millions of marks.
  for (const { 0: piece, index } of text.matchAll(/\p{M}{1,1000}/gu)) {
    const last = runs.at(-1);
    if (last?.[1] === index) last[1] += piece.length;
    else runs.push([index, index + piece.length]);
  }
  return runs.filter(([start, stop]) => [...text.slice(start, Math.min(stop, start + 62))].length > 30);
}

/** What normalising may change: nothing up to U+00FF. */
const isBeyondLatin = /[^\0-\xff]/;

/** A user's value in quotes, for messages; cut off after 40 characters. The renderer escapes it. */
export function quote(value: string): string {
  const characters = [...value.slice(0, 2 * longest + 2)];
  return characters.length > longest ? `"${characters.slice(0, longest).join('')}…"` : `"${value}"`;
}

/** Quoted values as a list: `"a", "b" or "c"`, in the order given; empty if there are none. */
export function alternatives(values: readonly string[]): string {
  const quoted = values.map((value) => `"${value}"`);
  const last = quoted.at(-1) ?? '';
  return quoted.length < 2 ? last : `${quoted.slice(0, -1).join(', ')} or ${last}`;
}

/** Whether two words of one length differ only in two letters that have changed places: `wnats` and `wants`. */
function isSwap(a: string, b: string): boolean {
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  return at >= 0 && a.slice(0, at) + a.charAt(at + 1) + a.charAt(at) + a.slice(at + 2) === b;
}

/**
 * The candidate that was probably meant: the one with the smallest edit distance, ignoring case, which must be at most
 * a third of the value's length. Two letters that have changed places are one edit. Of several, the first.
 *
 * @returns undefined if none is near enough
 */
export function nearest(value: string, candidates: Iterable<string>): string | undefined {
  const wanted = value.toLowerCase();
  if (wanted.length > longest) return undefined;
  let best: string | undefined;
  let bestDistance = Math.floor(wanted.length / 3) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - wanted.length) >= bestDistance) continue;
    const known = candidate.toLowerCase();
    const distance = isSwap(wanted, known) ? 1 : leven(wanted, known);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** The hint for an unknown value, with the candidate that was probably meant; undefined if none is near enough. */
export function didYouMean(value: string, candidates: Iterable<string>): string | undefined {
  const found = nearest(value, candidates);
  return found === undefined ? undefined : `did you mean "${found}"?`;
}

/**
 * `A, B and C`; up to a number of names, and how many more there are: `A, B and 20 more`.
 *
 * @param all how many there are, where `names` are but the first of them, with one more than `most`
 */
export function enumeration(
  names: readonly string[],
  last: 'and' | 'or',
  most = names.length,
  all = names.length,
): string {
  if (all > most + 1) return `${names.slice(0, most).join(', ')} ${last} ${all - most} more`;
  const final = names.at(-1) ?? '';
  return names.length < 2 ? final : `${names.slice(0, -1).join(', ')} ${last} ${final}`;
}
