import { type Comparison, type CountCriterion, isCeiling, presetSummary, type Rule } from '../../model/rule.ts';
import { type Stance, stances, traitsOf } from '../../model/stance.ts';
import type { CountEvaluation, Evaluation } from '../../model/tally.ts';
import { visible } from '../../text/escape-controls.ts';
import { grouped, percentText } from '../../text/numerals.ts';
import { displayWidth, wrap } from '../../text/width.ts';
import type { Layout } from '../layout/theme.ts';
import { dateText } from './dates.ts';

/** What a rule asks for, in one line; undefined for a rule of the roster's own, which its criteria explain. */
export function ruleText({ name, criterion }: Rule): string | undefined {
  if (name === 'custom') return undefined;
  const except =
    criterion.kind === 'count' && criterion.among && 'except' in criterion.among ? criterion.among.except : [];
  return except.length === 0
    ? presetSummary[name]
    : `${presetSummary[name]}, without counting ${except.map(visible).join(', ')}`;
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

/** Stances that are counted under another word than their own. */
const countedAs: Readonly<Partial<Record<Stance, string>>> = { support: 'in support', oppose: 'opposed' };

/** What a criterion counts, in a word or two. */
export function countedText(count: readonly Stance[]): string {
  const [only, second] = count;
  if (only !== undefined && second === undefined) return countedAs[only] ?? only;
  if (!count.includes('support')) return count.length === stances.length - 1 ? 'not in support' : count.join(' or ');
  return count.some((stance) => traitsOf[stance].consent === 'denied') ? count.join(' or ') : 'consenting';
}

/** The criterion's own label, or its terms in words. */
export function criterionLabel(criterion: CountCriterion): string {
  if (criterion.label !== undefined) return visible(criterion.label);
  const { bound, by, of, group, among, count, withWhy } = criterion;
  const base = of === 'members' || bound.quantity.kind === 'absolute' ? '' : ` of those of ${of.join(', ')}`;
  const whom =
    group !== undefined
      ? ` among ${visible(group)}`
      : among && 'only' in among
        ? ` among ${among.only.map(visible).join(', ')}`
        : '';
  const but = among && 'except' in among ? ` without ${among.except.map(visible).join(', ')}` : '';
  const weight = by === 'members' ? '' : ` by ${visible(by)}`;
  return `${comparisonText[bound.comparison]} ${bound.text}${base}${weight} ${countedText(count)}${withWhy ? ' with a reason' : ''}${whom}${but}`;
}

/**
 * What a criterion has and what it lacks: `20 in support, 15 needed`.
 *
 * @param allSupport everybody counted is in support, also where others would count
 */
export function figuresText(evaluation: CountEvaluation, allSupport = false): string {
  const { criterion, have, need, short, base, waiting, status } = evaluation;
  const { count, by, notBefore } = criterion;
  const share = by === 'members' ? undefined : percentText(have, base);
  const counted = `${grouped(have)} ${countedText(allSupport ? ['support'] : count)}${share === undefined ? '' : ` (${share})`}`;
  const wait =
    waiting && notBefore ? `, only time is missing: until ${dateText({ ...notBefore, text: notBefore.day })}` : '';
  if (isCeiling(criterion)) {
    const excess = short === '0' ? '' : `, ${grouped(short)} too many`;
    return `${counted}, ${need.startsWith('-') ? 'none can be few enough' : `${need === '0' ? 'none' : grouped(need)} allowed`}${excess}${wait}`;
  }
  const all = need === base;
  if (short === '0') return `${all && have === base ? `all ${counted}` : `${counted}, ${grouped(need)} needed`}${wait}`;
  const missing = `${grouped(short)} ${status === 'blocked' ? 'short' : 'to go'}`;
  return all ? `${counted}, ${missing}${wait}` : `${counted}, ${grouped(need)} needed, ${missing}${wait}`;
}

const connectiveText = { all: 'all of', any: 'any one of' } as const;

/** The rule as a tree, a line or more for every criterion, painted. */
export function criterionTree(evaluation: Evaluation, { width, theme }: Pick<Layout, 'width' | 'theme'>): string[] {
  const lines: string[] = [];
  const visit = (node: Evaluation, first: string, rest: string): void => {
    const status = node.status;
    const text =
      node.kind === 'count' ? `${criterionLabel(node.criterion)}: ${figuresText(node)}` : connectiveLabel(node);
    const head = `${first}${status}  `;
    const [top = '', ...more] = wrap(text, width - displayWidth(head));
    lines.push(`${theme.faint(first)}${theme.outcome[status](status)}  ${top}`);
    const bar = node.kind === 'count' ? '' : '│';
    for (const line of more) lines.push(`${theme.faint(`${rest}${bar}`.padEnd(displayWidth(head)))}${line}`);
    if (node.kind === 'count') return;
    node.of.forEach((part, index) => {
      const last = index === node.of.length - 1;
      visit(part, `${rest}${last ? '└ ' : '├ '}`, `${rest}${last ? '  ' : '│ '}`);
    });
  };
  visit(evaluation, '', '');
  return lines;
}

/** What several criteria are called, and how many of them are asked for. */
export function connectiveLabel({ kind, label }: { readonly kind: 'all' | 'any'; readonly label?: string }): string {
  return label === undefined ? connectiveText[kind] : `${visible(label)}: ${connectiveText[kind]}`;
}
