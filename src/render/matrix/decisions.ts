import { decisionStates } from '../../model/decisions/listed.ts';
import type { DecisionSummary, MatrixRow } from '../../model/decisions/voting-record.ts';
import { type Shown, shown, visible } from '../../text/escape-controls.ts';
import { grouped, plural } from '../../text/numerals.ts';
import { enumeration } from '../../text/suggest.ts';
import { displayWidth, spaces, wrap } from '../../text/width.ts';
import type { Json } from '../format/json.ts';
import { decisionJson } from '../format/json-parts.ts';
import { type Layout, type Painted, painted } from '../layout/theme.ts';
import { dateText } from '../words/dates.ts';

/** What several decisions are about: `6 decisions and 12 members`. */
export const sizeText = (decisions: readonly unknown[], members: readonly unknown[]): Shown =>
  shown`${counted(decisions, 'decision')} and ${counted(members, 'member')}`;

const counted = (some: readonly unknown[], noun: string): string => plural(grouped(`${some.length}`), noun);

/** `2 open, 1 blocked and 3 decided`. */
export function statesText(decisions: readonly DecisionSummary[]): Shown {
  const texts = decisionStates.flatMap((state) => {
    const count = decisions.filter((decision) => decision.state === state).length;
    return count === 0 ? [] : [`${count} ${state}`];
  });
  return shown`${enumeration(texts, 'and')}`;
}

/** Whether all decisions were read at one date. */
export const haveOneDate = (decisions: readonly DecisionSummary[]): boolean =>
  new Set(decisions.map(({ asOf }) => asOf.text)).size < 2;

/** The first line, with the date of all decisions on the right, or below where there is no room. */
export function headLines(
  head: Shown,
  decisions: readonly DecisionSummary[],
  { width, theme }: Layout,
): readonly Painted[] {
  const [first] = decisions;
  const isOne = first !== undefined && haveOneDate(decisions);
  const date = isOne ? dateText(first.asOf) : shown`each at its own date`;
  const gap = width - displayWidth(head) - displayWidth(date);
  if (gap >= 2) return [painted`${theme.strong(head)}${spaces(gap)}${theme.faint(date)}`];
  return [...wrap(head, width).map((line) => theme.strong(line)), theme.faint(date)];
}

/** The state in a word: the outcome, or what was decided. */
export const stateText = ({ outcome, decision }: DecisionSummary): Shown =>
  visible(decision === undefined ? outcome.toUpperCase() : decision.outcome);

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
  decisions.map(({ file, title, body, asOf, onRecord, rule, state, outcome, evaluation, decision }) => ({
    file,
    title,
    body: body ?? null,
    asOf: asOf.text,
    onRecord,
    rule,
    state,
    outcome,
    closed: evaluation.closed,
    decision: decision === undefined ? null : decisionJson(decision),
  }));
