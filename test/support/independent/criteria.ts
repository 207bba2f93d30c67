import type { StandingsAt } from './counts.ts';
import {
  commonDivisor,
  compare,
  type Fraction,
  fractionIn,
  greater,
  minus,
  plus,
  roundedDown,
  textOf,
  times,
  zero,
} from './fractions.ts';
import { compareEnds, hasCome, type Moment, momentOr } from './moments.ts';
import { spelledOut } from './rules.ts';
import type { IndependentStanding } from './standings.ts';
import { isSettled, namedIn } from './words.ts';
import type { WrittenCount, WrittenRoster, WrittenRule } from './written.ts';

/** A criterion as evaluated: a tree. Numbers are fractions in text. */
export interface IndependentCriterion {
  readonly kind: string;
  readonly status: string;
  readonly closed: boolean;
  readonly of?: readonly IndependentCriterion[];
  readonly numbers?: Readonly<Record<'have' | 'need' | 'short' | 'possible' | 'base', string>>;
  readonly counted?: readonly string[];
}

type Member = Pick<IndependentStanding, 'code' | 'stance' | 'why' | 'weights'>;

/** The evaluation of a rule. What closes is judged by the members of that time, and nobody is pending any more. */
export function evaluate(
  roster: WrittenRoster,
  rule: WrittenRule,
  now: Moment,
  standingsAt: StandingsAt,
  above: Moment | undefined = momentOr(roster.closes),
): IndependentCriterion {
  const spelled = spelledOut(rule);
  const own = momentOr(spelled.closes);
  const closes = own !== undefined && (above === undefined || compareEnds(own, above) < 0) ? own : above;
  const closed = closes !== undefined && hasCome(closes, now);
  if (spelled.kind === 'count') {
    const at = closed ? closes : now;
    return { closed, ...evaluateCount(roster, spelled.count, standingsAt(at), at, closed) };
  }
  const of = spelled.of.map((part) => evaluate(roster, part, now, standingsAt, closes));
  const order = spelled.kind === 'any' ? ['reached', 'open'] : ['blocked', 'open'];
  const decisive = order.find((one) => of.some(({ status }) => status === one));
  return {
    kind: spelled.kind,
    closed: closed || of.every((part) => part.closed),
    of,
    status: decisive ?? (spelled.kind === 'any' ? 'blocked' : 'reached'),
  };
}

type Some = NonNullable<WrittenCount['count']>;

const isAmong = (some: Some, one: string, listed: readonly string[]): boolean =>
  typeof some === 'object' && 'except' in some ? !some.except.includes(one) : listed.includes(one);

const isStance = (some: Some, stance: string): boolean =>
  isAmong(
    some,
    stance,
    some === 'votes' ? ['support', 'oppose'] : typeof some === 'string' ? [some] : (some as string[]),
  );

function evaluateCount(
  roster: WrittenRoster,
  criterion: WrittenCount,
  standings: readonly Member[],
  now: Moment,
  closed: boolean,
): Omit<IndependentCriterion, 'closed'> {
  const { among, by = 'members', count = 'support', of = 'members' } = criterion;
  const codes = among === undefined || (typeof among === 'object' && 'except' in among) ? [] : namedIn(roster, among);
  const members = standings.filter(
    ({ code, stance }) => stance !== 'recused' && (among === undefined || isAmong(among, code, codes)),
  );
  const size = ({ weights }: Member): Fraction => (by === 'members' ? [1n, 1n] : fractionIn(weights[by] ?? ''));
  const sum = (some: readonly Member[]): Fraction => some.map(size).reduce(plus, zero);
  const counts = ({ stance, why }: Member): boolean =>
    isStance(count, stance) && (criterion['with-why'] !== 'true' || why !== undefined);
  const judge = (some: readonly Member[]): Judged => {
    const base = sum(some.filter(({ stance }) => of === 'members' || isStance(of, stance)));
    return { have: sum(some.filter(counts)), base, ...boundOf(criterion, base) };
  };
  const divisor = members.map(size).reduce(commonDivisor, zero);
  const judged = judge(members);
  const best = judge(members.map((one) => (isSettled(one.stance) ? one : { ...one, stance: 'support' })));
  const { have, base } = judged;
  const need = needed(judged, divisor[0] === 0n ? [1n, 1n] : divisor);
  const short = judged.isFloor ? minus(need, have) : minus(have, need);
  const opens = momentOr(criterion['not-before']);
  const come = opens === undefined || hasCome(opens, now);
  const possible = closed ? have : best.have;
  const status = isMet(judged) && come ? 'reached' : !closed && isMet(best) ? 'open' : 'blocked';
  const numbers = { have, need, short: greater(short, zero), possible, base };
  const texts = Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, textOf(value)]));
  return {
    kind: 'count',
    status,
    numbers: texts as Record<keyof typeof numbers, string>,
    counted: members.filter(counts).map(({ code }) => code),
  };
}

interface Judged {
  readonly have: Fraction;
  readonly base: Fraction;
  readonly limit: Fraction;
  readonly isFloor: boolean;
  /** Whether the limit itself will do. */
  readonly isIncluded: boolean;
}

function boundOf(criterion: WrittenCount, base: Fraction): Omit<Judged, 'have' | 'base'> {
  const bounds = ['at-least', 'more-than', 'at-most', 'fewer-than'] as const;
  const bound = bounds.find((one) => criterion[one] !== undefined) ?? 'at-least';
  const text = criterion[bound] ?? '';
  const isFloor = bound === 'at-least' || bound === 'more-than';
  return { limit: limitIn(text, base), isFloor, isIncluded: bound === 'at-least' || bound === 'at-most' };
}

function limitIn(text: string, base: Fraction): Fraction {
  if (text === 'all') return base;
  if (text.startsWith('all but ')) return greater(zero, minus(base, fractionIn(text.slice('all but '.length))));
  if (text.endsWith('%')) return times(base, times(fractionIn(text.slice(0, -1)), [1n, 100n]));
  const [numerator = '', denominator] = text.split('/');
  return denominator === undefined ? fractionIn(text) : times(base, [BigInt(numerator), BigInt(denominator)]);
}

/** Whether a bound is kept; a floor over nothing never is. */
function isMet({ have, base, limit, isFloor, isIncluded }: Judged): boolean {
  const sign = compare(have, limit);
  if (sign === 0) return isIncluded && !(isFloor && base[0] === 0n);
  return isFloor ? sign > 0 : sign < 0;
}

/** The least that keeps a floor, or the most that a ceiling allows, in whole steps. */
function needed({ base, limit, isFloor, isIncluded }: Judged, step: Fraction): Fraction {
  const down = roundedDown(limit, step);
  const isExact = compare(down, limit) === 0;
  if (!isFloor) return isExact && !isIncluded ? minus(down, step) : down;
  const up = isExact && isIncluded ? down : plus(down, step);
  return base[0] === 0n ? greater(up, step) : up;
}
