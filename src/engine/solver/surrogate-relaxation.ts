import type { ClassConstraint } from './symmetry.ts';
import { at, descending, type Numbers, total } from './vectors.ts';

/** So many members in all, at least and at most so many of each class. */
export interface Limits {
  readonly size: number;
  readonly least: Numbers;
  readonly most: Numbers;
}

/** A row that the least do not meet, and what they lack. */
export interface OpenRow {
  readonly row: ClassConstraint;
  readonly lack: number;
}

/** What is left to choose within limits. */
export interface Choice {
  readonly open: readonly OpenRow[];
  readonly limits: Limits;
  /** The classes of which more than the least may be chosen. */
  readonly loose: Numbers;
  /** How many members are to be chosen beside the least. */
  readonly free: number;
}

/** The open rows weighed against one another and added up, and the numbers that gain most by the sum. */
export interface Weighed {
  readonly weights: Numbers;
  /** What one member of each loose class gains in the weighed sum. */
  readonly gains: Numbers;
  /** The loose classes, by place in their list, those that gain most first. */
  readonly order: Numbers;
  readonly numbers: Numbers;
  /** By how much each row is met, or not, as a part of what it lacked. */
  readonly slacks: Numbers;
  /** The same in the sum. Below zero: no numbers meet all rows. */
  readonly excess: number;
}

/** How often weights are tried towards one row before another one is looked at. */
const roundsToRow = 12;

/** Sums of doubles are off by far less than this part of them. */
const tolerance = 1e-9;

function weighed({ open, limits, loose, free }: Choice, weights: Numbers): Weighed {
  const gains = loose.map((index) => {
    let sum = 0;
    for (const [which, { row, lack }] of open.entries())
      sum += ((row.gains[index] as number) * (weights[which] as number)) / lack;
    return sum;
  });
  const order = descending(gains);
  const numbers = [...limits.least];
  const slacks = open.map(() => -1);
  let [left, sum] = [free, 0];
  for (const place of order) {
    if (left === 0) break;
    const index = loose[place] as number;
    const more = Math.min(left, (limits.most[index] as number) - (numbers[index] as number));
    numbers[index] = (numbers[index] as number) + more;
    left -= more;
    sum += more * (gains[place] as number);
    for (const [which, { row, lack }] of open.entries())
      slacks[which] = (slacks[which] as number) + (more * (row.gains[index] as number)) / lack;
  }
  return { weights, gains, order, numbers, slacks, excess: sum - total(weights) + tolerance * (1 + sum) };
}

/**
 * Weighs the rows again and again, giving more to those that were missed, until the weighed sum shows that nothing meets
 * them all.
 */
export function* weighings(choice: Choice, start: Numbers): Generator<Weighed> {
  let now = weighed(choice, start);
  yield now;
  for (let turn = 0; turn < choice.open.length - 1; turn += 1) {
    // The excess is convex: towards the row that is missed most it falls as long as that row has less slack than the rest.
    const worst = now.slacks.indexOf(Math.min(...now.slacks));
    const from = now.weights;
    let [low, high, step] = [0, 1, 1 / 64];
    for (let round = 0; round < roundsToRow; round += 1) {
      const middle = step < high - low ? low + step : (low + high) / 2;
      now = weighed(
        choice,
        from.map((weight, which) => weight * (1 - middle) + (which === worst ? middle : 0)),
      );
      yield now;
      const rest = from.reduce((sum, weight, which) => sum + weight * (now.slacks[which] as number), 0);
      if ((now.slacks[worst] as number) < rest) low = middle;
      else high = middle;
      step = high === 1 ? step * 2 : Number.POSITIVE_INFINITY;
    }
  }
}

/** By how much rows are missed, together. */
export const missed = (slacks: Numbers): number => slacks.reduce((sum, slack) => sum - Math.min(0, slack), 0);

/** How many classes are tried in exchange for one another: those around the line between who is chosen and who is not. */
export const mostExchanged = 80;

/** Exchanges members one by one while that brings the rows closer; the best numbers found. */
export function exchanged({ open, limits, loose }: Choice, { order, numbers, slacks }: Weighed): Numbers {
  const now = [...numbers];
  let slack = slacks;
  const classes = order.map((place) => loose[place] as number);
  const canLeave = (index: number): boolean => (now[index] as number) > (limits.least[index] as number);
  const canCome = (index: number): boolean => (now[index] as number) < (limits.most[index] as number);
  const slackAfter = (which: number, out: number, into: number): number => {
    const { row, lack } = open[which] as OpenRow;
    return (slack[which] as number) + ((row.gains[into] as number) - (row.gains[out] as number)) / lack;
  };
  const line = classes.findLastIndex(canLeave) + 1;
  const around = classes.slice(Math.max(0, line - mostExchanged / 2), line + mostExchanged / 2);
  for (;;) {
    const [leaving, coming] = [around.filter(canLeave), around.filter(canCome)];
    let best = { missed: missed(slack) - tolerance, out: -1, into: -1 };
    for (const out of leaving) {
      for (const into of coming) {
        // This is where a hard search spends its time, so nothing is made here.
        let after = 0;
        for (let which = 0; which < open.length; which += 1) after -= Math.min(0, slackAfter(which, out, into));
        if (after < best.missed) best = { missed: after - tolerance, out, into };
      }
    }
    const { out, into } = best;
    if (out < 0) return now;
    now[out] = at(now, out) - 1;
    now[into] = at(now, into) + 1;
    slack = open.map((_, which) => slackAfter(which, out, into));
  }
}

/** The limits without what the weighed sum rules out: classes of which more or fewer cost more than there is in excess. */
export function narrowed({ limits, loose }: Choice, { gains, numbers, excess }: Weighed): Limits {
  const [least, most] = [[...limits.least], [...limits.most]];
  let [lowestIn, highestOut] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [place, index] of loose.entries()) {
    if ((numbers[index] as number) > (least[index] as number)) lowestIn = Math.min(lowestIn, gains[place] as number);
    if ((numbers[index] as number) < (most[index] as number)) highestOut = Math.max(highestOut, gains[place] as number);
  }
  for (const [place, index] of loose.entries()) {
    if ((gains[place] as number) - highestOut > excess) least[index] = numbers[index] as number;
    if (lowestIn - (gains[place] as number) > excess) most[index] = numbers[index] as number;
  }
  return { ...limits, least, most };
}
