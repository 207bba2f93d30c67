import type { CaseFinding } from './cases.ts';
import { shrink } from './shrink.ts';

/** A finding for people: the claim, the case to run again, and a text that is as short as can be found. */
export async function findingText({ kind, seed, claim, detail, made, text, again }: CaseFinding): Promise<string> {
  const short = await shrink(text, async (smaller) => (await again(smaller))?.claim === claim);
  const { detail: why = detail } = (await again(short)) ?? {};
  return [
    `${claim}: does not hold`,
    `  again:  npm run fuzz -- --case ${kind}:${seed}`,
    `  made:   ${made}`,
    `  detail: ${why}`,
    `  text:   ${JSON.stringify(short)}`,
  ].join('\n');
}
