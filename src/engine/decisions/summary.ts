import type { DecisionSummary } from '../../model/decisions/summary.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { Tally } from '../../model/tally.ts';

/** A decision among several, without its members. @param file the roster as the user names it */
export function summaryOf(
  file: string,
  { title, body, asOf, onRecord, rule, decision }: Snapshot,
  { outcome, evaluation }: Pick<Tally, 'outcome' | 'evaluation'>,
): DecisionSummary {
  return {
    file,
    title,
    ...(body !== undefined && { body }),
    asOf,
    onRecord,
    rule: rule.name,
    state: decision === undefined ? outcome : 'decided',
    outcome,
    evaluation,
    ...(decision && { decision }),
  };
}
