/** The most texts that are tried. */
const mostTries = 500;

/** The smallest text that can be found in which something still holds, by leaving out lines and then characters. */
export async function shrink(text: string, holds: (text: string) => Promise<boolean>): Promise<string> {
  let tries = 0;
  const without = async (units: readonly string[]): Promise<string> => {
    let kept = [...units];
    for (let size = Math.max(1, kept.length >> 1); size >= 1; size >>= 1) {
      for (let at = 0; at < kept.length && tries < mostTries; ) {
        const rest = [...kept.slice(0, at), ...kept.slice(at + size)];
        tries += 1;
        if (await holds(rest.join(''))) kept = rest;
        else at += size;
      }
    }
    return kept.join('');
  };
  return without([...(await without(text.split(/(?<=\n)/)))]);
}
