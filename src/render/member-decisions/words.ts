import type { MemberDecision, MemberDecisionsView } from '../../model/decisions/member.ts';
import type { Standing } from '../../model/snapshot.ts';
import { type Shown, shown } from '../../text/escape-controls.ts';
import { plural } from '../../text/numerals.ts';
import { enumeration } from '../../text/suggest.ts';
import { toldApart } from '../list/summary.ts';
import { dateText } from '../words/dates.ts';
import { leaningStance, sinceText } from '../words/members.ts';

/** Decisive moves that are named; the others are counted. */
const mostMoves = 3;

/** `Hungary: held out in 2 of 5 decisions as a member, supported 3, decisive in 1; not a member in 2 others`. */
export function headText({ member, counts }: Pick<MemberDecisionsView, 'member' | 'counts'>): string {
  const { decisions, member: own, heldOut, supported, recused, moved } = counts;
  if (own === 0)
    return `${member.name}: not a member in ${decisions === 1 ? 'this decision' : `any of ${decisions} decisions`}`;
  const others = decisions - own;
  const parts = [
    `held out in ${heldOut} of ${plural(own, 'decision')}${others === 0 ? '' : ' as a member'}`,
    `supported ${noneOr(supported)}`,
    ...(recused === 0 ? [] : [`recused in ${recused}`]),
    `decisive in ${noneOr(moved)}`,
  ];
  const rest = others === 0 ? '' : `; not a member in ${plural(others, 'other')}`;
  return `${member.name}: ${parts.join(', ')}${rest}`;
}

/** The decisions of a member, each with a title that tells it from the others. */
export function withTitlesToldApart(decisions: readonly MemberDecision[]): readonly MemberDecision[] {
  const titled = toldApart(decisions.map(({ decision }) => decision));
  return decisions.map((one, index) => ({ ...one, decision: titled[index] ?? one.decision }));
}

const noneOr = (count: number): string => (count === 0 ? 'none' : `${count}`);

/** The stance and since when: `withheld since 21 Feb 2024 (117 days)`; or that it was not a member on the date. */
export function stanceSince({ decision, standing }: Pick<MemberDecision, 'decision' | 'standing'>): Shown {
  if (standing === undefined) return shown`not a member on ${dateText(decision.asOf)}`;
  const since = sinceText(standing, '');
  return shown`${leaningStance(standing)}${since === '' ? '' : ` ${since}`}`;
}

/** `holds out`, `holds out and blocks`; once it is decided `held out`; empty for a member that does not. */
export function holdingText({ decision, holdsOut, standing }: MemberDecision): string {
  if (!holdsOut) return '';
  if (decision.state === 'decided') return 'held out';
  return isBlocking({ decision, standing }) ? 'holds out and blocks' : 'holds out';
}

/** Whether the decision stays blocked whatever all others do. */
export const isBlocking = ({
  decision,
  standing,
}: {
  readonly decision: MemberDecision['decision'];
  readonly standing: Standing | undefined;
}): boolean => decision.holdouts.some(({ code, blocking }) => blocking && code === standing?.code);

/** `decisive on 5 Mar 2024 (to oppose)`; empty without decisive moves. */
export function decisiveText({ decisiveMoves }: Pick<MemberDecision, 'decisiveMoves'>): string {
  if (decisiveMoves.length === 0) return '';
  const moves = decisiveMoves.map(({ date, to }) => `${dateText(date)} (to ${to})`);
  return `decisive on ${enumeration(moves, 'and', mostMoves)}`;
}
