import { momentOf, type Time } from '../../model/time.ts';
import { type Cursor, pathOf, type ReportProblem, valueUnder } from '../yaml/cursor.ts';
import { timeUnder } from './terms.ts';

/** Reports entries with the date of an earlier one. Entries without a sound date are passed over. */
export function reportSameDates(
  entries: readonly Cursor[],
  report: ReportProblem,
  wordsFor: (time: Time) => { readonly message: string; readonly hint: string },
): void {
  const first = new Map<string, Cursor>();
  for (const entry of entries) {
    const time = timeUnder(entry, 'date');
    if (time === undefined) continue;
    const date = valueUnder(entry, 'date');
    const before = first.get(momentOf(time));
    if (before === undefined) {
      first.set(momentOf(time), date);
      continue;
    }
    const related = { message: 'first here', path: pathOf(before), at: 'value' } as const;
    report(date, { code: 'same-date', ...wordsFor(time), related });
  }
}
