import type { Claim, NamedMembers, Report } from '../../model/roster.ts';
import { momentOf } from '../../model/time.ts';
import { type Entry, fieldsIn, list, text, type Value, word } from './entry-text.ts';

/** A claim or a report about several as an entry of `claims`, without defaults and empty fields. */
export function claimsEntry(claim: Claim | Report): Entry {
  return 'of' in claim ? reportEntry(claim) : claimEntry(claim);
}

function reportEntry(report: Report): Entry {
  const { date, circa, by, of, stance, why, wants, sources, quote, note } = report;
  const values: Readonly<Record<Exclude<keyof Report, 'wantIds'> | 'source', Value | undefined>> = {
    date: word(date.text),
    circa: word(circa ? 'true' : undefined),
    by: text(by),
    of: membersValue(of),
    stance: word(stance),
    why: text(why),
    wants: list(wants),
    source: sources.length > 1 ? undefined : text(sources[0]),
    sources: sources.length > 1 ? list(sources) : undefined,
    quote: text(quote),
    // What is recorded has only just been reported.
    denied: undefined,
    note: text(note),
  };
  return { moment: momentOf(date), fields: fieldsIn(Object.entries(values)) };
}

const membersValue = ({ codes, group }: NamedMembers): Value | undefined =>
  group === undefined ? list(codes) : text(group);

/** An empty list of holdouts says something. */
function claimEntry(claim: Claim): Entry {
  const { date, circa, by, supporting, holdingOut, among, holdouts, sources, quote, note } = claim;
  const values: Readonly<Record<keyof Claim | 'source', Value | undefined>> = {
    date: word(date.text),
    circa: word(circa ? 'true' : undefined),
    by: text(by),
    supporting: word(supporting?.text),
    holdingOut: word(holdingOut?.text),
    among: among && membersValue(among),
    holdouts: holdouts && { list: holdouts },
    source: sources.length > 1 ? undefined : text(sources[0]),
    sources: sources.length > 1 ? list(sources) : undefined,
    quote: text(quote),
    note: text(note),
  };
  const keyOf = (name: string): string => (name === 'holdingOut' ? 'holding-out' : name);
  return {
    moment: momentOf(date),
    fields: fieldsIn(Object.entries(values).map(([name, value]) => [keyOf(name), value] as const)),
  };
}
