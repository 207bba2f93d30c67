import type { ReconciledClaim } from '../../model/snapshot.ts';
import { stances } from '../../model/stance.ts';
import type { Timeline } from '../../model/timeline.ts';
import { type Cell, csv } from '../format/csv.ts';
import { number } from '../format/json.ts';
import { criterionLabel } from '../words/criterion.ts';
import { mainCount } from './chart/series.ts';

const columns = [
  ...['date', 'outcome', 'members', ...stances, 'have', 'need', 'short', 'possible', 'base'],
  ...[
    'moved',
    'restated',
    'joined',
    'left',
    'denied',
    'claims',
    'candidates',
    'milestones',
    'timeCome',
    'ruleChanged',
    'decision',
    'weights',
    'rounds',
    'closed',
    'demands',
  ],
];

/** `timeline` as CSV: a row for each date, with the figures of the rule's main criterion. */
export function renderTimelineCsv({ points }: Timeline): string {
  const rows = points.map((point): Cell[] => {
    const { date, outcome, counts, evaluation, decision, ruleChanged } = point;
    const { have, need, short, possible, base } = mainCount(evaluation);
    return [
      ...[date.day, outcome, counts.members, ...stances.map((stance) => counts[stance])],
      ...[have, need, short, possible, base].map(number),
      listed(point.moved, ({ member, from, to }) => `${member}: ${from} -> ${to}`),
      listed(point.restated, ({ member, stance }) => `${member}: ${stance}`),
      listed(point.joined, ({ member, stance }) => `${member}: ${stance}`),
      listed(point.left, ({ member, stance }) => `${member}: ${stance}`),
      listed(point.denied, ({ member, stance, date }) => `${member}: ${stance} ${date.text}`),
      listed(point.claims, claimText),
      listed(point.candidates, ({ name, status }) => `${name}: ${status}`),
      listed(point.milestones, ({ name, deadline }) => `${name}${deadline ? ' (deadline)' : ''}`),
      listed(point.timeCome, criterionLabel),
      ruleChanged ? 'yes' : undefined,
      decision && `${decision.outcome}${decision.by === undefined ? '' : ` by ${decision.by}`}`,
      listed(point.weights, ({ member, weight, before, after }) => `${member}: ${weight} ${before} -> ${after}`),
      listed(point.rounds, ({ date, name }) => name ?? date.text),
      listed(point.closed, criterionLabel),
      listed(point.demands, ({ id, from, to }) => `${id}: ${from ?? 'asked'} -> ${to}`),
    ];
  });
  return csv([columns, ...rows]);
}

function listed<T>(all: readonly T[], text: (one: T) => string): string | undefined {
  return all.length === 0 ? undefined : all.map(text).join('; ');
}

function claimText(claim: ReconciledClaim): string {
  const by = claim.by === undefined ? '' : ` (${claim.by})`;
  switch (claim.about) {
    case 'holdouts':
      return `holdouts: ${claim.holdouts.length === 0 ? 'none' : claim.holdouts.join(' ')}${by}`;
    case 'stance':
      return `${claim.stance}: ${claim.of.join(' ')}${by}`;
    case 'supporting':
    case 'holding-out':
      return `${claim.about}${claim.among ? ` among ${claim.among.codes.join(' ')}` : ''}: ${claim.text}${by}`;
  }
}
