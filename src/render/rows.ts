import { stances } from '../model/stance.ts';
import type { StanceCounts } from '../model/tally.ts';
import type { Timeline, TimelineState } from '../model/timeline.ts';
import { dateText } from './dates.ts';
import { happenings } from './happenings.ts';
import { grouped, plural } from './numbers.ts';
import { figureText, type Series } from './series.ts';

/** A date of a timeline in words. */
export interface Row {
  readonly date: string;
  readonly state: TimelineState;
  /** `21 of 32`. */
  readonly tally: string;
  /** What happened, one thing each. */
  readonly texts: readonly string[];
}

/** A timeline in words, date by date, after how things stood before. */
export function rowsOf({ start, points, from, names }: Timeline, series: Series, arrow: string): Row[] {
  const row = (date: string, state: TimelineState, texts: readonly string[]): Row => ({
    date,
    state,
    tally: figureText(series, series.figureOf(state)),
    texts: texts.length > 0 ? texts : [membersText(state.counts)],
  });
  const before = points.length > 0 || from !== undefined ? 'before' : 'undated';
  return [
    ...(start ? [row(before, start, [])] : []),
    ...points.map((point) => row(dateText(point.date), point, happenings(point, { names, arrow }))),
  ];
}

/** Who is there, most of them first: `31 members: 29 undeclared, 2 support`. */
function membersText(counts: StanceCounts): string {
  const parts = stances
    .filter((stance) => counts[stance] > 0)
    .sort((a, b) => counts[b] - counts[a])
    .map((stance) => `${grouped(`${counts[stance]}`)} ${stance}`);
  return [plural(grouped(`${counts.members}`), 'member'), ...(parts.length === 0 ? [] : [parts.join(', ')])].join(': ');
}

/** A text that begins a line. */
export const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
