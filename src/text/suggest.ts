import leven from 'leven';

const longest = 40;

/** A name or text as it is kept: without blanks around it, in Unicode's composed form. */
export function tidy(text: string): string {
  return text.trim().normalize('NFC');
}

/** A value of the user's as a message quotes it: cut when long. Escaping is the renderer's. */
export function quote(value: string): string {
  const characters = [...value.slice(0, 2 * longest + 2)];
  return characters.length > longest ? `"${characters.slice(0, longest).join('')}…"` : `"${value}"`;
}

/** `"a", "b" or "c"`, in the order given. */
export function alternatives(values: readonly string[]): string {
  const quoted = values.map((value) => `"${value}"`);
  const last = quoted.at(-1) ?? '';
  return quoted.length < 2 ? last : `${quoted.slice(0, -1).join(', ')} or ${last}`;
}

/**
 * The value that was probably meant: the nearest one within a third of the letters, case aside.
 *
 * @returns undefined when none is near enough
 */
export function nearest(value: string, candidates: Iterable<string>): string | undefined {
  const wanted = value.toLowerCase();
  if (wanted.length > longest) return undefined;
  let best: string | undefined;
  let bestDistance = Math.floor(wanted.length / 3) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - wanted.length) >= bestDistance) continue;
    const distance = leven(wanted, candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** The hint that goes with an unknown value: what was probably meant, or undefined. */
export function didYouMean(value: string, candidates: Iterable<string>): string | undefined {
  const found = nearest(value, candidates);
  return found === undefined ? undefined : `did you mean "${found}"?`;
}

/**
 * The hint that goes with a word that is no member's code: the code that was probably meant, also where the word is more
 * like a name.
 *
 * @returns undefined when no code and no name is near enough
 */
export function memberMeant(
  word: string,
  members: readonly { readonly code: string; readonly name: string }[],
): string | undefined {
  const names = new Map(members.map(({ code, name }) => [name, code]));
  const meant = nearest(word, names.keys());
  const byName = meant === undefined ? undefined : `did you mean "${names.get(meant)}" (${meant})?`;
  return (
    didYouMean(
      word,
      members.map(({ code }) => code),
    ) ?? byName
  );
}

/** `A, B and C`; up to a number of names, and how many more there are: `A, B and 20 more`. */
export function enumeration(names: readonly string[], last: 'and' | 'or', most = names.length): string {
  if (names.length > most + 1) return `${names.slice(0, most).join(', ')} ${last} ${names.length - most} more`;
  const final = names.at(-1) ?? '';
  return names.length < 2 ? final : `${names.slice(0, -1).join(', ')} ${last} ${final}`;
}
