/** Lines that are joined at a time. */
const mostAtATime = 500;

/**
 * Lines in texts of several, each line ending in a newline: the pieces that a line is made of need not be kept until all
 * of a hundred thousand lines are there.
 */
export function joinedLines(lines: Iterable<string>): string[] {
  const texts: string[] = [];
  let some: string[] = [];
  const join = (): void => {
    if (some.length > 0) texts.push([...some, ''].join('\n'));
    some = [];
  };
  for (const line of lines) {
    some.push(line);
    if (some.length === mostAtATime) join();
  }
  join();
  return texts;
}
