import { criterionLabel, figuresText } from './criterion.ts';
import type { StatusView } from './view.ts';
import { visible } from './visible.ts';

/** What the rule came to, in one sentence. */
export function verdictText({ snapshot, tally }: StatusView): string {
  const { evaluation, holdouts, outcome } = tally;
  const blocking = holdouts.filter((holdout) => holdout.blocking).map(({ name }) => visible(name));
  const blockers = blocking.length > 0 ? `; blocked by ${blocking.join(', ')}` : '';
  const settled = outcome === 'blocked' && blocking.length === 0 ? '; not without a settled member moving' : '';
  if (evaluation.kind !== 'count')
    return `${evaluation.label === undefined ? snapshot.rule.name : visible(evaluation.label)}${blockers}${settled}`;
  const size = evaluation.criterion.by === 'members' ? ` of ${evaluation.base}` : '';
  const figures = figuresText(evaluation, evaluation.have === String(tally.counts.support));
  return `${criterionLabel(evaluation.criterion)}${size}: ${figures}${blockers}${settled}`;
}

/** The what-if behind an answer: `TR = support, HU = abstain`; undefined when nothing was assumed. */
export function assumptionsText({ snapshot }: StatusView): string | undefined {
  const moves = Object.entries(snapshot.assumed).map(([code, stance]) => `${visible(code)} = ${stance}`);
  return moves.length === 0 ? undefined : moves.join(', ');
}
