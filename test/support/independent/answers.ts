import { claimsAt, type IndependentClaim, type StandingsAt } from './counts.ts';
import { evaluate, type IndependentCriterion } from './criteria.ts';
import { conflictsAt, type IndependentConflict } from './lists.ts';
import { membersAt, roundAt } from './membership.ts';
import { type Moment, momentIn } from './moments.ts';
import { type IndependentStanding, standingOf } from './standings.ts';
import type { WrittenRoster } from './written.ts';

/** The answer to one question. */
export interface IndependentAnswer {
  readonly members: readonly IndependentStanding[];
  readonly claims: readonly IndependentClaim[];
  readonly conflicts: readonly IndependentConflict[];
  readonly criterion: IndependentCriterion;
  readonly round: { readonly date: string; readonly name?: string } | undefined;
}

/** A reader of one roster: from a time, and whether only statements on record count, to the answer. */
export function independentReader(roster: WrittenRoster): (time: string, onRecord: boolean) => IndependentAnswer {
  const found = new Map<string, readonly IndependentStanding[]>();
  const standings = (now: Moment, known: Moment, onRecord: boolean): readonly IndependentStanding[] => {
    const key = `${now.text} ${known.text} ${onRecord}`;
    const before = found.get(key);
    if (before !== undefined) return before;
    const question = { roster, now, known, onRecord };
    const computed = membersAt(roster, now).map((code) => standingOf(question, code));
    found.set(key, computed);
    return computed;
  };
  return (time, onRecord) => {
    const now = momentIn(time);
    const standingsAt: StandingsAt = (at, known = at) => standings(at, known, onRecord);
    const members = standingsAt(now);
    const codes = members.map(({ code }) => code);
    return {
      members,
      claims: onRecord ? [] : claimsAt(roster, now, standingsAt),
      conflicts: conflictsAt({ roster, now, known: now, onRecord }, codes),
      criterion: evaluate(roster, roster.rule, now, standingsAt),
      round: roundAt(roster, now),
    };
  };
}
