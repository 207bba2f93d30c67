import type { Standing } from '../../model/snapshot.ts';
import type { Evidence, MemberNews, Passage, Restatement, StanceChange } from '../../model/timeline.ts';
import { compareText } from '../../text/compare.ts';

/** A member before and after: undefined while it is not in the roster. */
export type Change = readonly [before: Standing | undefined, after: Standing | undefined];

/** What members did, from how they stood before and after. */
export function newsOf(changes: Iterable<Change>): MemberNews {
  const moved: StanceChange[] = [];
  const restated: Restatement[] = [];
  const joined: Passage[] = [];
  const left: Passage[] = [];
  for (const [before, after] of changes) {
    if (before !== undefined && after !== undefined) {
      const ofMember = { member: after.code, name: after.name, ...evidenceOf(after) };
      if (before.stance === after.stance) restated.push({ ...ofMember, stance: after.stance });
      else moved.push({ ...ofMember, from: before.stance, to: after.stance });
    } else if (after !== undefined) joined.push(passageOf(after));
    else if (before !== undefined) left.push(passageOf(before));
  }
  const byCode = <T extends { readonly member: string }>(news: T[]): T[] =>
    news.sort((a, b) => compareText(a.member, b.member));
  return { moved: byCode(moved), restated: byCode(restated), joined: byCode(joined), left: byCode(left) };
}

const passageOf = ({ code, name, stance }: Standing): Passage => ({ member: code, name, stance });

/** What a stance rests on. */
export function evidenceOf({ circa, basis, by, why, wants, sources }: Standing): Evidence {
  return {
    circa,
    ...(basis !== undefined && { basis }),
    ...(by !== undefined && { by }),
    ...(why !== undefined && { why }),
    wants,
    sources,
  };
}
