import { isCeiling } from '../../../model/rule.ts';
import { type CountEvaluation, type Evaluation, takingPart } from '../../../model/tally.ts';
import type { Timeline, TimelineState } from '../../../model/timeline.ts';
import { type Shown, shown, visible } from '../../../text/escape-controls.ts';
import { grouped } from '../../../text/numerals.ts';
import { countEvaluations, countedText, criterionLabel } from '../../words/criterion.ts';
import { shareText } from '../../words/share.ts';

/** The figure that a timeline's chart and rows follow from date to date. */
export interface Series {
  /** What is counted: `in support`. */
  readonly label: Shown;
  /** The criterion that it belongs to, where the rule has several. */
  readonly criterion?: Shown;
  /** The rule is a ceiling: lower is better. */
  readonly ceiling: boolean;
  /** The figure adds up a weight instead of counting members. */
  readonly byWeight: boolean;
  /** The figure can be compared with reported numbers of supporters. */
  readonly ofSupporters: boolean;
  figureOf(state: TimelineState): Figure;
}

/** The figure at one date, as exact decimals. */
export interface Figure {
  readonly have: string;
  readonly base: string;
  /** Absent when the rules of a timeline count different things. */
  readonly need?: string;
  /** Of the base, in percent; only of a weight. */
  readonly share?: string;
}

/**
 * The main criterion of a rule: the first that needs a minimum of members, else the first with any minimum, else the
 * first.
 */
export function mainCount(evaluation: Evaluation): CountEvaluation {
  const counts = countEvaluations(evaluation);
  const floors = counts.filter((count) => !isCeiling(count.criterion));
  return floors.find(({ criterion }) => criterion.by === 'members') ?? floors[0] ?? (counts[0] as CountEvaluation);
}

/**
 * The series of a timeline: its rule's main criterion, or the number in support when the rules in it count different
 * things.
 */
export function seriesOf({ start, points }: Pick<Timeline, 'start' | 'points'>): Series {
  const states = [...(start ? [start] : []), ...points];
  const mains = states.map(({ evaluation }) => mainCount(evaluation));
  const last = mains.at(-1);
  const alike = mains.every(
    (main) =>
      last && main.criterion.by === last.criterion.by && isCeiling(main.criterion) === isCeiling(last.criterion),
  );
  if (last === undefined || !alike)
    return {
      label: shown`in support`,
      ceiling: false,
      byWeight: false,
      ofSupporters: true,
      figureOf: ({ counts }) => ({ have: `${counts.support}`, base: `${takingPart(counts)}` }),
    };
  const { count, by } = last.criterion;
  const byWeight = by !== 'members';
  const allSupport = mains.every(({ have }, index) => have === `${states[index]?.counts.support}`);
  const counted = countedText(allSupport && count.includes('support') ? ['support'] : count);
  return {
    label: byWeight ? shown`${by} ${counted}` : visible(counted),
    ...(states.at(-1)?.evaluation.kind !== 'count' && { criterion: criterionLabel(last.criterion) }),
    ceiling: isCeiling(last.criterion),
    byWeight,
    ofSupporters: !byWeight && count.includes('support'),
    figureOf: ({ evaluation }) => {
      const main = mainCount(evaluation);
      const { have, need, base } = main;
      const share = byWeight ? shareText(main) : undefined;
      return { have, need, base, ...(share !== undefined && { share }) };
    },
  };
}

/** A figure in brief: `21 of 32`, and for weights `64.99%`. */
export function figureText({ have, base, share }: Figure): Shown {
  return visible(share ?? `${grouped(have)} of ${grouped(base)}`);
}
