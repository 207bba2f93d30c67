import type { DecisionSummary } from '../../model/decisions/summary.ts';
import { type Shown, shown, visible } from '../../text/escape-controls.ts';
import { enumeration } from '../../text/suggest.ts';
import { displayWidth, spaces, wrap } from '../../text/width.ts';
import type { Json } from '../format/json.ts';
import { type Layout, type Painted, painted } from '../layout/theme.ts';
import { dateText } from '../words/dates.ts';

type Dated = Pick<DecisionSummary, 'asOf'>;

/** Whether all decisions were read at one date. */
export const haveOneDate = (decisions: readonly Dated[]): boolean =>
  new Set(decisions.map(({ asOf }) => asOf.text)).size < 2;

/**
 * Decisions as they are shown together: a title that another file has too follows its own file, `a.yaml: Adopt the guide`.
 * The file is first, so that it is there where the end of a line is cut.
 */
export function toldApart<Decision extends Pick<DecisionSummary, 'title' | 'file'>>(
  decisions: readonly Decision[],
): readonly Decision[] {
  const files = new Map<string, Set<string>>();
  for (const { title, file } of decisions) files.set(title, (files.get(title) ?? new Set()).add(file));
  return decisions.map((decision) =>
    (files.get(decision.title)?.size ?? 0) < 2
      ? decision
      : { ...decision, title: `${decision.file}: ${decision.title}` },
  );
}

/** The one date of all decisions, or that each has its own; empty without decisions. */
export function datesText(decisions: readonly Dated[]): Shown {
  const [first] = decisions;
  if (first === undefined) return shown``;
  return haveOneDate(decisions) ? dateText(first.asOf) : shown`each at its own date`;
}

/** The first line of an answer, with the date of all decisions on the right, or below where there is no room. */
export function headLines(head: Shown, decisions: readonly Dated[], { width, theme }: Layout): readonly Painted[] {
  const date = datesText(decisions);
  const gap = width - displayWidth(head) - displayWidth(date);
  if (date !== '' && gap >= 2) return [painted`${theme.strong(head)}${spaces(gap)}${theme.faint(date)}`];
  return [...wrap(head, width).map((line) => theme.strong(line)), ...(date === '' ? [] : [theme.faint(date)])];
}

/** How many there are of each kind, those that there are: `3 open, 2 blocked and 1 decided`. */
export function countsText<Kind extends string>(kinds: readonly Kind[], countOf: (kind: Kind) => number): string {
  const texts = kinds.flatMap((kind) => (countOf(kind) === 0 ? [] : [`${countOf(kind)} ${kind}`]));
  return enumeration(texts, 'and');
}

/** The state in a word: that of the outcome, or what was decided. */
export const stateText = ({ outcome, decision }: DecisionSummary): Shown =>
  visible(decision === undefined ? outcome.toUpperCase() : decision.outcome);

/** A decision among several, as the beginning of a document. */
export const summaryJson = (decision: DecisionSummary): Readonly<Record<string, Json>> => ({
  file: decision.file,
  title: decision.title,
  body: decision.body ?? null,
  asOf: decision.asOf.text,
  onRecord: decision.onRecord,
  rule: decision.rule,
  state: decision.state,
  outcome: decision.outcome,
  closed: decision.evaluation.closed,
});
