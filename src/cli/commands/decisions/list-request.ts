import { type ListOrder, listOrders, type Selection } from '../../../model/decisions/listed.ts';
import { type DecisionState, decisionStates } from '../../../model/decisions/summary.ts';
import { didYouMean, enumeration, quote } from '../../../text/suggest.ts';
import type { WrittenOptions } from '../../contract/command.ts';
import { type Host, todayOf } from '../../contract/host.ts';
import { UsageError } from '../../contract/usage-error.ts';
import { type DecisionsRequest, decisionsRequest } from '../../steps/read-decisions.ts';

/** The options of `list`, parsed. */
export interface ListRequest extends DecisionsRequest {
  readonly selection: Omit<Selection, 'waitingOn'>;
  /** The member that is asked for, as the user calls it. */
  readonly waitingOn?: string;
  readonly order: ListOrder;
}

/** Options as the user wrote them, parsed. @throws UsageError */
export function listRequest(words: readonly string[], written: WrittenOptions, host: Host): ListRequest {
  const { outcome, waitingOn, stale, sort } = written;
  return {
    ...decisionsRequest(words, written, todayOf(host)),
    selection: {
      ...(outcome !== undefined && { states: statesIn(outcome) }),
      ...(stale !== undefined && { stale: daysIn(stale) }),
    },
    ...(waitingOn !== undefined && { waitingOn: waitingOn === 'me' ? self(host) : waitingOn }),
    order: listOrders.find((order) => order === sort) ?? listOrders[0],
  };
}

/** @throws UsageError for a word that is no state of a decision */
function statesIn(written: string): readonly DecisionState[] {
  return written.split(',').map((word) => {
    const state = decisionStates.find((one) => one === word.trim().toLowerCase());
    if (state !== undefined) return state;
    const hint = didYouMean(word.trim(), decisionStates) ?? `expected ${enumeration(decisionStates, 'or')}`;
    throw new UsageError('unknown-outcome', `--outcome: ${quote(word.trim())} is not an outcome; ${hint}`);
  });
}

function daysIn(written: string): number {
  const [, days] = /^\s*(\d{1,6})\s*d?\s*$/.exec(written) ?? [];
  if (days === undefined)
    throw new UsageError('invalid-days', `--stale: ${quote(written)} is not a number of days; write 30`);
  return Number(days);
}

/** The member that the user is. @throws UsageError where the environment does not say */
function self({ env }: Host): string {
  const name = env.RUTTE_TALLY_MEMBER?.trim() ?? '';
  if (name !== '') return name;
  throw new UsageError(
    'unknown-member',
    '--waiting-on me: set RUTTE_TALLY_MEMBER to your code or name; for a member whose code is ME, write ME',
  );
}
