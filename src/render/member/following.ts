import type { MemberHistory } from '../../model/member-history.ts';
import type { Standing } from '../../model/snapshot.ts';
import { type Shown, shown } from '../../text/escape-controls.ts';
import { namedIn } from '../words/verdict.ts';

/** The members whom it follows, each with where that stands. */
export function followsLines({ standing, snapshot: { members } }: MemberHistory): Shown[] {
  const byCode = new Map(members.map((member) => [member.code, member]));
  return (standing?.follows ?? []).map((code) => {
    const followed = byCode.get(code);
    return followed === undefined ? shown`${code} (not a member then)` : nameAndStance(followed);
  });
}

/** The members that follow it, each with whom else it follows. */
export function followerLines({ followers, member, snapshot }: MemberHistory): Shown[] {
  const named = namedIn(snapshot);
  return followers.map((follower) => {
    const others = (follower.follows ?? []).filter((code) => code !== member.code);
    return shown`${nameAndStance(follower)}${others.length === 0 ? '' : `, with ${named(others)}`}`;
  });
}

const nameAndStance = ({ name, stance }: Standing): Shown => shown`${name} (${stance})`;
