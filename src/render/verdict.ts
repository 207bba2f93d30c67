import { criterionLabel, figuresText } from './criterion.ts';
import { dateText, yearOf } from './dates.ts';
import type { SnapshotView } from './view.ts';
import { visible } from './visible.ts';

/** What the rule came to, in one sentence. */
export function verdictText({ tally }: Pick<SnapshotView, 'tally'>): string {
  const { evaluation, holdouts, outcome } = tally;
  const blocking = holdouts.filter((holdout) => holdout.blocking).map(({ name }) => visible(name));
  const blockers = blocking.length > 0 ? `; blocked by ${blocking.join(', ')}` : '';
  const hopeless =
    outcome === 'blocked' && blocking.length === 0 ? '; not even if all that are pending came to support it' : '';
  if (evaluation.kind !== 'count') {
    const label = evaluation.label === undefined ? '' : `${visible(evaluation.label)}: `;
    const reached = evaluation.of.filter(({ status }) => status === 'reached').length;
    const asked = evaluation.kind === 'all' ? 'all' : 'any one';
    return `${label}${asked} of ${evaluation.of.length} criteria, ${reached} reached${blockers}${hopeless}`;
  }
  const size = evaluation.criterion.by === 'members' ? ` of ${evaluation.base}` : '';
  const allSupport = evaluation.criterion.count.includes('support') && evaluation.have === String(tally.counts.support);
  const figures = figuresText(evaluation, allSupport);
  return `${criterionLabel(evaluation.criterion)}${size}: ${figures}${blockers}${hopeless}`;
}

/** What an answer rests on where it is asked for on record. */
export const onRecordText = 'Positions on record alone: what others reported or counted is left out.';

/** The what-if behind an answer: `TR = support, HU = abstain`; undefined when nothing was assumed. */
export function assumptionsText({ snapshot }: Pick<SnapshotView, 'snapshot'>): string | undefined {
  const moves = Object.entries(snapshot.assumed).map(([code, stance]) => `${visible(code)} = ${stance}`);
  return moves.length === 0 ? undefined : moves.join(', ');
}

/** How many support it, of how many, and how that compares with what was reported. */
export function supportText({ snapshot, tally }: Pick<SnapshotView, 'snapshot' | 'tally'>): string {
  const total = tally.counts.members - tally.counts.recused;
  const claimed = snapshot.members.filter(({ stance, basis }) => stance === 'support' && basis === 'claimed').length;
  const reported = snapshot.claims.findLast((claim) => claim.about === 'supporting' && claim.agrees);
  const since =
    reported && reported.date.day !== snapshot.asOf.day ? ` (${dateText(reported.date, yearOf(snapshot.asOf))})` : '';
  return [
    `${tally.counts.support} of ${total} in support`,
    ...(claimed > 0 ? [`${claimed} of them by claims alone`] : []),
    ...(reported?.about === 'supporting' ? [`reported: ${reported.text}${since}`] : []),
  ].join(' · ');
}
