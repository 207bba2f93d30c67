import type { Denial } from '../../model/roster.ts';
import type { DeniedReport, Standing } from '../../model/snapshot.ts';
import { momentOf, type Time } from '../../model/time.ts';
import { compareText, sortedByName } from '../../text/compare.ts';
import { type Shown, shown } from '../../text/escape-controls.ts';
import { enumeration } from '../../text/suggest.ts';
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

/** Denied reports with the dates of their denials, the latest denial last; members of whom the same was denied share a line. */
export function deniedLinesOf(
  reports: readonly (DeniedReport & { readonly name: string })[],
  year: string,
): (readonly [date: Shown, text: Shown])[] {
  const alike = new Map<string, { readonly report: DeniedReport; readonly names: string[] }>();
  for (const { name, stance, date, circa, by, sources, denied } of reports) {
    const report = { stance, date, circa, ...(by !== undefined && { by }), sources, denied };
    const key = JSON.stringify(report);
    const known = alike.get(key);
    if (known === undefined) alike.set(key, { report, names: [name] });
    else known.names.push(name);
  }
  return [...alike.values()]
    .sort((a, b) => compareText(momentOf(a.report.denied.date), momentOf(b.report.denied.date)))
    .map(({ report, names }): readonly [Shown, Shown] => [
      dateText(report.denied.date, year),
      deniedText(
        enumeration(
          sortedByName(names, (name) => name),
          'and',
        ),
        report,
        year,
      ),
    ]);
}
