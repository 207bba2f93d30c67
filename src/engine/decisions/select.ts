import { type ListedDecision, type ListOrder, nextDue, type Selection } from '../../model/decisions/listed.ts';
import type { DecisionState } from '../../model/decisions/summary.ts';
import { isPending } from '../../model/stance.ts';
import type { Holdout } from '../../model/tally.ts';
import { endOf } from '../../model/time.ts';
import { compareText, sortedByName } from '../../text/compare.ts';

/**
 * The member as a holdout of a decision that waits on it: one that is neither decided nor reached nor closed, whose
 * criteria that are not met would count its support. Who is recused, or no member on the date, is no holdout.
 *
 * @returns undefined if the decision does not wait on the member
 */
export function waitingOn({ state, evaluation, holdouts }: ListedDecision, code: string): Holdout | undefined {
  if ((state !== 'open' && state !== 'blocked') || evaluation.closed) return undefined;
  return holdouts.find((holdout) => holdout.code === code);
}

/** How many decisions there are in each state. */
export function countByState(decisions: readonly ListedDecision[]): Readonly<Record<DecisionState, number>> {
  const counts: Record<DecisionState, number> = { open: 0, blocked: 0, reached: 0, decided: 0 };
  for (const { state } of decisions) counts[state] += 1;
  return counts;
}

/** The decisions that are wanted, in order: decided ones last, and of those that wait on a member its pending ones first. */
export function select(
  decisions: readonly ListedDecision[],
  selection: Selection,
  order: ListOrder,
): readonly ListedDecision[] {
  const { waitingOn: code } = selection;
  const chosen = orders[order](decisions.filter((decision) => isWanted(decision, selection)));
  const isPendingIn = ({ holdouts }: ListedDecision): boolean =>
    holdouts.some((holdout) => holdout.code === code && isPending(holdout.stance));
  const rank = (decision: ListedDecision): number => {
    if (decision.state === 'decided') return 2;
    return code === undefined || isPendingIn(decision) ? 0 : 1;
  };
  return chosen.toSorted((a, b) => rank(a) - rank(b));
}

function isWanted(decision: ListedDecision, { states, waitingOn: code, stale }: Selection): boolean {
  if (states !== undefined && !states.includes(decision.state)) return false;
  if (code !== undefined && waitingOn(decision, code) === undefined) return false;
  return stale === undefined || (decision.state !== 'decided' && (decision.lastMove?.days ?? stale) >= stale);
}

const stateRank = { open: 0, blocked: 1, reached: 2, decided: 3 } as const;

const orders: Readonly<Record<ListOrder, (decisions: readonly ListedDecision[]) => ListedDecision[]>> = {
  due: (decisions) =>
    decisions.toSorted(
      (a, b) =>
        stateRank[a.state] - stateRank[b.state] ||
        compareText(dueKey(a), dueKey(b)) ||
        compareText(decidedKey(b), decidedKey(a)),
    ),
  moved: (decisions) => decisions.toSorted((a, b) => idleDays(b) - idleDays(a)),
  title: (decisions) => sortedByName(decisions, ({ title }) => title),
  file: (decisions) => sortedByName(decisions, ({ file }) => file),
};

/** Later than every date. */
const never = '~';

function dueKey(decision: ListedDecision): string {
  const due = nextDue(decision);
  return due === undefined ? never : endOf(due.date);
}

const decidedKey = ({ decision }: ListedDecision): string => (decision === undefined ? '' : endOf(decision.date));

const idleDays = ({ lastMove }: ListedDecision): number => lastMove?.days ?? Number.MAX_SAFE_INTEGER;
