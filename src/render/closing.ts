import type { LastMover, Timeline } from '../model/timeline.ts';
import { dateText } from './dates.ts';
import { visible } from './visible.ts';

/** When the rule was first met and who moved last before it, and whether it still is; in sentences. */
export function closingText(
  { points, start, metFromBeginning, firstReached, lastMovers }: Timeline,
  arrow: string,
): string {
  const end = points.at(-1) ?? start;
  const outcome = end?.outcome ?? 'open';
  const index = points.findLastIndex((point) => point.outcome === 'reached');
  const lost = index >= 0 || start?.outcome === 'reached' ? points[index + 1] : undefined;
  const since = lost === undefined ? '' : ` since ${dateText(lost.date)}`;
  const now = outcome === 'reached' ? '' : ` It no longer is: ${outcome}${since}.`;
  if (metFromBeginning) return `The rule is met from the beginning, by what has no date.${now}`;
  if (firstReached === undefined) return `The rule is not met on any date; at the end it is ${outcome}.`;
  return `The rule was first met on ${dateText(firstReached)}.${lastText(lastMovers, firstReached.day, arrow)}${now}`;
}

function lastText(movers: readonly LastMover[], day: string, arrow: string): string {
  const [first] = movers;
  if (first === undefined) return ' Nobody had moved before.';
  const who = movers.map(({ name, from, to }) => `${visible(name)} (${from} ${arrow} ${to})`).join(', ');
  return ` Last to move: ${who}, ${first.date.day === day ? 'on that day' : `on ${dateText(first.date)}`}.`;
}
