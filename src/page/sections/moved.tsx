import { useMemo } from 'preact/hooks';
import type { Timeline, Way } from '../../model/timeline.ts';
import type { SnapshotView } from '../../model/view.ts';
import type { Axis } from '../../picture/geometry.ts';
import { Ribbons, RibbonsCursor } from '../../picture/ribbons/ribbons.tsx';
import { River, RiverCursor, riverPlot } from '../../picture/river/river.tsx';
import { spanOf } from '../../picture/river/span.ts';
import { closingText } from '../../render/timeline/entries.ts';
import { dateText } from '../../render/words/dates.ts';
import { verdictText } from '../../render/words/verdict.ts';
import { shown } from '../../text/escape-controls.ts';
import type { Acts, Ask } from '../ask/ask.ts';
import { timeOfDay } from '../ask/times.ts';
import { Dates } from './dates.tsx';
import { Happened } from './happened.tsx';
import { Key } from './key.tsx';

interface MovedProps {
  readonly told: Timeline;
  /** Empty where there are too many members to draw them. */
  readonly ways: readonly Way[];
  readonly ask: Ask;
  /** What the page begins with. */
  readonly start: Ask;
  readonly view: SnapshotView;
  readonly width: number;
  readonly acts: Acts | undefined;
}

/** Below this width codes stand for names, and the plot is lower. */
const narrow = 560;

/** How the tally and each member moved over time. It is what is known, and never a what-if. */
export function Moved({ told, ways, ask, start, view, width, acts }: MovedProps) {
  const isNarrow = width < narrow;
  const axis = useMemo((): Axis => {
    const span = spanOf(told, [start.at.day]);
    return { first: 0, last: 1, ...span, left: isNarrow ? 34 : 128, right: width - 2 };
  }, [told, start, width]);
  const plot = isNarrow ? 190 : riverPlot;
  const { day } = ask.at;
  const river = useMemo(
    () => (
      <River
        told={told}
        axis={axis}
        width={width}
        plot={plot}
        label={riverLabel(told)}
        onDay={acts && ((to) => acts.go(timeOfDay(to)))}
      />
    ),
    [told, axis, acts],
  );
  const ribbons = useMemo(
    () => (
      <Ribbons
        ways={ways}
        axis={axis}
        width={width}
        selected={ask.member}
        onPick={acts?.pick}
        label="Where each member stood over time; the table of members says it in words"
      />
    ),
    [ways, axis, ask.member, acts],
  );
  return (
    <section aria-labelledby="h-how">
      <h2 id="h-how">How it moved</h2>
      <p class="deck">{closingText(told, '→', mostMovers)}</p>
      <Key told={told} />
      <div class="over">
        {river}
        <RiverCursor axis={axis} width={width} plot={plot} day={day} />
      </div>
      {acts !== undefined && (
        <Dates
          told={told}
          axis={axis}
          at={ask.at}
          start={start.at}
          onRecord={ask.onRecord}
          answer={shown`${view.tally.outcome}, ${verdictText(view)}`}
          acts={acts}
        />
      )}
      <Happened told={told} at={ask.at} />
      {ways.length > 0 && (
        <>
          <h3 class="sub">Member by member</h3>
          <div class="over">
            {ribbons}
            <RibbonsCursor axis={axis} width={width} members={ways.length} day={day} />
          </div>
        </>
      )}
    </section>
  );
}

/** More of the last movers are counted. */
const mostMovers = 4;

function riverLabel({ points }: Timeline): string {
  const [first, last] = [points[0], points.at(-1)];
  const dates = first && last ? ` from ${dateText(first.date)} to ${dateText(last.date)}` : '';
  return `Stances${dates}; the table of dates has the same in words`;
}
