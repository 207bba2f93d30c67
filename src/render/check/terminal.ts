import { wrap } from '../../text/width.ts';
import { linesText } from '../layout/section.ts';
import { type Layout, type Painted, painted } from '../layout/theme.ts';
import type { CheckedDecisions } from './checked.ts';
import { decisionsText, remarkTexts } from './words.ts';

/**
 * `check` of several rosters for people: a block each, then what was newly reached, lost or left out, and how many there
 * are of each outcome on the last line.
 *
 * @param blocks the answers about one roster each
 */
export function renderChecks(blocks: readonly Painted[], all: CheckedDecisions, { width, theme }: Layout): Painted {
  const remarks = remarkTexts(all).flatMap((remark) => wrap(remark, width));
  const counts = wrap(decisionsText(all), width).map((line) => theme.strong(line));
  const end = linesText([...remarks, ...counts]);
  return [...blocks, end].reduce((text, block) => painted`${text}\n${block}`);
}
