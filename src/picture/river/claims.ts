import type { CountStatement } from '../../model/snapshot.ts';
import type { Timeline } from '../../model/timeline.ts';
import { dateText } from '../../render/words/dates.ts';
import { type Shown, shown } from '../../text/escape-controls.ts';
import { type Axis, xOf } from '../geometry.ts';
import type { Height } from './layers.ts';

/** A reported number of members as a range of heights. */
export interface ClaimMark {
  readonly x: number;
  /** Of the larger number of members that support it. */
  readonly top: number;
  readonly bottom: number;
  readonly about: CountStatement['about'];
  readonly agrees: boolean;
  /** The report in words. */
  readonly text: Shown;
}

/** The counts of all members that were reported: of supporters from below, of those that hold out from above. */
export function claimMarks({ points }: Timeline, axis: Axis, y: Height): ClaimMark[] {
  return points.flatMap(({ date, claims, counts: { members } }) =>
    claims.filter(isCountOfAll).map((claim): ClaimMark => {
      const { about, agrees } = claim;
      const [least, most] =
        about === 'supporting' ? [claim.min, claim.max] : [members - claim.max, members - claim.min];
      return {
        x: xOf(date.day, axis),
        top: y(Math.min(members, most)),
        bottom: y(Math.max(0, least)),
        about,
        agrees,
        text: wordsOf(claim),
      };
    }),
  );
}

const isCountOfAll = (claim: Timeline['points'][number]['claims'][number]): claim is CountStatement =>
  (claim.about === 'supporting' || claim.about === 'holding-out') && claim.among === undefined;

const sides = { supporting: 'in favour', 'holding-out': 'holding back' } as const;

function wordsOf({ date, text, about, by, agrees }: CountStatement): Shown {
  const doubt = agrees ? '' : '; contradicts the roster';
  return shown`${dateText(date)}: ${text} ${sides[about]}${by === undefined ? '' : ` (${by})`}${doubt}`;
}
