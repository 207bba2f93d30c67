import type { ReportFate, ReportMention } from '../../model/member-history.ts';
import type { Member, Report, Roster } from '../../model/roster.ts';
import { endOf, momentOf, type Time } from '../../model/time.ts';
import { isBy } from '../time/dates.ts';
import { termsBy } from '../time/epochs.ts';
import { isDenied, toldBy } from './denials.ts';
import { knownMember } from './known-member.ts';
import { isMemberOn, listingsOf } from './listings.ts';

/** The reports about several that concern one member, up to a date, and what became of each; oldest first. */
export function reportMentions(roster: Roster, member: Member, asOf: Time): ReportMention[] {
  const terms = termsBy(member, asOf);
  const about = roster.reports.filter(
    ({ date, of }) => of.codes.includes(member.code) && isMemberOn({ terms }, endOf(date)),
  );
  if (about.length === 0) return [];
  const listings = listingsOf(roster).filter(({ time }) => isBy(time, asOf));
  const { positions } = knownMember(roster, member, asOf, listings);
  const told = toldBy(about, asOf);
  // Of one time the later in the file stands.
  const latest = new Map<string, Report>();
  for (const report of told) if (!isDenied(report, asOf)) latest.set(momentOf(report.date), report);
  const heard = new Set(positions.flatMap(({ basis, date }) => (basis === 'reported' ? [date] : [])));
  const fateOf = (report: Report): ReportFate => {
    if (isDenied(report, asOf)) return 'denied';
    return latest.get(momentOf(report.date)) === report && heard.has(report.date) ? 'counts' : 'overruled';
  };
  return told.map((report): ReportMention => {
    const { date, circa, by, stance, why, wants, denied, sources, of } = report;
    return {
      date,
      circa,
      ...(by !== undefined && { by }),
      of,
      stance,
      ...(why !== undefined && { why }),
      wants,
      ...(denied && { denied }),
      fate: fateOf(report),
      sources,
    };
  });
}
