import type { Standing } from '../../model/snapshot.ts';
import type { Evidence, MemberChanges, MembershipChange, Restatement, StanceChange } from '../../model/timeline.ts';
import { compareText } from '../../text/compare.ts';

/** A member before and after; undefined where it is not in the roster. */
export type StandingChange = readonly [before: Standing | undefined, after: Standing | undefined];

/** The changes sorted into moves, restatements, arrivals and departures. */
export function memberChanges(changes: Iterable<StandingChange>): MemberChanges {
  const moved: StanceChange[] = [];
  const restated: Restatement[] = [];
  const joined: MembershipChange[] = [];
  const left: MembershipChange[] = [];
  for (const [before, after] of changes) {
    if (before !== undefined && after !== undefined) {
      const ofMember = { member: after.code, name: after.name, ...evidenceOf(after) };
      if (before.stance === after.stance) restated.push({ ...ofMember, stance: after.stance });
      else moved.push({ ...ofMember, from: before.stance, to: after.stance });
    } else if (after !== undefined) joined.push(membershipChange(after));
    else if (before !== undefined) left.push(membershipChange(before));
  }
  const byCode = <T extends { readonly member: string }>(all: T[]): T[] =>
    all.sort((a, b) => compareText(a.member, b.member));
  return { moved: byCode(moved), restated: byCode(restated), joined: byCode(joined), left: byCode(left) };
}

const membershipChange = ({ code, name, stance }: Standing): MembershipChange => ({ member: code, name, stance });

/** The evidence that a stance rests on. */
export function evidenceOf({ leaning, follows, circa, basis, by, why, wants, sources }: Standing): Evidence {
  return {
    ...(leaning && { leaning }),
    ...(follows && { follows }),
    circa,
    ...(basis !== undefined && { basis }),
    ...(by !== undefined && { by }),
    ...(why !== undefined && { why }),
    wants,
    sources,
  };
}
