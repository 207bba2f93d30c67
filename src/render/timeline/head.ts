import type { Timeline } from '../../model/timeline.ts';
import type { TimelineView } from '../../model/view.ts';
import { type Shown, shown, visible } from '../../text/escape-controls.ts';
import { grouped } from '../../text/numerals.ts';
import { displayWidth, spaces, truncate, wrap } from '../../text/width.ts';
import { headingLines } from '../layout/section.ts';
import { type Layout, type Painted, painted } from '../layout/theme.ts';
import { dateText } from '../words/dates.ts';
import { decisionLines } from '../words/decision.ts';
import { mostWithin, namesWithin } from '../words/names.ts';
import { worstOf } from '../words/order.ts';
import { signs } from '../words/signs.ts';
import { onRecordText, verdictText } from '../words/verdict.ts';
import type { Glyphs } from './chart/glyphs.ts';

/** The first lines of a timeline: what it is about, the outcome at its end, how far it is, and who is holding out. */
export function headLines(view: TimelineView, layout: Layout, glyphs: Glyphs): Painted[] {
  const { timeline, end } = view;
  const { width, theme } = layout;
  const separator = ` ${glyphs.dot} `;
  const heading = headingLines(timeline, datesText(timeline), layout, separator);
  const onRecord = timeline.onRecord ? wrap(onRecordText, width) : [];
  if (end === undefined) return [...heading, ...onRecord];
  // Where the dates have no room beside the title, the answer comes before them.
  const besideTitle = heading.length === 1;
  const title = besideTitle ? heading : headingLines({ title: timeline.title }, '', layout);
  const dates = besideTitle ? [] : heading.slice(title.length);
  const word = visible(end.tally.outcome.toUpperCase());
  const indent = spaces(word.length + 2);
  const verdict = wrap(verdictText(end), width - indent.length).map((line, index) =>
    index === 0 ? painted`${theme.outcome[end.tally.outcome](word)}  ${line}` : painted`${indent}${line}`,
  );
  return [
    ...title,
    ...decisionLines(end, layout),
    ...verdict,
    ...situationLines(timeline, end, width),
    ...dates,
    ...onRecord,
  ];
}

/** Who is holding out, or since when nobody has. */
function situationLines(
  timeline: Timeline,
  { tally: { outcome, holdouts } }: NonNullable<TimelineView['end']>,
  width: number,
): Shown[] {
  if (outcome !== 'reached') {
    const label = shown`Holding out (${grouped(`${holdouts.length}`)}): `;
    const ranked = worstOf(holdouts, mostWithin(width)).first;
    // The stance stands behind the last of those that share it.
    const names = ranked.map(({ name, stance }, index) =>
      ranked[index + 1]?.stance === stance ? visible(name) : shown`${name} (${signs[stance].words})`,
    );
    return [
      names.length === 0
        ? shown`Nobody is holding out.`
        : truncate(shown`${label}${namesWithin(names, width - displayWidth(label), holdouts.length)}`, width),
    ];
  }
  const since = reachedDay(timeline);
  const reached = since === undefined ? '' : `; reached on ${dateText({ text: since, day: since })}`;
  return wrap(shown`Nobody is holding out${reached}.`, width);
}

/** The day from which the rule has been met until the end; undefined where it is earlier than what is shown. */
function reachedDay({ points, start }: Timeline): string | undefined {
  const index = points.findLastIndex(({ outcome }) => outcome !== 'reached');
  if (index < 0 && start?.outcome !== 'open' && start?.outcome !== 'blocked') return undefined;
  return points[index + 1]?.date.day;
}

/** The dates asked for, or those of the first and the last point. */
function datesText({ points, from, to }: Timeline): string {
  const textOf = (day: string): string => dateText({ text: day, day });
  const ends = [from ?? points[0]?.date.day, to ?? points.at(-1)?.date.day].flatMap((day) => day ?? []).map(textOf);
  return [...new Set(ends)].join(' to ');
}
