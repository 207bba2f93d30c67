import type { Composition, CountEvaluation } from '../../model/tally.ts';
import { grouped, plural } from '../../text/numerals.ts';
import { countedText } from './criterion.ts';
import { closedText, dateText } from './dates.ts';
import { pointsBetween, shareNumber, thresholdNumber } from './share.ts';

/** What a part of a headline needs to know of the rule as a whole. */
export interface Setting {
  /** A weight is added up somewhere, so that members are called members. */
  readonly weighted: boolean;
  readonly compositionOf: (evaluation: CountEvaluation) => Composition | undefined;
  /** The names of members, as a list in a sentence. */
  readonly named: (codes: readonly string[]) => string;
}

/** How far a criterion is that asks for enough. */
export interface FloorPart {
  /** `12 of 15 members`, `53.16 of 65% of the population`, `13 of 9 in favour`. */
  readonly have: string;
  /** `3 members`, `11.84 points`; nothing where nothing is missing. */
  readonly missing?: string;
  readonly isBlocked: boolean;
}

/** How far a criterion is that asks for enough, and what it lacks. */
export function floorPart(evaluation: CountEvaluation, setting: Setting): FloorPart {
  const { criterion, short, status } = evaluation;
  const isShare = criterion.by !== 'members' && criterion.bound.quantity.kind === 'share';
  const [text, missing] = (isShare ? shareFloor : amountFloor)(evaluation, setting);
  const have = `${text}${whomText(evaluation)}${waitText(evaluation)}`;
  return { have, isBlocked: status === 'blocked', ...(short !== '0' && { missing }) };
}

type Phrases = readonly [have: string, missing: string];

function shareFloor(evaluation: CountEvaluation): Phrases {
  const { by, bound } = evaluation.criterion;
  const over = bound.comparison === 'more-than' ? 'over ' : '';
  return [
    `${shareNumber(evaluation)} of ${over}${thresholdNumber(evaluation)}% of the ${by}${counted(evaluation, '')}`,
    `${over}${plural(pointsBetween(evaluation), 'point')}`,
  ];
}

function amountFloor(evaluation: CountEvaluation, { weighted }: Setting): Phrases {
  const { criterion, need, short } = evaluation;
  const have = `${grouped(evaluation.have)} of ${grouped(need)}`;
  if (criterion.by !== 'members')
    return [`${have} ${criterion.by}${counted(evaluation, '')}`, `${grouped(short)} ${criterion.by}`];
  return [
    `${have}${counted(evaluation, weighted ? ' members' : isOfVotes(evaluation) ? ' votes' : ' in favour')}`,
    weighted ? plural(grouped(short), 'member') : grouped(short),
  ];
}

/** Whether those for and against are the base of a relative bound. */
const isOfVotes = ({ criterion: { of, bound } }: CountEvaluation): boolean =>
  of !== 'members' && bound.quantity.kind !== 'absolute';

/** @param plainly what is said where support alone counts */
function counted({ criterion: { count, label } }: CountEvaluation, plainly: string): string {
  if (count.length === 1 && count[0] === 'support') return plainly;
  const words = countedText(count);
  return label !== undefined && words.includes(' or ') ? ` (${label})` : ` ${words}`;
}

/** How far a criterion is that allows no more than so much: `vetoed by the United States`, `15 not in support, 12 too many`. */
export function ceilingText(evaluation: CountEvaluation, { compositionOf, named }: Setting): string {
  const { criterion, have, need, short } = evaluation;
  const { by, count, bound, withWhy } = criterion;
  const whom = whomText(evaluation);
  if (need === '0' && by === 'members' && count.length === 1 && count[0] === 'oppose') {
    const isVeto = criterion.group !== undefined || withWhy || /\bveto\b/i.test(criterion.label ?? '');
    if (have === '0') return `${isVeto ? 'no veto' : `nobody opposed${whom}`}${waitText(evaluation)}`;
    return `${isVeto ? 'vetoed' : 'opposed'} by ${named(compositionOf(evaluation)?.counted ?? [])}${waitText(evaluation)}`;
  }
  const isShare = by !== 'members' && bound.quantity.kind === 'share';
  const unit = by === 'members' ? '' : ` ${by}`;
  const amount = isShare ? `${shareNumber(evaluation)}% of the ${by}` : `${grouped(have)}${unit}`;
  const text = `${amount} ${countedText(count)}${withWhy ? ' with a reason' : ''}${whom}`;
  if (need.startsWith('-')) return `${text}, even none would be too many`;
  if (short !== '0')
    return `${text}, ${isShare ? `${pointsBetween(evaluation)} points` : grouped(short)} too many${waitText(evaluation)}`;
  const under = bound.comparison === 'fewer-than' ? 'under ' : '';
  return `${text}, ${isShare ? `${under}${thresholdNumber(evaluation)}%` : grouped(need)} allowed${waitText(evaluation)}`;
}

/** Whom a criterion looks at, where that is not everybody. */
function whomText({ criterion: { group, among } }: CountEvaluation): string {
  if (group !== undefined) return ` among ${group}`;
  if (among === undefined) return '';
  return 'only' in among ? ` among ${among.only.join(', ')}` : ` without ${among.except.join(', ')}`;
}

/** Until when time alone is missing, or when it has closed. */
function waitText(evaluation: CountEvaluation): string {
  const { notBefore } = evaluation.criterion;
  if (!evaluation.waiting || notBefore === undefined) return closedText(evaluation);
  return `, not before ${dateText({ ...notBefore, text: notBefore.day })}`;
}
