import { type Comparison, type CountCriterion, isCeiling, presetSummary, type Rule } from '../../model/rule.ts';
import { everyStanceBut, type Stance, traitsOf, votes } from '../../model/stance.ts';
import type { CountEvaluation, Evaluation } from '../../model/tally.ts';
import { type Shown, shown, visible } from '../../text/escape-controls.ts';
import { grouped } from '../../text/numerals.ts';
import { enumeration } from '../../text/suggest.ts';
import { displayWidth, padEnd, wrap } from '../../text/width.ts';
import { type Layout, type Painted, painted } from '../layout/theme.ts';
import { closedText, dateText } from './dates.ts';
import { shareNumber, shareText, thresholdNumber } from './share.ts';

/** What a rule asks for, in one line; undefined for a rule of the roster's own, which its criteria explain. */
export function ruleText({ name, criterion }: Rule): Shown | undefined {
  if (name === 'custom') return undefined;
  const except =
    criterion.kind === 'count' && criterion.among && 'except' in criterion.among ? criterion.among.except : [];
  return shown`${presetSummary[name]}${except.length === 0 ? '' : `, without counting ${except.join(', ')}`}`;
}

const comparisonText: Readonly<Record<Comparison, string>> = {
  'at-least': 'at least',
  'more-than': 'more than',
  'at-most': 'at most',
  'fewer-than': 'fewer than',
};

/** The criteria of a rule that count, as evaluated, from left to right. */
export function countEvaluations(evaluation: Evaluation): CountEvaluation[] {
  return evaluation.kind === 'count' ? [evaluation] : evaluation.of.flatMap(countEvaluations);
}

/** Words for counted stances, where the name of the stance does not read well. */
const countedAs: Readonly<Partial<Record<Stance, string>>> = { support: 'in support', oppose: 'opposed' };

/** What a criterion counts, in a word or two. */
export function countedText(count: readonly Stance[]): string {
  const [only, second] = count;
  if (only !== undefined && second === undefined) return countedAs[only] ?? only;
  if (!count.includes('support'))
    return everyStanceBut([...count, 'support']).length === 0 ? 'not in support' : count.join(' or ');
  return count.some((stance) => traitsOf[stance].consent === 'denied') ? count.join(' or ') : 'consenting';
}

/** Whether a criterion that asks for enough shows more than it needs: `14 of 9` would be read as a mistake. */
export function hasMoreThanNeeded(evaluation: CountEvaluation): boolean {
  const { criterion, have, need, short } = evaluation;
  if (short !== '0') return false;
  const isShare = criterion.by !== 'members' && criterion.bound.quantity.kind === 'share';
  return isShare ? shareNumber(evaluation) !== thresholdNumber(evaluation) : have !== need;
}

/** The criterion's own label, or its terms in words. */
export function criterionLabel(criterion: CountCriterion): Shown {
  if (criterion.label !== undefined) return visible(criterion.label);
  const { bound, by, of, group, among, count, withWhy } = criterion;
  const base = of === 'members' || bound.quantity.kind === 'absolute' ? '' : ` of ${baseText(of)}`;
  const whom =
    group !== undefined ? ` among ${group}` : among && 'only' in among ? ` among ${among.only.join(', ')}` : '';
  const but = among && 'except' in among ? ` without ${among.except.join(', ')}` : '';
  const weight = by === 'members' ? '' : ` by ${by}`;
  return shown`${comparisonText[bound.comparison]} ${bound.text}${base}${weight} ${countedText(count)}${withWhy ? ' with a reason' : ''}${whom}${but}`;
}

/** `the votes`; of other stances `support, oppose and abstain`. */
const baseText = (of: readonly Stance[]): string =>
  [...of].sort().join() === [...votes].sort().join() ? 'the votes' : enumeration(of, 'and');

/** What is known of those that a criterion counts. */
interface Counted {
  /** All of them are in support, although the criterion counts other stances too. */
  readonly allSupport?: boolean;
  /** They are known by name, and others are only reported. */
  readonly named?: boolean;
}

/** What a criterion has and what it needs: `20 in support, 15 needed`. */
export function figuresText(evaluation: CountEvaluation, { allSupport = false, named = false }: Counted = {}): Shown {
  const { criterion, have, need, short, base, waiting, status } = evaluation;
  const { count, by, notBefore } = criterion;
  const share = by === 'members' ? undefined : shareText(evaluation);
  const words = countedText(allSupport ? ['support'] : count);
  const counted = `${grouped(have)} ${named ? namedText(words) : words}${share === undefined ? '' : ` (${share})`}`;
  const wait =
    waiting && notBefore
      ? `, only time is missing: until ${dateText({ ...notBefore, text: notBefore.day })}`
      : closedText(evaluation);
  if (isCeiling(criterion)) {
    const excess = short === '0' ? '' : `, ${grouped(short)} too many`;
    return shown`${counted}, ${need.startsWith('-') ? 'even none would be too many' : `${need === '0' ? 'none' : grouped(need)} allowed`}${excess}${wait}`;
  }
  const all = need === base;
  if (short === '0')
    return shown`${all && have === base ? `all ${counted}` : `${counted}, ${grouped(need)} needed`}${wait}`;
  const missing = `${grouped(short)} ${status === 'blocked' ? 'short' : 'to go'}`;
  return all ? shown`${counted}, ${missing}${wait}` : shown`${counted}, ${grouped(need)} needed, ${missing}${wait}`;
}

/** `named in support`, `named as consenting`. */
const namedText = (words: string): string => `named ${words.startsWith('in ') ? words : `as ${words}`}`;

const connectiveText = { all: 'all of', any: 'any one of' } as const;

/** The lines that join a tree. */
const branches = {
  unicode: { down: '│', part: '├ ', last: '└ ' },
  ascii: { down: '|', part: '|-', last: '`-' },
} as const;

/** The rule as a tree, a line or more for every criterion, painted. */
export function criterionTree(evaluation: Evaluation, layout: Pick<Layout, 'width' | 'theme' | 'ascii'>): Painted[] {
  const { width, theme, ascii = false } = layout;
  const join = branches[ascii ? 'ascii' : 'unicode'];
  const lines: Painted[] = [];
  const visit = (node: Evaluation, first: Shown, rest: Shown): void => {
    const status = node.status;
    const text =
      node.kind === 'count' ? shown`${criterionLabel(node.criterion)}: ${figuresText(node)}` : connectiveLabel(node);
    const head = shown`${first}${status}  `;
    const [top, ...more] = wrap(text, width - displayWidth(head));
    lines.push(painted`${theme.faint(first)}${theme.outcome[status](visible(status))}  ${top}`);
    const bar = node.kind === 'count' ? '' : join.down;
    const below = theme.faint(padEnd(shown`${rest}${bar}`, displayWidth(head)));
    for (const line of more) lines.push(painted`${below}${line}`);
    if (node.kind === 'count') return;
    node.of.forEach((part, index) => {
      const last = index === node.of.length - 1;
      visit(part, shown`${rest}${last ? join.last : join.part}`, shown`${rest}${last ? ' ' : join.down} `);
    });
  };
  visit(evaluation, shown``, shown``);
  return lines;
}

/** The label of a group of criteria, and how many of them must be met. */
export function connectiveLabel({ kind, label }: { readonly kind: 'all' | 'any'; readonly label?: string }): Shown {
  return shown`${label === undefined ? '' : `${label}: `}${connectiveText[kind]}`;
}
