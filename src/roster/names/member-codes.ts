import { fold } from '../../text/fold.ts';

const longest = 64;

/** A code made from a name: `Ana María` is `ana-maria`. */
export function codeFrom(name: string): string {
  const letters = fold(name)
    .replace(/[^\p{L}\p{Nd}._]+/gu, '-')
    .replace(/^[-._]+/, '');
  const code = [...letters]
    .slice(0, longest - 5)
    .join('')
    .replace(/[-._]+$/, '');
  return code === '' ? 'member' : code;
}

/** A code that is not taken yet: the one that is wanted, or with a number behind it. */
export function freeCode(wanted: string, taken: { readonly has: (code: string) => boolean }): string {
  let code = wanted;
  for (let number = 2; taken.has(code); number += 1) code = `${wanted}-${number}`;
  return code;
}
