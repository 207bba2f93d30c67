import type { CountStatement, Interval, ReconciledClaim, Reported } from '../../model/snapshot.ts';
import { type Stance, traitsOf } from '../../model/stance.ts';
import { endOf, type Time } from '../../model/time.ts';
import type { MemberSteps } from './claims.ts';
import { isMemberOn } from './listings.ts';
import { stepOn } from './steps.ts';

/**
 * How many members support it, and how many hold out, as far as the latest counts of all members that agree leave that
 * open: those that are named now, and as many of those that may still belong as the count had not named. Nothing where
 * there is no such count.
 *
 * @see docs/evidence.md#counts
 */
export function reportedOn(
  claims: readonly ReconciledClaim[],
  histories: readonly MemberSteps[],
  asOf: Time,
): Reported {
  const leftOpen = (about: CountStatement['about']): Interval | undefined => {
    const latest = claims.findLast(
      (claim): claim is CountStatement => claim.about === about && claim.among === undefined && claim.agrees,
    );
    return latest && intervalOf(latest, histories, asOf);
  };
  const [supporting, holdingOut] = [leftOpen('supporting'), leftOpen('holding-out')];
  return { ...(supporting && { supporting }), ...(holdingOut && { holdingOut }) };
}

function intervalOf({ about, date, unnamed }: CountStatement, histories: readonly MemberSteps[], asOf: Time): Interval {
  let [named, settled, staying, added] = [0, 0, 0, 0];
  for (const { member, steps } of histories) {
    const sideAt = (moment: string): ReturnType<typeof sideOf> | undefined =>
      isMemberOn(member, moment) ? sideOf(stepOn(steps, moment).stance) : undefined;
    const [then, now] = [sideAt(endOf(date)), sideAt(endOf(asOf))];
    if (now === about) named += 1;
    if (then === 'pool' && now === 'pool') staying += 1;
    else if (then === 'pool') settled += 1;
    else if (now === 'pool') added += 1;
  }
  return { min: named + Math.max(0, unnamed.min - settled), max: named + Math.min(unnamed.max, staying) + added };
}

const sideOf = (stance: Stance) => traitsOf[stance].claimed;
