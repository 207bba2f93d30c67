import type { MemberCounts, MemberDecision } from '../../model/decisions/member.ts';
import type { Roster } from '../../model/roster.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { detached } from '../../text/detached.ts';
import { decisiveMoves } from './decisive-moves.ts';
import { listed } from './listed.ts';
import { select } from './select.ts';

/**
 * Where a member stands in a decision, and which moves of it were decisive. Its code need not be in the roster.
 *
 * @param file the roster as the user names it
 * @param taken a snapshot of this roster
 */
export function memberDecision(file: string, roster: Roster, code: string, taken: Snapshot): MemberDecision {
  const decision = listed(file, taken);
  const standing = taken.members.find((member) => member.code === code);
  if (standing === undefined) return { decision, holdsOut: false, decisiveMoves: [] };
  const holdsOut = decision.holdouts.some((holdout) => holdout.code === code);
  return { decision, ...detached({ standing, decisiveMoves: decisiveMoves(roster, code, taken) }), holdsOut };
}

/** In the order of a list; those in which it was not a member on their dates come last. */
export function inOrderOfList(decisions: readonly MemberDecision[]): readonly MemberDecision[] {
  const ordered = select(
    decisions.map(({ decision }) => decision),
    {},
    'due',
  );
  const places = new Map(ordered.map((decision, place) => [decision, place]));
  const place = ({ decision, standing }: MemberDecision): number =>
    Number(places.get(decision)) + (standing === undefined ? decisions.length : 0);
  return decisions.toSorted((a, b) => place(a) - place(b));
}

/** How often the member supported, held out and made the difference. Where it was not a member is not counted. */
export function memberCounts(decisions: readonly MemberDecision[]): MemberCounts {
  const own = decisions.filter(({ standing }) => standing !== undefined);
  const count = (is: (one: MemberDecision) => boolean): number => own.filter(is).length;
  return {
    decisions: decisions.length,
    member: own.length,
    supported: count(({ standing }) => standing?.stance === 'support'),
    heldOut: count(({ holdsOut }) => holdsOut),
    recused: count(({ standing }) => standing?.stance === 'recused'),
    moved: count(({ decisiveMoves: moves }) => moves.length > 0),
  };
}
