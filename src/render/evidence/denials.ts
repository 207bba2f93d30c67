import type { Denial } from '../../model/roster.ts';
import type { DeniedReport, Standing } from '../../model/snapshot.ts';
import { momentOf, type Time } from '../../model/time.ts';
import { compareText } from '../../text/compare.ts';
import { type Shown, shown } from '../../text/escape-controls.ts';
import type { SectionEntry } from '../layout/section.ts';
import { datedText } from '../words/claims-and-dates.ts';
import { dateText } from '../words/dates.ts';

/** A date in a sentence: `on 12 Mar`, `in Mar`, `about 12 Mar`. */
function whenText(dated: { readonly date: Time; readonly circa: boolean }, year: string): Shown {
  const preposition = dated.circa ? '' : /^\d{4}-\d{2}$/.test(dated.date.text) ? 'in ' : 'on ';
  return shown`${preposition}${datedText(dated, year)}`;
}

/** Who denied a report and when: `denied on 14 Mar by the foreign minister`. */
export const denialText = ({ date, by }: Denial, year: string): Shown =>
  shown`denied ${whenText({ date, circa: false }, year)}${by === undefined ? '' : ` by ${by}`}`;

/** A denied report of a member, in one line: `Hungary: reported as support on 12 Mar (Reuters), denied by a minister`. */
export function deniedText(name: string, report: DeniedReport, year: string): Shown {
  const { stance, by, denied } = report;
  const author = by === undefined ? '' : ` (${by})`;
  const whose = denied.by === undefined ? '' : ` by ${denied.by}`;
  return shown`${name}: reported as ${stance} ${whenText(report, year)}${author}, denied${whose}`;
}

/** Denied reports that are shown unless all are asked for. */
const mostDenials = 3;

/** The denied reports about members, the latest denial last; without `all` only the latest few. */
export function deniedLines(members: readonly Standing[], year: string, all: boolean): SectionEntry[] {
  const lines = deniedLinesOf(
    members.flatMap(({ name, denied }) => denied.map((report) => ({ name, ...report }))),
    year,
  );
  const hidden = all ? 0 : Math.max(0, lines.length - mostDenials);
  return hidden === 0 ? lines : [shown`${hidden} earlier (--all)`, ...lines.slice(hidden)];
}

/** Denied reports with the dates of their denials, the latest denial last. */
export function deniedLinesOf(
  reports: readonly (DeniedReport & { readonly name: string })[],
  year: string,
): SectionEntry[] {
  return [...reports]
    .sort((a, b) => compareText(momentOf(a.denied.date), momentOf(b.denied.date)))
    .map((report) => [dateText(report.denied.date, year), deniedText(report.name, report, year)]);
}
