import type { Member, Position, Source, SourceRefs } from './roster.ts';
import type { CandidateStanding, Conflict, Snapshot } from './snapshot.ts';
import type { Stance } from './stance.ts';
import type { Evaluation, Holdout } from './tally.ts';
import type { Time } from './time.ts';

/** A weight of one member beside that of everybody in the roster. Exact decimals in text. */
export interface WeightShare {
  readonly name: string;
  readonly value: string;
  readonly total: string;
}

/** What a complete list of holdouts said of a member. */
export interface Mention {
  readonly date: Time;
  readonly circa: boolean;
  readonly by?: string;
  /** It was on the list. */
  readonly listed: boolean;
  /** Where the list moved it; none when it left it where it was. */
  readonly movedTo?: Stance;
  readonly sources: SourceRefs;
}

/** What the rule would come to if a member stood elsewhere. */
export interface WhatIf {
  readonly stance: Stance;
  readonly evaluation: Evaluation;
}

/** Where a member stands now, and what hangs on it. */
export interface StandingNow extends Holdout {
  /** Its coming to support would bring closer what is missing. */
  readonly holdingOut: boolean;
  /** It supports what is reached, and its turning to `oppose` would undo that. */
  readonly pivotal: boolean;
}

/** All that a roster knows of one member by a date. */
export interface MemberHistory {
  readonly snapshot: Snapshot;
  readonly evaluation: Evaluation;
  readonly member: Member;
  /** None for a member that is not in the roster on the date. */
  readonly standing?: StandingNow;
  /** Names of the groups that it is in. */
  readonly groups: readonly string[];
  readonly weights: readonly WeightShare[];
  /** Up to the date, the oldest first. */
  readonly positions: readonly Position[];
  /** How many positions are later than the date. */
  readonly later: number;
  /** What is left out when only positions on record count. */
  readonly leftOut: { readonly positions: number; readonly mentions: number };
  /** Up to the date, the oldest first. */
  readonly mentions: readonly Mention[];
  readonly conflicts: readonly Conflict[];
  /** Those in the running who come from it. */
  readonly candidates: readonly CandidateStanding[];
  /** None for a member that is not in the roster on the date. */
  readonly whatIfs: readonly WhatIf[];
  /** Those that its positions, lists and candidates name, by their keys. */
  readonly sources: Readonly<Record<string, Source>>;
}
