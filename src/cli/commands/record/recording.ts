import type { Claim, Report, Roster, Round } from '../../../model/roster.ts';
import type { Time } from '../../../model/time.ts';
import type { DemandRecord } from '../../../roster/amend/add-demand-event.ts';
import type { ReportDenial } from '../../../roster/amend/add-denial.ts';
import type { NewMember } from '../../../roster/amend/add-members.ts';
import type { Insertion } from '../../../roster/edit/insertion.ts';
import type { Values } from '../../../roster/yaml/values.ts';

/** What a user wants to be recorded. */
export interface Recording {
  /** The roster that is to be changed, as the user names it. */
  readonly designator: string | undefined;
  /** What is to be said of what was read. */
  readonly remarks?: readonly string[];
  /**
   * The text with what is recorded in it.
   *
   * @param before the roster in the text; undefined where it is none
   * @returns undefined where the text cannot be understood as a roster at all, or is written in no known way
   * @throws UsageError where the user's words do not fit the roster
   */
  readonly add: (text: string, values: Values, before: Roster | undefined) => Added | Unreadable | undefined;
}

/** A text with a part of what is to be recorded, which cannot be read any more, so that the rest cannot be added. */
export interface Unreadable {
  readonly unreadable: string;
}

/** A text to which something was added. */
export interface Added {
  readonly text: string;
  readonly moves: readonly Insertion[];
  readonly claims: readonly Claim[];
  readonly reports: readonly Report[];
  readonly denials: readonly ReportDenial[];
  readonly demands: readonly DemandRecord[];
  readonly rounds: readonly Round[];
  /** From when on what was added holds. */
  readonly dates: readonly Time[];
  /** Members that were added, and the roster with them; absent without any. */
  readonly joined?: readonly NewMember[];
  readonly base?: Roster;
}

/** Empty lists of all that can be added. */
export const nothing: Omit<Added, 'text' | 'dates'> = {
  moves: [],
  claims: [],
  reports: [],
  denials: [],
  demands: [],
  rounds: [],
};
