import type { Time } from '../../model/time.ts';
import type { Timeline } from '../../model/timeline.ts';
import type { Axis } from '../../picture/geometry.ts';
import { dayNumber, isoDay } from '../../render/timeline/chart/x-axis.ts';
import { dateText } from '../../render/words/dates.ts';
import type { Acts } from '../ask/ask.ts';
import { timeOfDay } from '../ask/times.ts';

interface DatesProps {
  readonly told: Timeline;
  readonly axis: Axis;
  readonly at: Time;
  /** The date that the page begins with. */
  readonly start: Time;
  readonly onRecord: boolean;
  /** The answer on the date, for those who hear it. */
  readonly answer: string;
  readonly acts: Acts;
}

/** What changes the date: a slider below the plot, steps from change to change, and the way back. */
export function Dates({ told, axis, at, start, onRecord, answer, acts }: DatesProps) {
  const before = told.points.findLast(({ date }) => date.day < at.day)?.date.day;
  const after = told.points.find(({ date }) => date.day > at.day)?.date.day;
  const laid = (element: HTMLElement | null): void => {
    element?.style.setProperty('--left', `${axis.left}px`);
    element?.style.setProperty('--long', `${axis.right - axis.left}px`);
  };
  return (
    <div class="dates">
      <div class="slide" ref={laid}>
        <label for="day">Date</label>
        <input
          id="day"
          type="range"
          min={axis.first}
          max={axis.last}
          value={dayNumber(at.day)}
          aria-valuetext={`${dateText(at)}: ${answer}`}
          onInput={({ currentTarget }) => acts.go(timeOfDay(isoDay(Number(currentTarget.value))))}
        />
      </div>
      <Step label="The change before" arrow="◀" day={before} acts={acts} />
      {/* The slider says its own value, and the page its answer. */}
      <output for="day" aria-live="off">
        {dateText(at)}
      </output>
      <Step label="The next change" arrow="▶" day={after} acts={acts} />
      {at.text !== start.text && (
        <button type="button" onClick={() => acts.go(start)}>
          Back to {dateText(start)}
        </button>
      )}
      <label class="check">
        <input
          type="checkbox"
          checked={onRecord}
          onChange={({ currentTarget }) => acts.useRecord(currentTarget.checked)}
        />{' '}
        on record only
      </label>
    </div>
  );
}

interface StepProps {
  readonly label: string;
  readonly arrow: string;
  /** ISO day; undefined where there is no such change. */
  readonly day: string | undefined;
  readonly acts: Acts;
}

const Step = ({ label, arrow, day, acts }: StepProps) => (
  <button
    type="button"
    aria-label={label}
    disabled={day === undefined}
    onClick={() => day !== undefined && acts.go(timeOfDay(day))}
  >
    {arrow}
  </button>
);
