import type { Timeline, TimelinePoint } from '../../model/timeline.ts';
import { dateText, roundName, yearOf } from '../../render/words/dates.ts';
import { type Shown, shown, visible } from '../../text/escape-controls.ts';
import { type Axis, isOn, xOf } from '../geometry.ts';
import { cut, widthOf } from '../text-width.ts';

/** A milestone, a round or a decision below the axis. */
export interface Flag {
  /** Of its mark. */
  readonly x: number;
  /** Counted from the top. */
  readonly row: number;
  /** As much of the text as there is room for. */
  readonly text: string;
  readonly whole: Shown;
  /** Where the text begins, or ends if it stands before its mark. */
  readonly textX: number;
  readonly before: boolean;
  readonly filled: boolean;
}

/** Rows of flags at most; the flags that do not fit are counted. */
const mostRows = 8;

/** The space between a mark and its text. */
const gap = 8;

/** The size of the texts. */
const size = 12;

/** Flags in as few rows as keep them apart, and how many did not fit. */
export function flagsOf(told: Timeline, axis: Axis, width: number): { readonly flags: Flag[]; readonly more: number } {
  const ends: number[] = [];
  const flags: Flag[] = [];
  let more = 0;
  for (const { day, text, filled } of told.points.filter(({ date }) => isOn(date.day, axis)).flatMap(eventsOf)) {
    const x = xOf(day, axis);
    const wanted = widthOf(text, size);
    const before = x + gap + wanted > width && x - gap > width - x - gap;
    const short = cut(text, size, before ? x - gap : width - x - gap);
    const wide = Math.min(wanted, widthOf(short, size));
    const left = before ? x - gap - wide : x - 5;
    const fitting = ends.findIndex((end) => end + 10 < left);
    const row = fitting < 0 ? ends.length : fitting;
    if (row >= mostRows) {
      more += 1;
      continue;
    }
    ends[row] = before ? x + 5 : x + gap + wide;
    flags.push({ x, row, text: short, whole: text, textX: before ? x - gap : x + gap, before, filled });
  }
  return { flags, more };
}

interface Event {
  readonly day: string;
  readonly text: Shown;
  readonly filled: boolean;
}

function eventsOf({ date, milestones, rounds, closed, decision }: TimelinePoint): Event[] {
  const { day } = date;
  return [
    ...milestones.map(({ name, deadline }) => ({ day, text: visible(name), filled: deadline })),
    ...rounds.map((round) => ({ day, text: roundName(round, yearOf(date)), filled: false })),
    ...closed.map(() => ({ day, text: shown`closed on ${dateText(date)}`, filled: false })),
    ...(decision === undefined ? [] : [{ day, text: shown`decided: ${decision.outcome}`, filled: true }]),
  ];
}
