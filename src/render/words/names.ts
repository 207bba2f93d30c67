import { type Shown, shown } from '../../text/escape-controls.ts';
import { displayWidth } from '../../text/width.ts';

/** Names separated by commas, as many as fit into so many cells, and how many more there are; at least one of them. */
export function namesWithin(names: readonly Shown[], width: number): Shown {
  const [first = shown``, ...others] = names;
  let fitting = others.length === 0 ? first : shown`${first} and ${others.length} more`;
  let listed = first;
  for (const [index, name] of others.entries()) {
    listed = shown`${listed}, ${name}`;
    if (displayWidth(listed) > width) break;
    const left = others.length - index - 1;
    const line = left === 0 ? listed : shown`${listed} and ${left} more`;
    if (displayWidth(line) <= width) fitting = line;
  }
  return fitting;
}
