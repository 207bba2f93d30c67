import { takingPart } from '../../model/tally.ts';
import type { SnapshotView } from '../../model/view.ts';
import { type Shown, shown, visible } from '../../text/escape-controls.ts';
import { enumeration } from '../../text/suggest.ts';
import { criterionLabel, figuresText } from './criterion.ts';
import { dateText, yearOf } from './dates.ts';
import { membersByName } from './order.ts';

/** The result of the rule, in one sentence. */
export function verdictText({ tally }: Pick<SnapshotView, 'tally'>): Shown {
  const { evaluation, holdouts, outcome } = tally;
  const blocking = membersByName(holdouts.filter((holdout) => holdout.blocking)).map(({ name }) => name);
  const blockers = blocking.length > 0 ? `; blocked by ${blocking.join(', ')}` : '';
  const hopeless =
    outcome === 'blocked' && blocking.length === 0 ? '; not even if all that are pending came to support it' : '';
  if (evaluation.kind !== 'count') {
    const label = evaluation.label === undefined ? '' : `${evaluation.label}: `;
    const reached = evaluation.of.filter(({ status }) => status === 'reached').length;
    const asked = evaluation.kind === 'all' ? 'all' : 'any one';
    return shown`${label}${asked} of ${evaluation.of.length} criteria, ${reached} reached${blockers}${hopeless}`;
  }
  const size = evaluation.criterion.by === 'members' ? ` of ${evaluation.base}` : '';
  const allSupport = evaluation.criterion.count.includes('support') && evaluation.have === String(tally.counts.support);
  const figures = figuresText(evaluation, allSupport);
  return shown`${criterionLabel(evaluation.criterion)}${size}: ${figures}${blockers}${hopeless}`;
}

/** The remark on an answer that was asked for with `--on-record`. */
export const onRecordText = shown`Positions on record alone: what others reported or counted is left out.`;

/** More assumptions than these are told together, by stance. */
const mostAssumptions = 8;

/** The what-if behind an answer: `TR = support, HU = abstain`, or `all = support`; undefined when nothing was assumed. */
export function assumptionsText({ snapshot }: Pick<SnapshotView, 'snapshot'>): Shown | undefined {
  const { assumed, members } = snapshot;
  const moves = Object.entries(assumed);
  if (moves.length === 0) return undefined;
  if (moves.length <= mostAssumptions) return visible(moves.map(([code, stance]) => `${code} = ${stance}`).join(', '));
  const stances = [...new Set(moves.map(([, stance]) => stance))];
  const others = members.filter((standing) => !standing.assumed && standing.stance !== 'recused');
  if (others.length === 0 && stances.length === 1) return shown`all = ${stances.join()}`;
  const codesOf = (stance: string): string[] => moves.flatMap(([code, at]) => (at === stance ? [code] : []));
  return visible(
    stances.map((stance) => `${enumeration(codesOf(stance), 'and', mostAssumptions)} = ${stance}`).join('; '),
  );
}

/** The number in support, out of how many, and the number last reported. */
export function supportText({ snapshot, tally }: Pick<SnapshotView, 'snapshot' | 'tally'>): Shown {
  const total = takingPart(tally.counts);
  const claimed = snapshot.members.filter(({ stance, basis }) => stance === 'support' && basis === 'claimed').length;
  const reported = snapshot.claims.findLast((claim) => claim.about === 'supporting' && claim.agrees);
  const since =
    reported && reported.date.day !== snapshot.asOf.day ? ` (${dateText(reported.date, yearOf(snapshot.asOf))})` : '';
  const parts = [
    `${tally.counts.support} of ${total} in support`,
    ...(claimed > 0 ? [`${claimed} of them by claims alone`] : []),
    ...(reported?.about === 'supporting' ? [`reported: ${reported.text}${since}`] : []),
  ];
  return visible(parts.join(' · '));
}

/** Change of the outcome since an earlier snapshot; `new` when there was none and the outcome is not reached. */
export type Turn = 'newly-reached' | 'lost' | 'changed' | 'unchanged' | 'new';

/** The change of the outcome; undefined when nothing is compared. */
export function turnOf({ since, tally }: Pick<SnapshotView, 'since' | 'tally'>): Turn | undefined {
  if (since === undefined) return undefined;
  const [was, is] = ['none' in since.before ? undefined : since.before.outcome, tally.outcome];
  if (was === is) return 'unchanged';
  if (is === 'reached') return 'newly-reached';
  if (was === 'reached') return 'lost';
  return was === undefined ? 'new' : 'changed';
}

const noneText = { missing: 'there was no roster', invalid: 'the roster was not valid' } as const;

/** The change of the outcome, in words; undefined when nothing is compared. */
export function turnText(view: Pick<SnapshotView, 'since' | 'tally'>): Shown | undefined {
  const { since } = view;
  const turn = turnOf(view);
  if (since === undefined || turn === undefined) return undefined;
  const { before } = since;
  const { file } = since;
  if ('none' in before) return shown`${turn === 'new' ? 'new' : 'newly reached'}: ${noneText[before.none]} in ${file}`;
  const name = `${file} (${dateText(before.asOf)})`;
  if (turn === 'unchanged') return shown`unchanged since ${name}`;
  if (turn === 'changed') return shown`was ${before.outcome} in ${name}`;
  return shown`${turn === 'lost' ? 'lost' : 'newly reached'} since ${name}, where it was ${before.outcome}`;
}
