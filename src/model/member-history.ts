import type { DemandEvent, Member, Position, Report, Round, Source, SourceRefs } from './roster.ts';
import type { CandidateStanding, Conflict, DemandAnswer, Snapshot, Standing } from './snapshot.ts';
import type { Outcome, Stance } from './stance.ts';
import type { Composition, Evaluation, Holdout, Tally, WeightShare } from './tally.ts';
import type { Time } from './time.ts';

/** A complete list of holdouts, as far as it concerns one member. */
export interface Mention {
  readonly date: Time;
  readonly circa: boolean;
  readonly by?: string;
  /** Whether the member was on the list. */
  readonly listed: boolean;
  /** The stance that follows from the list; absent if the list changed nothing. */
  readonly movedTo?: Stance;
  readonly sources: SourceRefs;
}

/** What became of a report about several for one of them: it counts, was denied, or yields to the member's own word. */
export type ReportFate = 'counts' | 'denied' | 'overruled';

/** A report about several members, as far as it concerns one of them. */
export interface ReportMention
  extends Pick<Report, 'circa' | 'by' | 'stance' | 'why' | 'wants' | 'denied' | 'sources'> {
  readonly date: Time;
  /** All members that it is about. */
  readonly of: Report['of'];
  readonly fate: ReportFate;
}

/** A demand that a member has made, and what has become of it. */
export interface DemandStory {
  readonly id: string;
  /** In the member's latest words. */
  readonly text: string;
  /** When it was first asked; absent if that position is undated. */
  readonly asked?: Time;
  /** Whether `asked` is a best guess. */
  readonly circa: boolean;
  /** Absent for one that is only asked. */
  readonly answer?: DemandAnswer;
  /** Up to the date, oldest first. */
  readonly history: readonly DemandEvent[];
}

/** The rule's evaluation if a member had another stance. */
export interface WhatIf {
  readonly stance: Stance;
  readonly evaluation: Evaluation;
  /** For each criterion that counts, from left to right. */
  readonly compositions: readonly Composition[];
}

/** A member's standing on the date, and its effect on the outcome. */
export interface StandingNow extends Holdout {
  /** Whether it is one of the tally's holdouts. */
  readonly holdingOut: boolean;
  /** Whether the outcome is reached and the member could undo it by turning from `support` to `oppose`. */
  readonly pivotal: boolean;
}

/** Everything in a roster about one member, up to a date. */
export interface MemberHistory {
  readonly snapshot: Snapshot;
  readonly tally: Tally;
  /** The outcome under the rule at the time of the decision, if the decision goes against it. */
  readonly againstDecision?: Outcome;
  readonly member: Member;
  /** Absent if the member is not in the roster on the date. */
  readonly standing?: StandingNow;
  /** The pending members that follow it on the date, sorted by code. */
  readonly followers: readonly Standing[];
  /** Names of the groups that contain the member. */
  readonly groups: readonly string[];
  readonly weights: readonly WeightShare[];
  /** Those that have begun, oldest first. */
  readonly rounds: readonly Round[];
  /** Up to the date, oldest first. */
  readonly positions: readonly Position[];
  /** The number of positions after the date. */
  readonly later: number;
  /** The numbers of entries that do not count because only positions on record do. */
  readonly leftOut: { readonly positions: number; readonly mentions: number; readonly reports: number };
  /** Up to the date, oldest first. */
  readonly mentions: readonly Mention[];
  /** Reports about several that name it, up to the date, oldest first. */
  readonly reports: readonly ReportMention[];
  /** The demands of the roster that it has made by the date, in any round or term; sorted by id. */
  readonly demands: readonly DemandStory[];
  readonly conflicts: readonly Conflict[];
  /** Candidates who come from the member. */
  readonly candidates: readonly CandidateStanding[];
  /** Empty for a member that is not in the roster on the date. */
  readonly whatIfs: readonly WhatIf[];
  /** The sources that its positions, mentions and candidates refer to, by key. */
  readonly sources: Readonly<Record<string, Source>>;
}
