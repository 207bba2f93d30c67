/*
 * Evidence: from what was said and when to where each member stands, whatever the rule.
 *
 * A member's history is a list of steps. A step has the member's stance from one day until the next step, the start
 * of its unbroken run, and who said so, why and where. Two kinds of statement make one: the member's own position
 * (`ownStep`) and a complete list of holdouts, which moves members that have no stated and settled position
 * (`listedStep`). `stepsOf` merges both by day; `stepOn` finds the step of a date. Claims that only count move
 * nobody. They are checked against the stances on their own day (`claims.ts`).
 *
 * See `docs/evidence.md`.
 */

import type { Claim, Member, Position, Roster } from '../../model/roster.ts';
import type { HoldingOut, Standing } from '../../model/snapshot.ts';
import { isPending, traitsOf } from '../../model/stance.ts';
import { compareText } from '../../text/compare.ts';
import { withRun } from './holding-out.ts';

/** Whether a member is in the roster on an ISO day: from the day it joins until the day before it leaves. */
export function isMemberOn(member: Member, day: string): boolean {
  return (
    (member.joined === undefined || member.joined.day <= day) && (member.left === undefined || member.left.day > day)
  );
}

/** The stance of a member from one day until its next step, and the evidence for it. */
export interface Step
  extends Pick<Standing, 'stance' | 'since' | 'circa' | 'basis' | 'by' | 'why' | 'wants' | 'wantIds' | 'sources'> {
  /** ISO day; empty for the beginning. */
  readonly from: string;
  /** The unbroken run of stances that are not consenting, where the stance is one. */
  readonly holdingOutFrom?: HoldingOut;
}

/** A claim with a complete list of holdouts. */
export interface CompleteList {
  readonly claim: Claim;
  /** The codes on the list. */
  readonly listed: ReadonlySet<string>;
}

/** All complete lists of holdouts of one day. */
export interface Listing {
  readonly day: string;
  readonly lists: readonly CompleteList[];
  /** The codes on any of the lists. */
  readonly listed: ReadonlySet<string>;
}

/** Orders claims by day, then by author, then by content, so that the order in the file does not matter. */
export function compareClaims(a: Claim, b: Claim): number {
  return (
    compareText(a.date.day, b.date.day) ||
    compareText(a.by ?? '', b.by ?? '') ||
    compareText(a.sources.join(' '), b.sources.join(' ')) ||
    compareText(JSON.stringify(a), JSON.stringify(b))
  );
}

/** The complete lists of holdouts by day, oldest first. */
export function listingsOf(roster: Roster): Listing[] {
  const byDay = new Map<string, CompleteList[]>();
  for (const claim of [...roster.claims].sort(compareClaims)) {
    if (claim.holdouts === undefined) continue;
    const ofDay = byDay.get(claim.date.day) ?? [];
    ofDay.push({ claim, listed: new Set(claim.holdouts) });
    byDay.set(claim.date.day, ofDay);
  }
  return [...byDay].map(([day, lists]) => ({
    day,
    lists,
    listed: new Set(lists.flatMap(({ listed }) => [...listed])),
  }));
}

/** The step of a member without any evidence. */
export const initialStep: Step = { from: '', stance: 'undeclared', circa: false, wants: [], sources: [] };

/**
 * All steps of a member, oldest first: from its own positions, and from complete lists of days on which it was in the
 * roster and had no position of its own. The first step is `initialStep`.
 *
 * @param listings oldest first; empty to use the member's own positions alone
 * @param onRecord use `stated` positions only
 * @see docs/evidence.md#lists-of-holdouts
 */
export function stepsOf(member: Member, listings: readonly Listing[], onRecord: boolean): readonly [Step, ...Step[]] {
  const steps: [Step, ...Step[]] = [initialStep];
  let now = initialStep;
  let own: Position | undefined;
  const go = (step: Step): void => {
    steps.push(step);
    now = step;
  };
  const lists = listings[Symbol.iterator]();
  let next = lists.next();
  for (const position of [...member.positions, undefined]) {
    const day = position?.date?.day ?? (position === undefined ? '\uffff' : '');
    for (; next.done !== true && next.value.day <= day; next = lists.next()) {
      // On the same day the member's own position wins over the list.
      const speaks = next.value.day < day && isMemberOn(member, next.value.day);
      const step = speaks ? listedStep(member.code, next.value, own, now) : undefined;
      if (step !== undefined) go(step);
    }
    if (position === undefined || (onRecord && position.basis !== 'stated')) continue;
    own = position;
    go(ownStep(position, now));
  }
  return steps;
}

/** Whether complete lists may move a member, given its own latest position. */
export function yieldsToLists(own: Position | undefined): boolean {
  return own === undefined || (traitsOf[own.stance].takesPart && (own.basis !== 'stated' || isPending(own.stance)));
}

/** The step that a complete list causes for a member; undefined if it does not move it. */
export function listedStep(code: string, listing: Listing, own: Position | undefined, now: Step): Step | undefined {
  if (!yieldsToLists(own)) return undefined;
  const listed = listing.listed.has(code);
  const moves = listed
    ? now.stance === 'undeclared' || traitsOf[now.stance].consent === 'given'
    : now.stance !== 'support';
  if (!moves) return undefined;
  const claim = listing.lists.find((candidate) => candidate.listed.has(code) === listed)?.claim;
  const step: Step | undefined = claim && {
    from: listing.day,
    stance: listed ? 'withheld' : 'support',
    since: claim.date,
    circa: claim.circa,
    basis: 'claimed',
    ...(claim.by !== undefined && { by: claim.by }),
    wants: [],
    sources: claim.sources,
  };
  return step && withRun(step, now);
}

/** The step that a member's own position causes. A repeated stance continues the run and keeps what is not replaced. */
export function ownStep(position: Position, now: Step): Step {
  const { date, circa, stance, basis, sources } = position;
  const from = date?.day ?? '';
  const restated = stance === now.stance;
  const start = restated
    ? { circa: now.circa, ...(now.since && { since: now.since }) }
    : { circa, ...(date && { since: date }) };
  // The author and sources of a claim are not those of the member's own position.
  const said = restated && now.basis !== 'claimed';
  const by = position.by ?? (said ? now.by : undefined);
  const why = position.why ?? (restated ? now.why : undefined);
  const { wants: asked, wantIds } = position.wants.length === 0 && restated ? now : position;
  const wants = { wants: asked, ...(wantIds && { wantIds }) };
  const step: Step = {
    from,
    stance,
    ...start,
    basis,
    ...(by !== undefined && { by }),
    ...(why !== undefined && { why }),
    ...wants,
    sources: sources.length === 0 && said ? now.sources : sources,
  };
  return withRun(step, now);
}

/** The step that holds on an ISO day: the last one from that day or earlier. */
export function stepOn(steps: readonly [Step, ...Step[]], day: string): Step {
  return steps.findLast((step) => step.from <= day) ?? steps[0];
}

/** A member's own latest position up to an ISO day; undefined if it has none. */
export function ownWordOn(member: Member, day: string): Position | undefined {
  return member.positions.findLast((position) => (position.date?.day ?? '') <= day);
}
