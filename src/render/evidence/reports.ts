import type { MemberHistory, ReportMention } from '../../model/member-history.ts';
import { sortedByName } from '../../text/compare.ts';
import { type Shown, shown } from '../../text/escape-controls.ts';
import { enumeration } from '../../text/suggest.ts';
import type { SectionEntry } from '../layout/section.ts';
import { datedText } from '../words/claims-and-dates.ts';
import { denialText } from './denials.ts';

/** The reports about several that concern a member, each with what became of it. */
export function reportMentionLines({ reports, snapshot }: MemberHistory, year: string): SectionEntry[] {
  const names = new Map(snapshot.members.map(({ code, name }) => [code, name]));
  return reports.map((mention): SectionEntry => {
    const { of, stance, by } = mention;
    const whom =
      of.group ??
      enumeration(
        sortedByName(
          of.codes.map((code) => names.get(code) ?? code),
          (name) => name,
        ),
        'and',
      );
    const author = by === undefined ? '' : ` (${by})`;
    return [datedText(mention, year), shown`${whom} ${stance}${author}: ${fateText(mention, year)}`];
  });
}

function fateText({ fate, denied }: ReportMention, year: string): Shown {
  if (denied !== undefined) return denialText(denied, year);
  return fate === 'counts' ? shown`counted as its position` : shown`no change, its own word stands`;
}
