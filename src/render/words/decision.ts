import type { Decision, DecisionOutcome } from '../../model/roster.ts';
import type { SnapshotView } from '../../model/view.ts';
import { type Shown, shown, visible } from '../../text/escape-controls.ts';
import { spaces, wrap } from '../../text/width.ts';
import { type Layout, type Painted, painted } from '../layout/theme.ts';
import { dateText } from './dates.ts';

/**
 * The date of a decision and who took it: `26 Jun 2024 (North Atlantic Council)`.
 *
 * @param year the year that is left out of dates, if there is one
 */
export const decidedText = ({ date, by }: Decision, year?: string): Shown =>
  shown`${dateText(date, year)}${by === undefined ? '' : ` (${by})`}`;

/** `Adopted on 26 Jun 2024 (North Atlantic Council)`. */
export const decidedSentence = (decision: Decision): Shown =>
  shown`${decisionWords[decision.outcome]} on ${decidedText(decision)}`;

const decisionWords: Readonly<Record<DecisionOutcome, string>> = {
  adopted: 'Adopted',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn',
};

/** A snapshot, and how the rule stood when it was decided. */
type Decided = Pick<SnapshotView, 'snapshot' | 'againstDecision'>;

/** The remark on a decision against the rule; undefined unless there is one. */
export function againstRuleText({ snapshot: { decision }, againstDecision }: Decided): Shown | undefined {
  if (decision === undefined || againstDecision === undefined) return undefined;
  const date = dateText(decision.date);
  return decision.outcome === 'rejected'
    ? shown`Rejected although the rule was met on ${date}.`
    : shown`Adopted although the rule was not met on ${date}: the outcome was ${againstDecision}.`;
}

/** The first lines of an answer about what is decided: the decision, and whether it went against the rule. */
export function decisionLines(view: Decided, { width, theme }: Layout): Painted[] {
  const { decision } = view.snapshot;
  if (decision === undefined) return [];
  const word = visible(decision.outcome.toUpperCase());
  const indent = spaces(word.length + 2);
  const against = againstRuleText(view);
  return [
    ...wrap(decidedText(decision), width - indent.length).map((line, index) =>
      index === 0 ? painted`${theme.strong(word)}  ${line}` : painted`${indent}${line}`,
    ),
    ...(against === undefined ? [] : wrap(against, width).map((line) => theme.advice(line))),
  ];
}
