import type { Claim, Member, Position, Roster, SourceRefs } from '../../model/roster.ts';
import { type Basis, isPending, type Stance, traitsOf } from '../../model/stance.ts';
import type { Time } from '../../model/time.ts';
import { compareText } from '../../text/compare.ts';

/** Whether a member is in the roster on an ISO day. */
export function isMemberOn(member: Member, day: string): boolean {
  return (
    (member.joined === undefined || member.joined.day <= day) && (member.left === undefined || member.left.day > day)
  );
}

/** Where a member stands from one day on, as far as the evidence goes. The first one holds from the beginning. */
export interface Step {
  /** ISO day; empty for the beginning. */
  readonly from: string;
  readonly stance: Stance;
  readonly since?: Time;
  readonly circa: boolean;
  readonly basis?: Basis;
  readonly by?: string;
  readonly why?: string;
  readonly wants: readonly string[];
  readonly wantIds?: Readonly<Record<string, string>>;
  readonly sources: SourceRefs;
}

/** A claim that lists all holdouts, with its list as a set. */
export interface CompleteList {
  readonly claim: Claim;
  readonly listed: ReadonlySet<string>;
}

/** All complete lists of holdouts of one day. A member that any of them lists is listed. */
export interface Listing {
  readonly day: string;
  readonly lists: readonly CompleteList[];
  readonly listed: ReadonlySet<string>;
}

/** Claims in an order that does not depend on the file: by day, then by who made them, then by all that they say. */
export function compareClaims(a: Claim, b: Claim): number {
  return (
    compareText(a.date.day, b.date.day) ||
    compareText(a.by ?? '', b.by ?? '') ||
    compareText(a.sources.join(' '), b.sources.join(' ')) ||
    compareText(JSON.stringify(a), JSON.stringify(b))
  );
}

/** The complete lists of holdouts, oldest day first. */
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

/** Where everybody stands of whom nothing is known. */
export const beginning: Step = { from: '', stance: 'undeclared', circa: false, wants: [], sources: [] };

/**
 * A member's whole story: its own words and what complete lists make of them, oldest first. Lists of days on which it
 * was not in the roster, or had a word of its own, say nothing of it.
 *
 * @param listings oldest first; none to go by the member's own words alone
 * @see docs/evidence.md#lists-of-holdouts
 */
export function stepsOf(member: Member, listings: readonly Listing[], onRecord: boolean): readonly [Step, ...Step[]] {
  const steps: [Step, ...Step[]] = [beginning];
  let now = beginning;
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
      // On the same day the member's own word wins: the list says nothing of it.
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

/** Whether a member's own latest word leaves it to complete lists where it stands. */
export function leavesRoom(own: Position | undefined): boolean {
  return own === undefined || (traitsOf[own.stance].takesPart && (own.basis !== 'stated' || isPending(own.stance)));
}

/** What a complete list makes of a member; undefined when it leaves it where it is. */
export function listedStep(code: string, listing: Listing, own: Position | undefined, now: Step): Step | undefined {
  if (!leavesRoom(own)) return undefined;
  const listed = listing.listed.has(code);
  const moves = listed
    ? now.stance === 'undeclared' || traitsOf[now.stance].consent === 'given'
    : now.stance !== 'support';
  if (!moves) return undefined;
  const claim = listing.lists.find((candidate) => candidate.listed.has(code) === listed)?.claim;
  return (
    claim && {
      from: listing.day,
      stance: listed ? 'withheld' : 'support',
      since: claim.date,
      circa: claim.circa,
      basis: 'claimed',
      ...(claim.by !== undefined && { by: claim.by }),
      wants: [],
      sources: claim.sources,
    }
  );
}

/** A member's own word. Saying the same again continues the run: it keeps its start, and what is not said anew. */
export function ownStep(position: Position, now: Step): Step {
  const { date, circa, stance, basis, sources } = position;
  const from = date?.day ?? '';
  const restated = stance === now.stance;
  const start = restated
    ? { circa: now.circa, ...(now.since && { since: now.since }) }
    : { circa, ...(date && { since: date }) };
  // Who counted it before is not who says it now.
  const said = restated && now.basis !== 'claimed';
  const by = position.by ?? (said ? now.by : undefined);
  const why = position.why ?? (restated ? now.why : undefined);
  const { wants: asked, wantIds } = position.wants.length === 0 && restated ? now : position;
  const wants = { wants: asked, ...(wantIds && { wantIds }) };
  return {
    from,
    stance,
    ...start,
    basis,
    ...(by !== undefined && { by }),
    ...(why !== undefined && { why }),
    ...wants,
    sources: sources.length === 0 && said ? now.sources : sources,
  };
}

/** The step that holds on an ISO day: the last one that begins by then. */
export function stepOn(steps: readonly [Step, ...Step[]], day: string): Step {
  return steps.findLast((step) => step.from <= day) ?? steps[0];
}

/** A member's own latest word by an ISO day, whatever others counted. */
export function ownWordOn(member: Member, day: string): Position | undefined {
  return member.positions.findLast((position) => (position.date?.day ?? '') <= day);
}
