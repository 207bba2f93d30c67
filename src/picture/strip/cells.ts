import type { CountCriterion } from '../../model/rule.ts';
import type { Standing } from '../../model/snapshot.ts';
import { type Stance, traitsOf } from '../../model/stance.ts';
import type { Composition, CountEvaluation } from '../../model/tally.ts';
import { compareAmounts } from '../../text/compare.ts';
import { finest, unitsOf } from '../../text/decimal.ts';
import { spectrum } from '../palette.ts';

/** A criterion that counts, and what it looks at. */
export interface Counted {
  readonly count: CountEvaluation;
  readonly composition: Composition;
  /** Those of the snapshot; of the closing for a criterion that has closed. */
  readonly members: readonly Standing[];
}

/** A member as a criterion sees it. */
export interface Cell {
  readonly standing: Standing;
  readonly counts: boolean;
  readonly inBase: boolean;
  /** In units of the criterion's finest decimal place. */
  readonly weight: bigint;
}

/** The members that a criterion looks at, those that it counts first, and what it needs. */
export interface Cells {
  readonly cells: readonly Cell[];
  readonly need: bigint;
  /** The weights together, or the need where that is more. */
  readonly total: bigint;
}

/** The cells of a criterion: counted ones first, then those in its base, each from consent to refusal. */
export function cellsOf({ count: { criterion, need }, composition, members }: Counted): Cells {
  const looked = members.filter((standing) => looksAt(criterion, standing));
  const weights = looked.map((standing) => weightOf(criterion, standing));
  const decimals = finest([...weights, need]);
  const counted = new Set(composition.counted);
  const cells = looked.map((standing, index): Cell => {
    const counts = counted.has(standing.code);
    const inBase = criterion.of === 'members' || criterion.of.includes(standing.stance);
    return { standing, counts, inBase, weight: unitsOf(weights[index] ?? '0', decimals) };
  });
  const sum = cells.reduce((total, { weight }) => total + weight, 0n);
  const needed = need.startsWith('-') ? 0n : unitsOf(need, decimals);
  return { cells: cells.sort(compareCells), need: needed, total: sum > needed ? sum : needed };
}

function looksAt({ among }: CountCriterion, { code, stance }: Standing): boolean {
  if (!traitsOf[stance].takesPart) return false;
  if (among === undefined) return true;
  return 'only' in among ? among.only.includes(code) : !among.except.includes(code);
}

const weightOf = ({ by }: CountCriterion, { weights }: Standing): string =>
  by === 'members' ? '1' : ((Object.hasOwn(weights, by) ? weights[by] : undefined) ?? '0');

const rankOf = (stance: Stance): number => spectrum.indexOf(stance);

function compareCells(a: Cell, b: Cell): number {
  return (
    Number(b.counts) - Number(a.counts) ||
    Number(b.inBase) - Number(a.inBase) ||
    rankOf(a.standing.stance) - rankOf(b.standing.stance) ||
    compareAmounts(a.weight, b.weight)
  );
}
