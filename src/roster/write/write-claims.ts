import type { Claim, NamedMembers, Report, Roster } from '../../model/roster.ts';
import { momentOf } from '../../model/time.ts';
import { compareText } from '../../text/compare.ts';
import { ifTrue, list, mappingOf, plain, type Written, type WrittenMapping } from '../yaml/emit.ts';
import { demandValue, denialValue, sourced, time } from './write-statement.ts';

/** Claims and reports about several as one list by time; undefined if there are none. Those of one time keep their order. */
export function claimsValue({ claims, reports }: Pick<Roster, 'claims' | 'reports'>): readonly Written[] | undefined {
  const all = [...claims, ...reports].sort((a, b) => compareText(momentOf(a.date), momentOf(b.date)));
  return list(all.map((claim) => ('of' in claim ? reportValue(claim) : claimValue(claim))));
}

function reportValue(report: Report): WrittenMapping {
  const { date, circa, of, stance, by, why, wants, wantIds, sources, quote, denied, note } = report;
  return mappingOf({
    date: time(date),
    circa: ifTrue(circa),
    by,
    of: membersValue(of),
    stance: plain(stance),
    why,
    wants: list(wants.map((text) => demandValue(text, wantIds))),
    quote,
    ...sourced(sources),
    denied: denied && denialValue(denied),
    note,
  } satisfies Readonly<Record<string, Written | undefined>>);
}

const membersValue = ({ codes, group }: NamedMembers): Written => group ?? codes;

function claimValue({
  date,
  circa,
  by,
  supporting,
  holdingOut,
  among,
  holdouts,
  sources,
  quote,
  note,
}: Claim): WrittenMapping {
  return mappingOf({
    date: time(date),
    circa: ifTrue(circa),
    by,
    supporting: supporting && plain(supporting.text),
    'holding-out': holdingOut && plain(holdingOut.text),
    among: among && membersValue(among),
    holdouts,
    quote,
    ...sourced(sources),
    note,
  });
}
