import { isCeiling } from '../../model/rule.ts';
import type { SnapshotView } from '../../model/view.ts';
import { type Shown, shown, visible } from '../../text/escape-controls.ts';
import { enumeration } from '../../text/suggest.ts';
import { mostNames, type Naming, namesOf } from '../coalitions/naming.ts';
import type { SectionEntry } from '../layout/section.ts';
import { countEvaluations, countedText, criterionLabel } from '../words/criterion.ts';
import { dateText } from '../words/dates.ts';

type Viewed = Pick<SnapshotView, 'snapshot' | 'tally'>;

/** When the criteria close that are still open, the earliest first as they stand in the rule; empty if none does. */
export function closingLines({ tally }: Viewed, { year }: Pick<Naming, 'year'>): SectionEntry[] {
  const counts = countEvaluations(tally.evaluation);
  const labels = new Map<string, Shown[]>();
  for (const { criterion, closes, closed } of counts) {
    if (closes === undefined || closed) continue;
    const date = dateText(closes, year);
    labels.set(date, [...(labels.get(date) ?? []), criterionLabel(criterion)]);
  }
  return [...labels].map(([date, ofDate]) =>
    ofDate.length === counts.length ? visible(date) : [visible(date), shown`${ofDate.join('; ')}`],
  );
}

/**
 * Who counted when a criterion closed that came out blocked, as members may have moved since: `1 Jul, 09:00 UTC  opposed
 * then: Belgium`. Of a floor only where that is few members.
 */
export function closedLines({ tally }: Viewed, naming: Naming): SectionEntry[] {
  return countEvaluations(tally.evaluation).flatMap(({ criterion, closes, closed, status }, index): SectionEntry[] => {
    if (closes === undefined || !closed || status !== 'blocked') return [];
    const counted = tally.compositions[index]?.counted ?? [];
    const isFew = naming.all || counted.length <= mostNames;
    if (!isFew && !isCeiling(criterion)) return [];
    const shownNames = namesOf(counted, naming).slice(0, isFew ? undefined : mostNames);
    const rest = counted.length - shownNames.length;
    const names = counted.length === 0 ? 'nobody' : enumeration(shownNames, 'and');
    const more = rest === 0 ? '' : `, and ${rest} more (--all)`;
    return [[visible(dateText(closes, naming.year)), shown`${countedText(criterion.count)} then: ${names}${more}`]];
  });
}
