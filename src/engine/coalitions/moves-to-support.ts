import type { Snapshot, Standing } from '../../model/snapshot.ts';
import { isPending, traitsOf } from '../../model/stance.ts';
import { type Evaluated, keptEvaluation } from '../rule/evaluate.ts';
import { type Requirement, requirementOf } from '../solver/program/requirement.ts';

/** What a rule that is not reached asks of the members that may still come to support. */
export interface Missing {
  readonly rule: Evaluated;
  readonly requirement: Requirement;
  /** The members that may come to support: all but supporters and recused members. */
  readonly able: readonly Standing[];
}

/** What is missing until the outcome is reached. @returns undefined if it is */
export function missingIn(snapshot: Snapshot): Missing | undefined {
  const rule = keptEvaluation(snapshot);
  if (rule.evaluation.status === 'reached') return undefined;
  const able = snapshot.members.filter(({ stance }) => stance !== 'support' && traitsOf[stance].takesPart);
  const movers = able.map(({ code, stance }) => ({ code, settled: !isPending(stance) }));
  return { rule, requirement: requirementOf(rule.covering, movers), able };
}
