import type { Composition, CountEvaluation } from '../../model/tally.ts';
import { grouped, plural } from '../../text/numerals.ts';
import { enumeration } from '../../text/suggest.ts';
import { countedText, hasMoreThanNeeded } from './criterion.ts';
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
  /** `12 of 15 members`, `53.16 of 65% of the population`; with more than is needed `13 in favour`. */
  readonly have: string;
  /** `9`, `65%`; only where there is more than that. */
  readonly needed?: string;
  /** `, not before 1 Apr 2024`, or nothing. */
  readonly wait: string;
  /** `3 members`, `11.84 points`; nothing where nothing is missing. */
  readonly missing?: string;
  readonly isBlocked: boolean;
}

/** How far a criterion is that asks for enough, and what it lacks. */
export function floorPart(evaluation: CountEvaluation, setting: Setting): FloorPart {
  const { criterion, short, status } = evaluation;
  const isShare = criterion.by !== 'members' && criterion.bound.quantity.kind === 'share';
  const { amount, needed, what, missing } = (isShare ? shareFloor : amountFloor)(evaluation, setting);
  const isMore = hasMoreThanNeeded(evaluation);
  return {
    have: `${isMore ? amount.alone : `${amount.of} of ${needed}`}${what}${whomText(evaluation)}`,
    ...(isMore && { needed }),
    wait: waitText(evaluation),
    isBlocked: status === 'blocked',
    ...(short !== '0' && { missing }),
  };
}

/** How far parts of a rule are: `13 in favour, 9 needed`; of several `13 in favour (9 needed) and 1 of 2 votes`. */
export function havesText(floors: readonly FloorPart[]): string {
  const texts = floors.map(({ have, needed, wait }) => {
    if (needed === undefined) return `${have}${wait}`;
    return `${floors.length === 1 ? `${have}, ${needed} needed` : inBrackets(have, `${needed} needed`)}${wait}`;
  });
  return enumeration(texts, 'and');
}

/** A remark in brackets behind a text, in those that it ends with if it has some. */
const inBrackets = (text: string, remark: string): string =>
  text.endsWith(')') ? `${text.slice(0, -1)}, ${remark})` : `${text} (${remark})`;

interface Phrases {
  /** What there is, before `of` and what is needed, and without that. */
  readonly amount: { readonly of: string; readonly alone: string };
  readonly needed: string;
  /** What is counted: ` in favour`, ` of the population`. */
  readonly what: string;
  readonly missing: string;
}

function shareFloor(evaluation: CountEvaluation): Phrases {
  const { by, bound } = evaluation.criterion;
  const over = bound.comparison === 'more-than' ? 'over ' : '';
  const share = shareNumber(evaluation);
  return {
    amount: { of: share, alone: `${share}%` },
    needed: `${over}${thresholdNumber(evaluation)}%`,
    what: ` of the ${by}${counted(evaluation, '')}`,
    missing: `${over}${plural(pointsBetween(evaluation), 'point')}`,
  };
}

function amountFloor(evaluation: CountEvaluation, { weighted }: Setting): Phrases {
  const { criterion, have, need, short } = evaluation;
  const amount = { of: grouped(have), alone: grouped(have) };
  const needed = grouped(need);
  if (criterion.by !== 'members')
    return {
      amount,
      needed,
      what: ` ${criterion.by}${counted(evaluation, '')}`,
      missing: `${grouped(short)} ${criterion.by}`,
    };
  const plainly = weighted ? ' members' : isOfVotes(evaluation) ? ' votes' : ' in favour';
  const missing = weighted ? plural(grouped(short), 'member') : grouped(short);
  return { amount, needed, what: counted(evaluation, plainly), missing };
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
