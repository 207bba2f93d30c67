import { type Outcome, outcomes } from '../../model/stance.ts';
import type { SnapshotView } from '../../model/view.ts';
import { visible } from '../../text/escape-controls.ts';
import { type Turn, turnOf } from '../words/verdict.ts';
import { stepOutput, withoutCommands } from './workflow-commands.ts';

/** The part of the step outputs about one decision. */
export interface DecisionOutputs {
  readonly title: string;
  readonly outcome: Outcome;
  /** Undefined when nothing is compared. */
  readonly turn: Turn | undefined;
  /** Codes, the worst first. */
  readonly holdouts: readonly string[];
  readonly support: number;
  readonly members: number;
}

/** The part of the step outputs about a snapshot. */
export const outputsOf = (view: SnapshotView): DecisionOutputs => ({
  title: view.snapshot.title,
  outcome: view.tally.outcome,
  turn: turnOf(view),
  holdouts: view.tally.holdouts.map(({ code }) => code),
  support: view.tally.counts.support,
  members: view.tally.counts.members,
});

/**
 * The answer of `check` as step outputs, of one decision or of several. `newly-reached`, `lost` and their titles are
 * empty when nothing is compared. A workflow may print the titles: there is no command in them.
 *
 * @see docs/ci.md#several-rosters
 */
export function renderStepOutputs(decisions: readonly DecisionOutputs[]): string {
  const sum = (key: 'support' | 'members'): string =>
    String(decisions.reduce((total, decision) => total + decision[key], 0));
  const count = (outcome: Outcome): string => String(decisions.filter((one) => one.outcome === outcome).length);
  const isCompared = decisions.some(({ turn }) => turn !== undefined);
  const turned = (asked: Turn): DecisionOutputs[] => decisions.filter(({ turn }) => turn === asked);
  const has = (asked: Turn): string => (isCompared ? String(turned(asked).length > 0) : '');
  const titles = (asked: Turn): string =>
    turned(asked)
      .map(({ title }) => withoutCommands(visible(title), '\\u{5b}'))
      .join('\n');
  const outputs = {
    outcome: worstOutcome(decisions.map(({ outcome }) => outcome)),
    reached: String(decisions.every(({ outcome }) => outcome === 'reached')),
    holdouts: holdoutsOf(decisions).join(','),
    support: sum('support'),
    members: sum('members'),
    'newly-reached': has('newly-reached'),
    lost: has('lost'),
    'newly-reached-titles': titles('newly-reached'),
    'lost-titles': titles('lost'),
    open: count('open'),
    blocked: count('blocked'),
    decisions: String(decisions.length),
  };
  return Object.entries(outputs)
    .map(([name, value]) => stepOutput(name, value))
    .join('');
}

/** The codes of those who hold out in any decision, each once: those of most decisions first. */
function holdoutsOf(decisions: readonly DecisionOutputs[]): readonly string[] {
  const times = new Map<string, number>();
  for (const code of decisions.flatMap(({ holdouts }) => holdouts)) times.set(code, (times.get(code) ?? 0) + 1);
  return [...times].toSorted(([, a], [, b]) => b - a).map(([code]) => code);
}

/** The worst of some outcomes: blocked, then open, then reached; `reached` of none. */
export const worstOutcome = (found: readonly Outcome[]): Outcome =>
  outcomes.findLast((outcome) => found.includes(outcome)) ?? 'reached';
