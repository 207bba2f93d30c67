const lineFeed = 10;
const carriageReturn = 13;

/**
 * A function for what stands before an offset on its line. Offsets that rise cost one look at each character in all,
 * however long a line is.
 */
export function linesBefore(text: Pick<string, 'charCodeAt' | 'slice'>): (offset: number) => string {
  // The line that `asked` is on begins at `start`.
  let start = 0;
  let asked = 0;
  return (offset) => {
    const known = offset >= asked ? asked : offset >= start ? offset : 0;
    let here = offset;
    while (here > known && !isBreak(text.charCodeAt(here - 1))) here -= 1;
    if (here > known || known === 0) start = here;
    asked = offset;
    return text.slice(start, offset);
  };
}

const isBreak = (code: number): boolean => code === lineFeed || code === carriageReturn;
