import type { Tally } from '../../model/tally.ts';
import { shown } from '../../text/escape-controls.ts';
import type { SectionEntry } from '../layout/section.ts';
import { datedText } from './claims-and-dates.ts';
import { distanceText } from './dates.ts';

/** Deadlines that have passed without a decision: `9 Jul, Washington summit, 3 days ago`. */
export function missedLines(milestones: Tally['milestones'], year: string): SectionEntry[] {
  return milestones
    .filter(isMissed)
    .map((milestone) => [datedText(milestone, year), shown`${milestone.name}, ${distanceText(milestone.days)}`]);
}

/** Milestones ahead: `9 Jul, Washington summit (deadline), in 139 days`. */
export function aheadLines(milestones: Tally['milestones'], year: string): SectionEntry[] {
  return milestones
    .filter((milestone) => !isMissed(milestone))
    .map((milestone) => {
      const { name, deadline, days } = milestone;
      return [datedText(milestone, year), shown`${name}${deadline ? ' (deadline)' : ''}, ${distanceText(days)}`];
    });
}

/** Whether the day of a milestone has passed; a tally keeps only deadlines of these, where nothing is decided. */
const isMissed = ({ days }: Tally['milestones'][number]): boolean => days < 0;
