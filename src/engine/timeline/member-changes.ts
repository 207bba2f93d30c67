import type { Standing } from '../../model/snapshot.ts';
import type { Evidence, MemberChanges, MembershipChange, Restatement, StanceChange } from '../../model/timeline.ts';
import { compareText } from '../../text/compare.ts';
import type { Writable } from '../../text/defined.ts';

/** Moves, restatements, arrivals and departures, while they are gathered. */
export interface ChangesGathered {
  /** Adds a member before and after; undefined where it is not in the roster. */
  add(before: Standing | undefined, after: Standing | undefined): void;
  /** What was added, sorted by code. */
  sorted(): MemberChanges;
}

/** Gathers what becomes of members. Nothing is kept of their standings: there may be a hundred thousand. */
export function gatherChanges(): ChangesGathered {
  const moved: StanceChange[] = [];
  const restated: Restatement[] = [];
  const joined: MembershipChange[] = [];
  const left: MembershipChange[] = [];
  const byCode = <T extends { readonly member: string }>(all: T[]): T[] =>
    all.sort((a, b) => compareText(a.member, b.member));
  return {
    add: (before, after) => {
      if (before !== undefined && after !== undefined) {
        const { code: member, name, stance, circa, wants, sources } = after;
        if (before.stance === stance)
          restated.push(withEvidence({ member, name, circa, wants, sources, stance }, after));
        else moved.push(withEvidence({ member, name, circa, wants, sources, from: before.stance, to: stance }, after));
      } else if (after !== undefined) joined.push(membershipChange(after));
      else if (before !== undefined) left.push(membershipChange(before));
    },
    sorted: () => ({ moved: byCode(moved), restated: byCode(restated), joined: byCode(joined), left: byCode(left) }),
  };
}

const membershipChange = ({ code, name, stance }: Standing): MembershipChange => ({ member: code, name, stance });

/** The evidence that a stance rests on. */
export function evidenceOf(standing: Standing): Evidence {
  const { circa, wants, sources } = standing;
  return withEvidence({ circa, wants, sources }, standing);
}

/** A change with those parts of the evidence that a standing may lack. */
function withEvidence<E extends Evidence>(change: Writable<E>, { leaning, follows, basis, by, why }: Standing): E {
  if (leaning !== undefined) change.leaning = leaning;
  if (follows !== undefined) change.follows = follows;
  if (basis !== undefined) change.basis = basis;
  if (by !== undefined) change.by = by;
  if (why !== undefined) change.why = why;
  return change;
}
