import type { Member, Position, Source, SourceRefs } from './roster.ts';
import type { CandidateStanding, Conflict, Snapshot } from './snapshot.ts';
import type { Stance } from './stance.ts';
import type { Evaluation, Holdout } from './tally.ts';
import type { Time } from './time.ts';

/** A weight of one member, and the total over everybody in the roster. Exact decimals in text. */
export interface WeightShare {
  /** The name of the weight. */
  readonly name: string;
  readonly value: string;
  readonly total: string;
}

/** A complete list of holdouts as far as it concerns one member. */
export interface Mention {
  readonly date: Time;
  readonly circa: boolean;
  readonly by?: string;
  /** Whether the member was on the list. */
  readonly listed: boolean;
  /** The stance to which the list moved the member; none if it did not move it. */
  readonly movedTo?: Stance;
  readonly sources: SourceRefs;
}

/** The rule's answer if a member took another stance. */
export interface WhatIf {
  readonly stance: Stance;
  readonly evaluation: Evaluation;
}

/** The standing of a member on the date, and what depends on it. */
export interface StandingNow extends Holdout {
  /** Whether it is a holdout: its support would add to what is missing. */
  readonly holdingOut: boolean;
  /** Whether it supports a reached outcome that would be undone if it opposed. */
  readonly pivotal: boolean;
}

/** The history of one member up to the date of a snapshot. */
export interface MemberHistory {
  readonly snapshot: Snapshot;
  /** The rule's answer on the date. */
  readonly evaluation: Evaluation;
  readonly member: Member;
  /** None for a member that is not in the roster on the date. */
  readonly standing?: StandingNow;
  /** The names of its groups. */
  readonly groups: readonly string[];
  readonly weights: readonly WeightShare[];
  /** Up to the date, the oldest first. */
  readonly positions: readonly Position[];
  /** The number of positions after the date. */
  readonly later: number;
  /** What is left out because only positions on record count. */
  readonly leftOut: { readonly positions: number; readonly mentions: number };
  /** Up to the date, the oldest first. */
  readonly mentions: readonly Mention[];
  readonly conflicts: readonly Conflict[];
  /** The candidates that come from it. */
  readonly candidates: readonly CandidateStanding[];
  /** None for a member that is not in the roster on the date. */
  readonly whatIfs: readonly WhatIf[];
  /** The sources that its positions and lists name, by key. */
  readonly sources: Readonly<Record<string, Source>>;
}
