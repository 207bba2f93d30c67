import type { SnapshotView } from '../../model/view.ts';
import { type Shown, shown, visible } from '../../text/escape-controls.ts';
import type { SectionEntry } from '../layout/section.ts';
import { countEvaluations, criterionLabel } from '../words/criterion.ts';
import { dateText, yearOf } from '../words/dates.ts';

/** When the criteria close that are still open, the earliest first as they stand in the rule; empty if none does. */
export function closingLines({ snapshot, tally }: Pick<SnapshotView, 'snapshot' | 'tally'>): SectionEntry[] {
  const counts = countEvaluations(tally.evaluation);
  const labels = new Map<string, Shown[]>();
  for (const { criterion, closes, closed } of counts) {
    if (closes === undefined || closed) continue;
    const date = dateText(closes, yearOf(snapshot.asOf));
    labels.set(date, [...(labels.get(date) ?? []), criterionLabel(criterion)]);
  }
  return [...labels].map(([date, ofDate]) =>
    ofDate.length === counts.length ? visible(date) : [visible(date), shown`${ofDate.join('; ')}`],
  );
}
