import type { Expectation, Roster } from '../model/roster.ts';
import type { Tally } from '../model/tally.ts';
import type { Time } from '../model/time.ts';
import { compareText } from '../text/compare.ts';
import { snapshot } from './snapshot.ts';
import { tally } from './tally.ts';

/** The keys of an `expect` entry that can be missed. */
export type Expected = Exclude<keyof Expectation, 'asOf'>;

/** An `expect` entry that the roster does not meet. */
export interface Miss {
  readonly expectation: Expectation;
  /** Its index in the roster's list. */
  readonly index: number;
  /** The keys whose values differ. */
  readonly missed: readonly Expected[];
  /** The tally on the entry's date. */
  readonly tally: Tally;
}

/** The `expect` entries that a roster does not meet, in order; empty if it meets all. */
export function missesOf(roster: Roster): Miss[] {
  const tallies = new Map<string, Tally>();
  const tallyOn = (asOf: Time): Tally => {
    const known = tallies.get(asOf.text) ?? tally(snapshot(roster, asOf));
    tallies.set(asOf.text, known);
    return known;
  };
  return roster.expect.flatMap((expectation, index): Miss[] => {
    const result = tallyOn(expectation.asOf);
    const missed = missedIn(expectation, result);
    return missed.length === 0 ? [] : [{ expectation, index, missed, tally: result }];
  });
}

function missedIn({ outcome, holdouts, support, members }: Expectation, result: Tally): Expected[] {
  const { counts } = result;
  const codes = result.holdouts.map(({ code }) => code).sort(compareText);
  const missed: Readonly<Record<Expected, boolean>> = {
    outcome: outcome !== undefined && outcome !== result.outcome,
    holdouts: holdouts !== undefined && [...holdouts].sort(compareText).join() !== codes.join(),
    support: support !== undefined && support !== counts.support,
    members: members !== undefined && members !== counts.members,
  };
  return (Object.keys(missed) as Expected[]).filter((key) => missed[key]);
}
