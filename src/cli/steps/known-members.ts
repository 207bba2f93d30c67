import type { Member, Roster } from '../../model/roster.ts';
import { directoryOf, memberNamed } from '../input/find-member.ts';

type KnownMember = Pick<Member, 'code' | 'name'>;

/** The members of several rosters. One code is one member, whatever each roster calls it. */
export interface KnownMembers {
  add(roster: Pick<Roster, 'members'>): void;
  /** The member that a word means in any of them. @throws UsageError where nobody is meant, or several are */
  named(word: string): KnownMember;
}

/** Nobody yet. Of each roster only codes and names are kept. */
export function knownMembers(): KnownMembers {
  const members = new Map<string, KnownMember>();
  return {
    add: (roster) => {
      for (const { code, name } of roster.members) members.set(`${code} ${name}`, { code, name });
    },
    named: (word) => {
      const whose = 'any of these rosters';
      return memberNamed(word, directoryOf({ members: [...members.values()], groups: {} }, whose));
    },
  };
}
