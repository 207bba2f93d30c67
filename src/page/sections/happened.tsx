import type { Time } from '../../model/time.ts';
import type { Timeline } from '../../model/timeline.ts';
import { eventTexts } from '../../render/timeline/entries.ts';
import { dateText } from '../../render/words/dates.ts';

/** More events of one day are counted. */
const mostEvents = 8;

/** What happened on a day, or on the last day before it on which anything did; nothing before the first. */
export function Happened({ told, at }: { readonly told: Timeline; readonly at: Time }) {
  const point = told.points.findLast(
    ({ date }) => date.day < at.day || (date.day === at.day && at.instant === undefined),
  );
  if (point === undefined) return <div class="happened" />;
  const texts = [...eventTexts(point, { names: told.names, arrow: '→' })];
  return (
    <div class="happened">
      <h3>
        {point.date.day === at.day ? '' : 'Last change: '}
        {dateText(point.date)}
      </h3>
      <ul>
        {texts.slice(0, mostEvents).map((text) => (
          <li>{text}</li>
        ))}
        {texts.length > mostEvents && <li>{texts.length - mostEvents} more</li>}
      </ul>
    </div>
  );
}
