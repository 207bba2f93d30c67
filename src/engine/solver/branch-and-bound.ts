import { isMet, type Need } from './requirement.ts';
import {
  type Choice,
  exchanged,
  type Limits,
  missed,
  mostExchanged,
  narrowed,
  type OpenRow,
  type Weighed,
  weighings,
} from './surrogate-relaxation.ts';
import type { ClassConstraint } from './symmetry.ts';
import { descending, gained, type Numbers, total } from './vectors.ts';

/** Work that may still be done, in steps of about the same length: no clock, so that answers do not depend on the machine. */
export interface Budget {
  left: number;
}

export interface Search {
  /**
   * Finds how many of each class meet a need within limits, if any do.
   *
   * @returns undefined when none do, and when the budget is used up
   */
  find(need: Need, limits: Limits): Numbers | undefined;
  /** Limits that leave out only what does not meet the need; something must meet it. */
  narrow(need: Need, limits: Limits): Limits;
}

/** Constraints that must all be met, and one need of each choice. */
interface Conjunction {
  readonly must: readonly number[];
  readonly choices: readonly (readonly Need[])[];
}

function conjunctionOf(need: Need): Conjunction {
  if (need.kind === 'constraint') return { must: [need.index], choices: [] };
  if (need.kind === 'any') return { must: [], choices: [need.of] };
  const parts = need.of.map(conjunctionOf);
  return { must: parts.flatMap(({ must }) => must), choices: parts.flatMap(({ choices }) => choices) };
}

/**
 * A search over rows. It weighs the rows that must be met against one another, so that one sum bounds them all: the members
 * that gain most by it meet the need, or show that nothing does, or show where to divide the search.
 *
 * @param holds whether a row that the numbers meet is met exactly, asked where rows are rounded
 */
export function searchOver(
  rows: readonly ClassConstraint[],
  budget: Budget,
  holds: (index: number, numbers: Numbers) => boolean,
): Search {
  const orders = rows.map(({ gains }) => descending(gains));
  const lastWeights = new Map<string, Numbers>();
  const meets = (index: number, numbers: Numbers): boolean => {
    const { gains, required, rounded } = rows[index] as ClassConstraint;
    return gained(gains, numbers) >= required && (!rounded || holds(index, numbers));
  };

  /** What so many members of those that gain most by a row gain beside the least. */
  const mostGained = (index: number, free: number, { least, most }: Limits): number => {
    const { gains } = rows[index] as ClassConstraint;
    let [left, sum] = [free, 0];
    for (const which of orders[index] as Numbers) {
      if (left === 0) break;
      const more = Math.min(left, (most[which] as number) - (least[which] as number));
      sum += more * (gains[which] as number);
      left -= more;
    }
    return sum;
  };

  /** What is left to choose; undefined when a row is out of reach, or there are too few or too many members. */
  const choiceOf = (must: readonly number[], limits: Limits): Choice | undefined => {
    const { size, least, most } = limits;
    const free = size - total(least);
    budget.left -= least.length * (must.length + 1);
    if (free < 0 || total(most) < size) return undefined;
    const open: OpenRow[] = [];
    for (const index of must) {
      const row = rows[index] as ClassConstraint;
      const lack = row.required - gained(row.gains, least);
      if (lack <= 0) continue;
      if (mostGained(index, free, limits) < lack) return undefined;
      open.push({ row, lack });
    }
    const loose = [...least.keys()].filter((index) => (least[index] as number) < (most[index] as number));
    return { open, limits, loose, free };
  };
  const keyOf = ({ open }: Choice): string => open.map(({ row }) => rows.indexOf(row)).join(' ');
  const startOf = (choice: Choice): Numbers =>
    lastWeights.get(keyOf(choice)) ?? choice.open.map(() => 1 / choice.open.length);

  const find = ({ must, choices }: Conjunction, limits: Limits): Numbers | undefined => {
    const choice = choiceOf(must, limits);
    if (choice === undefined || budget.left < 0) return undefined;

    /** What numbers that meet all rows lead to. */
    const chosen = (numbers: Numbers): Numbers | undefined => {
      const unmet = choices.find((needs) => !needs.some((need) => isMet(need, (index) => meets(index, numbers))));
      if (unmet === undefined) return numbers;
      const others = choices.filter((needs) => needs !== unmet);
      for (const need of unmet) {
        const more = conjunctionOf(need);
        const both = { must: [...new Set([...must, ...more.must])], choices: [...others, ...more.choices] };
        const answer = find(both, limits);
        if (answer !== undefined) return answer;
      }
      return undefined;
    };
    const meetsAll = (numbers: Numbers): boolean => must.every((index) => meets(index, numbers));

    const key = keyOf(choice);
    let [tightest, nearest]: (Weighed | undefined)[] = [];
    for (const weighed of weighings(choice, startOf(choice))) {
      budget.left -= choice.loose.length * (choice.open.length + 3) + limits.least.length;
      if (meetsAll(weighed.numbers)) return chosen(weighed.numbers);
      lastWeights.set(key, weighed.weights);
      if (weighed.excess < 0) return undefined;
      if (tightest === undefined || weighed.excess < tightest.excess) tightest = weighed;
      if (nearest === undefined || missed(weighed.slacks) < missed(nearest.slacks)) nearest = weighed;
    }
    const close = nearest as Weighed;
    lastWeights.set(key, (tightest as Weighed).weights);
    budget.left -= choice.open.length * Math.min(choice.loose.length, mostExchanged) ** 2;
    const better = exchanged(choice, close);
    if (meetsAll(better)) return chosen(better);

    const { least, most, size } = narrowed(choice, tightest as Weighed);
    const classes = close.order
      .map((place) => choice.loose[place] as number)
      .filter((index) => (least[index] as number) < (most[index] as number));
    const where =
      classes.findLast((index) => (close.numbers[index] as number) > (least[index] as number)) ?? classes[0];
    // All that is left are the tightest numbers, which were tried.
    if (where === undefined) return undefined;
    const middle = Math.max(
      least[where] as number,
      Math.min(close.numbers[where] as number, most[where] as number) - 1,
    );
    const more = find({ must, choices }, { size, least: least.with(where, middle + 1), most });
    return more ?? find({ must, choices }, { size, least, most: most.with(where, middle) });
  };

  return {
    find: (need, limits) => find(conjunctionOf(need), limits),
    narrow(need, limits) {
      const choice = choiceOf(conjunctionOf(need).must, limits) as Choice;
      let tightest: Weighed | undefined;
      for (const weighed of weighings(choice, startOf(choice)))
        if (tightest === undefined || weighed.excess < tightest.excess) tightest = weighed;
      return narrowed(choice, tightest as Weighed);
    },
  };
}
