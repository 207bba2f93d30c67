import { isCeiling } from '../../../model/rule.ts';
import { type CountEvaluation, type Evaluation, takingPart } from '../../../model/tally.ts';
import type { Timeline, TimelineState } from '../../../model/timeline.ts';
import { type Shown, shown, visible } from '../../../text/escape-controls.ts';
import { grouped, percentText } from '../../../text/numerals.ts';
import { countEvaluations, countedText, criterionLabel } from '../../words/criterion.ts';

/** The one figure of a timeline that is followed from date to date. */
export interface Series {
  /** What is counted: `in support`. */
  readonly label: Shown;
  /** Which criterion it is of, where the rule has several. */
  readonly criterion?: Shown;
  /** Too many is what the rule minds, and not too few. */
  readonly ceiling: boolean;
  /** A weight is added up, and not members. */
  readonly byWeight: boolean;
  /** Reported numbers of supporters can be held against it. */
  readonly ofSupporters: boolean;
  figureOf(state: TimelineState): Figure;
}

/** Exact decimals in text. */
export interface Figure {
  readonly have: string;
  readonly base: string;
  /** None where one of several rules counts something else. */
  readonly need?: string;
}

/** The criterion that says most about how far a rule is: the first that asks for enough members, or else of anything. */
export function mainCount(evaluation: Evaluation): CountEvaluation {
  const counts = countEvaluations(evaluation);
  const floors = counts.filter((count) => !isCeiling(count.criterion));
  return floors.find(({ criterion }) => criterion.by === 'members') ?? floors[0] ?? (counts[0] as CountEvaluation);
}

/** What a timeline's chart and rows show: of the rule's main criterion, or support where rules that differ take turns. */
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
      const { have, need, base } = mainCount(evaluation);
      return { have, need, base };
    },
  };
}

/** A figure in brief: `21 of 32`, and for weights `64.99%`. */
export function figureText({ byWeight }: Series, { have, base }: Figure): Shown {
  const share = byWeight ? percentText(have, base) : undefined;
  return visible(share ?? `${grouped(have)} of ${grouped(base)}`);
}
