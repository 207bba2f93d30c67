import { briefAnswer, timelineEnd, wholeAnswer } from '../../engine/answer.ts';
import { memberHistory } from '../../engine/member-history.ts';
import { evaluate } from '../../engine/rule/evaluate.ts';
import { assume, snapshot } from '../../engine/snapshot.ts';
import { timelineOfOne } from '../../engine/timeline/one-roster.ts';
import { ways } from '../../engine/timeline/ways.ts';
import type { MemberHistory } from '../../model/member-history.ts';
import { type Outcome, type Stance, stances } from '../../model/stance.ts';
import type { Timeline, Way } from '../../model/timeline.ts';
import type { SnapshotView, StatusView } from '../../model/view.ts';
import type { Ask } from './ask.ts';
import type { ReportPage } from './report-page.ts';

/** What a page asks the engine. Each answer is kept until another one is needed. */
export interface Answers {
  /** What `check` says without assumptions. */
  plain(ask: Ask): SnapshotView;
  /** What `check` says, at once. */
  brief(ask: Ask): SnapshotView;
  /** What `status` says. What it would take may take a part of a second. */
  status(ask: Ask): StatusView;
  timeline(onRecord: boolean): Timeline;
  /** Where each member stood over time. */
  ways(onRecord: boolean): readonly Way[];
  /** What `member` says of one; undefined for an unknown code. */
  history(view: SnapshotView, code: string): MemberHistory | undefined;
  /** The outcome with each stance of a member. */
  outcomes(history: MemberHistory): ReadonlyMap<Stance, Outcome>;
}

/** The engine's answers about the roster of a page. */
export function answersOf({ roster, origin }: ReportPage): Answers {
  const memberOf = new Map(roster.members.map((member) => [member.code, member]));
  const plain = kept(evidenceKey, ({ at, onRecord }: Ask) =>
    briefAnswer(roster, snapshot(roster, at, { onRecord }), origin),
  );
  const supposed = kept(askKey, (ask: Ask) => briefAnswer(roster, assume(plain(ask).snapshot, ask.ifs), origin));
  const brief = (ask: Ask): SnapshotView => (ask.ifs.size === 0 ? plain(ask) : supposed(ask));
  const told = kept(String, (onRecord: boolean) => timelineOfOne(roster, { onRecord }));
  return {
    plain,
    brief,
    status: kept(askKey, (ask: Ask) => wholeAnswer(roster, brief(ask))),
    timeline: told,
    ways: kept(String, (onRecord: boolean) => {
      const end = timelineEnd([roster], told(onRecord));
      return ways(told(onRecord), end?.snapshot.members ?? []);
    }),
    history: (view, code) => {
      const member = memberOf.get(code);
      return member && memberHistory(roster, member, view.snapshot);
    },
    outcomes: outcomesOf,
  };
}

const evidenceKey = ({ at, onRecord }: Ask): string => `${onRecord} ${at.text}`;

const askKey = (ask: Ask): string => JSON.stringify([evidenceKey(ask), ...ask.ifs]);

/** A function that keeps its last answer. */
function kept<Asked, Answer>(
  keyOf: (asked: Asked) => string,
  make: (asked: Asked) => Answer,
): (asked: Asked) => Answer {
  let last: { readonly key: string; readonly answer: Answer } | undefined;
  return (asked) => {
    const key = keyOf(asked);
    if (last?.key !== key) last = { key, answer: make(asked) };
    return last.answer;
  };
}

function outcomesOf({
  snapshot: taken,
  tally,
  member,
  standing,
  whatIfs,
}: MemberHistory): ReadonlyMap<Stance, Outcome> {
  const known = new Map(whatIfs.map(({ stance, evaluation }) => [stance, evaluation.status]));
  if (standing !== undefined) known.set(standing.stance, tally.outcome);
  const outcome = (stance: Stance): Outcome =>
    known.get(stance) ?? evaluate(assume(taken, new Map([[member.code, stance]]))).evaluation.status;
  return new Map(stances.map((stance) => [stance, outcome(stance)]));
}
