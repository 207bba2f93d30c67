import type { Timeline } from '../../model/timeline.ts';
import type { TimelineView } from '../../model/view.ts';
import { isoDay } from '../../render/timeline/chart/x-axis.ts';
import { dateText } from '../../render/words/dates.ts';
import { onRecordText, verdictText } from '../../render/words/verdict.ts';
import { type Shown, shown, visible } from '../../text/escape-controls.ts';
import type { Axis } from '../geometry.ts';
import { spectrum } from '../palette.ts';
import { layRiver } from '../river/layout.ts';
import { River, riverPlot } from '../river/river.tsx';
import { spanOf, tellingDays } from '../river/span.ts';
import { contentWidth, type Head, type Section, svgDocument } from './frame.tsx';
import { type KeyEntry, keyBlock, stanceEntry } from './key.tsx';
import { countsText, decisionRemarks, ruleWords, sentence } from './status-document.tsx';
import { textBlock } from './text-block.tsx';

/** The margin for the numbers of members. */
const gutter = 52;

/** `timeline` as an SVG file: the stances over time, what was needed and what was reported. */
export function renderTimelineSvg(view: TimelineView, style: string): string {
  return svgDocument(headOf(view), riverSections(view.timeline), style);
}

function headOf({ timeline, end }: TimelineView): Head {
  const { title, body, onRecord, rule } = timeline;
  const dates = datesText(timeline);
  const verdict = end === undefined ? shown`Nothing is known by then.` : sentence(verdictText(end));
  return {
    title: visible(title),
    hasBody: body !== undefined,
    kicker: [...(body === undefined ? [] : [visible(body)]), ...ruleWords(rule), ...(dates === '' ? [] : [dates])],
    ...(end !== undefined && { outcome: end.tally.outcome }),
    verdict,
    remarks: [...(end === undefined ? [] : decisionRemarks(end)), ...(onRecord ? [onRecordText] : [])],
    description: shown`${dates === '' ? '' : `${dates}: `}${verdict}${end === undefined ? '' : ` ${countsText(end)}`}`,
  };
}

/** The dates asked for, or those of the first and the last event. */
function datesText(timeline: Timeline): Shown {
  const { from, to } = timeline;
  const days = tellingDays(timeline);
  const ends = [from ?? days[0], to ?? days.at(-1)].flatMap((day) => day ?? []);
  return visible([...new Set(ends.map((day) => dateText({ text: day, day })))].join(' to '));
}

function riverSections(timeline: Timeline): Section[] {
  const span = spanOf(timeline);
  if (span === undefined || timeline.points.length === 0)
    return [
      {
        above: 16,
        ...textBlock(
          'No date is known, so there is nothing to draw.',
          { class: 'remark faint', size: 13, most: 1 },
          contentWidth,
        ),
      },
    ];
  const axis: Axis = { ...span, left: gutter, right: contentWidth - 2 };
  const label = shown`Stances from ${dayText(span.first)} to ${dayText(span.last)}`;
  return [
    { above: 18, ...keyBlock(entriesOf(timeline), contentWidth) },
    {
      above: 10,
      height: layRiver(timeline, axis, contentWidth, riverPlot).height,
      content: <River told={timeline} axis={axis} width={contentWidth} label={label} />,
    },
  ];
}

const dayText = (day: number): Shown => dateText({ text: isoDay(day), day: isoDay(day) });

function entriesOf({ start, points }: Timeline): KeyEntry[] {
  const states = [...(start === undefined ? [] : [start]), ...points];
  const claims = points.flatMap((point) => point.claims).filter((claim) => !('among' in claim));
  const has = (about: 'supporting' | 'holding-out'): boolean => claims.some((claim) => claim.about === about);
  return [
    ...spectrum
      .filter((stance) => states.some(({ counts }) => counts[stance] > 0))
      .map((stance) => stanceEntry(stance)),
    ...(has('supporting') ? [{ kind: 'supporting', text: 'reported in favour' } as const] : []),
    ...(has('holding-out') ? [{ kind: 'holding-out', text: 'reported holding back' } as const] : []),
  ];
}
