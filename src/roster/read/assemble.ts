import type { Candidate, Claim, Demand, Member, Report, Roster, Source } from '../../model/roster.ts';
import { momentOf, type Time } from '../../model/time.ts';
import { namesFor } from '../names/country-names.ts';
import { resolveMembers, type WrittenCount } from '../schema/claim.ts';
import type { WrittenMember } from '../schema/member.ts';
import { resolveDemands } from '../schema/position.ts';
import type { WrittenRoster } from '../schema/roster.ts';
import { resolveGroups } from '../schema/rule.ts';

type Dated = { readonly date?: Time };

/** The order by time, entries without a date first. Entries of one time keep the order of the file. */
const byTime = (a: Dated, b: Dated): number => compare(momentOf(a.date), momentOf(b.date));
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The roster of a file that has passed all checks: sorted, with names of countries filled in and groups resolved.
 *
 * @param others members besides those written, as assembled before from the same names and demands
 */
export function assemble(written: WrittenRoster, others: readonly Member[] = []): Roster {
  const { title, body, names, rule, closes, groups, demands, decision, expect, note } = written;
  const claims = [...written.claims].sort(byTime);
  const codes = Object.keys(written.members);
  const nameOf = namesFor([...codes, ...others.map(({ code }) => code)], names);
  const members = codes.map((code): Member => {
    const { name = nameOf(code), terms, weights, positions, note } = written.members[code] as WrittenMember;
    const resolved = positions.map((position) => resolveDemands(position, demands));
    if (resolved.length > 1) resolved.sort(byTime);
    const member = { code, name, terms, weights, positions: resolved };
    return note === undefined ? member : { ...member, note };
  });
  return {
    title,
    ...(body !== undefined && { body }),
    ...(names !== undefined && { names }),
    ...(written['as-of'] && { asOf: written['as-of'] }),
    rule: { name: rule.name, ...(closes && { closes }), criterion: resolveGroups(rule.criterion, groups) },
    groups,
    members: [...members, ...others].sort((a, b) => compare(a.code, b.code)),
    rounds: [...written.rounds].sort(byTime),
    demands: Object.entries(demands)
      .map(([id, demand]) => toDemand(id, demand))
      .sort((a, b) => compare(a.id, b.id)),
    claims: claims.flatMap((claim): Claim[] => ('of' in claim ? [] : [toClaim(claim, groups)])),
    reports: claims.flatMap((claim): Report[] =>
      'of' in claim ? [{ ...resolveDemands(claim, demands), of: resolveMembers(claim.of, groups) }] : [],
    ),
    candidates: Object.entries(written.candidates).map(([name, candidate]) => toCandidate(name, candidate)),
    milestones: [...written.milestones].sort(byTime),
    ...(decision && { decision }),
    expect,
    sources: Object.fromEntries(Object.entries(written.sources).map(([key, source]) => [key, toSource(source)])),
    ...(note !== undefined && { note }),
  };
}

function toClaim({ among, holdouts, ...rest }: WrittenCount, groups: Roster['groups']): Claim {
  return {
    ...rest,
    ...(among && { among: resolveMembers(among, groups) }),
    ...(holdouts && { holdouts: [...holdouts].sort(compare) }),
  };
}

function toDemand(id: string, { text, history = [], note }: WrittenRoster['demands'][string]): Demand {
  return {
    id,
    ...(text !== undefined && { text }),
    history: [...history].sort(byTime),
    ...(note !== undefined && { note }),
  };
}

function toCandidate(name: string, written: WrittenRoster['candidates'][string]): Candidate {
  const { member, proposed, history = [], note } = written;
  return {
    name,
    ...(member !== undefined && { member }),
    proposed: proposed ?? false,
    history: [...history].sort(byTime),
    ...(note !== undefined && { note }),
  };
}

function toSource({ title, publisher, date, url, note }: WrittenRoster['sources'][string]): Source {
  return {
    ...(title !== undefined && { title }),
    ...(publisher !== undefined && { publisher }),
    ...(date !== undefined && { date }),
    ...(url !== undefined && { url }),
    ...(note !== undefined && { note }),
  };
}
