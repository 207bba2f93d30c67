import { at, dot, numberAt, type Vector } from '../program/vectors.ts';
import { takeLargest } from './take-largest.ts';

/** A row that not every selection meets. */
export interface OpenRow {
  /** Its index in the program. */
  readonly index: number;
  /** By place. */
  readonly gains: Vector;
  readonly shortfall: number;
  /** Above zero: slacks are told in parts of it. */
  readonly scale: number;
}

/**
 * What is left to decide: how many members to add of each class whose number is not known yet. Such a class is told by
 * its place.
 */
export interface Subproblem {
  readonly rows: readonly OpenRow[];
  /** By place: how many members may be added. */
  readonly room: Vector;
  /** By level: places. The levels are the groups of classes whose members cost the same. */
  readonly places: readonly Int32Array[];
  /** By level: how many members to add. */
  readonly quotas: readonly number[];
}

/** One weighted sum of the rows, each in parts of its scale, and the selection that gains most by it. */
export interface Relaxation {
  /** By row; they add up to 1. */
  readonly weights: Vector;
  /** By place: what one member adds to the weighted sum. */
  readonly gains: Vector;
  /** By level: the least gain that is chosen. */
  readonly lines: readonly number[];
  /** The greedy optimum, by place. */
  readonly selection: Vector;
  /** By how much it meets each row; negative where it misses the row. */
  readonly slacks: Vector;
  /** Slack of the weighted sum; negative proves infeasibility. */
  readonly slack: number;
}

/** Steps of the line search from one set of weights towards a single row, and how many such searches there are. */
const stepsPerRow = 12;
const mostTurns = 8;

/** Relative tolerance: far above the rounding error of summing doubles. */
export const tolerance = 1e-9;

function relax({ rows, room, places, quotas }: Subproblem, weights: Vector): Relaxation {
  const gains = new Float64Array(room.length);
  for (const [which, row] of rows.entries()) {
    const factor = at(weights, which) / row.scale;
    if (factor === 0) continue;
    for (let place = 0; place < gains.length; place += 1)
      gains[place] = at(gains, place) + factor * at(row.gains, place);
  }
  const selection = new Float64Array(room.length);
  const lines = places.map((own, level) => takeLargest(own, gains, numberAt(quotas, level), room, selection));
  const slacks = new Float64Array(rows.length);
  let [slack, size] = [0, 1];
  for (const [which, { gains: own, shortfall, scale }] of rows.entries()) {
    let [sum, magnitude] = [-shortfall, Math.abs(shortfall)];
    for (let place = 0; place < selection.length; place += 1) {
      const gained = at(selection, place) * at(own, place);
      sum += gained;
      magnitude += Math.abs(gained);
    }
    slacks[which] = sum / scale;
    slack += (at(weights, which) * sum) / scale;
    size += (at(weights, which) * magnitude) / scale;
  }
  return { weights, gains, lines, selection, slacks, slack: slack + tolerance * size };
}

/**
 * Relaxations of a subproblem, each with more weight on the row that was missed most. A caller stops at one that meets
 * all rows or proves that none can; the last one is as far as the weights are searched.
 *
 * @param start weights to begin with, by row
 */
export function* relaxations(subproblem: Subproblem, start: Vector): Generator<Relaxation> {
  let now = relax(subproblem, start);
  yield now;
  for (let turn = 0; turn < Math.min(mostTurns, subproblem.rows.length - 1); turn += 1) {
    // Towards the row missed most the slack is the largest of some lines, one for each selection: it falls on the line
    // of the selection that is best at `low`, and rises on that at `high`. The lines meet where it may be least.
    const worst = now.slacks.indexOf(Math.min(...now.slacks));
    const from = now.weights;
    const lineOf = ({ slacks }: Relaxation): readonly [start: number, end: number] => [
      dot(from, slacks),
      at(slacks, worst),
    ];
    let [low, falling] = [0, lineOf(now)];
    let [high, rising]: [number, ReturnType<typeof lineOf> | undefined] = [1, undefined];
    for (let [round, step] = [0, 1 / 256]; round < stepsPerRow; [round, step] = [round + 1, step * 4]) {
      const middle: number = rising === undefined ? Math.min(1, low + step) : crossing(falling, rising);
      if (middle <= low || middle >= (rising === undefined ? 2 : high)) break;
      now = relax(
        subproblem,
        from.map((weight, which) => weight * (1 - middle) + (which === worst ? middle : 0)),
      );
      yield now;
      const line = lineOf(now);
      if (line[1] < line[0]) [low, falling] = [middle, line];
      else [high, rising] = [middle, line];
      if (low === 1) break;
    }
  }
}

/** Where two lines over the interval from 0 to 1 meet. */
function crossing([a, b]: readonly [number, number], [c, d]: readonly [number, number]): number {
  return (a - c) / (a - c + d - b);
}

/** The least and the most that may be added, by place. */
export interface Range {
  readonly least: Vector;
  readonly most: Vector;
}

/**
 * What may be added, tightened by reduced cost: a class keeps what the relaxation gives it as far as changing it would
 * cost more than the slack of the weighted sum.
 */
export function tightened({ room, places, quotas }: Subproblem, { gains, selection, slack }: Relaxation): Range {
  const [least, most] = [new Float64Array(room.length), room.slice()];
  for (const [level, own] of places.entries()) {
    let [lowestIn, highestOut] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const place of own) {
      if (at(selection, place) > 0) lowestIn = Math.min(lowestIn, at(gains, place));
      if (at(selection, place) < at(room, place)) highestOut = Math.max(highestOut, at(gains, place));
    }
    for (const place of own) {
      const [loss, cost] = [at(gains, place) - highestOut, lowestIn - at(gains, place)];
      if (loss > 0) least[place] = Math.max(0, at(room, place) - Math.floor(slack / loss));
      if (cost > 0) most[place] = Math.min(at(room, place), Math.floor(slack / cost));
      if (numberAt(quotas, level) === 0) most[place] = 0;
    }
  }
  return { least, most };
}
