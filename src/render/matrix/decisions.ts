import type { DecisionSummary } from '../../model/decisions/summary.ts';
import { decisionStates } from '../../model/decisions/summary.ts';
import type { MatrixRow } from '../../model/decisions/voting-record.ts';
import { type Shown, shown, visible } from '../../text/escape-controls.ts';
import { grouped, plural } from '../../text/numerals.ts';
import type { Json } from '../format/json.ts';
import { decisionJson } from '../format/json-parts.ts';
import type { Layout, Painted } from '../layout/theme.ts';
import { countsText, summaryJson } from '../list/summary.ts';

/** What several decisions are about: `6 decisions and 12 members`. */
export const sizeText = (decisions: readonly unknown[], members: readonly unknown[]): Shown =>
  shown`${counted(decisions, 'decision')} and ${counted(members, 'member')}`;

const counted = (some: readonly unknown[], noun: string): string => plural(grouped(`${some.length}`), noun);

/** `2 open, 1 blocked and 3 decided`. */
export function statesText(decisions: readonly DecisionSummary[]): Shown {
  return visible(countsText(decisionStates, (state) => decisions.filter((one) => one.state === state).length));
}

/** A state in the colour of its outcome; what is decided is over. */
export const paintedState = (decision: DecisionSummary, text: Shown, { outcome, faint }: Layout['theme']): Painted =>
  decision.state === 'decided' ? faint(text) : outcome[decision.outcome](text);

/** The names of members by code; those that are called alike have their codes, too. */
export function namesByCode(members: readonly Pick<MatrixRow, 'code' | 'name'>[]): ReadonlyMap<string, string> {
  const times = new Map<string, number>();
  for (const { name } of members) times.set(name, (times.get(name) ?? 0) + 1);
  return new Map(
    members.map(({ code, name }) => [code, times.get(name) === 1 || code === name ? name : `${name} (${code})`]),
  );
}

/** Decisions as data. */
export const decisionsJson = (decisions: readonly DecisionSummary[]): Json =>
  decisions.map((summary) => ({
    ...summaryJson(summary),
    decision: summary.decision === undefined ? null : decisionJson(summary.decision),
  }));
