import { type Json, json, number } from '../format/json.ts';
import type { PowerView } from './power-view.ts';

/** `rules --power` as data: `rutte-tally/power/1`. Shares are rounded to a millionth, fractions are exact. */
export function renderPowerJson({ rule, of, asOf, power }: PowerView): string {
  const { coalitions, winning, swings: all, members } = power;
  return json({
    schema: 'rutte-tally/power/1',
    rule: rule.name,
    of,
    asOf,
    members: members.length,
    coalitions: counted(coalitions),
    winning: counted(winning),
    swings: counted(all),
    power: members.map(({ code, name, swings, shapley: { numerator, denominator } }) => ({
      member: code,
      name,
      swings: counted(swings),
      banzhaf: all === 0n ? null : share(swings, all),
      shapleyShubik: {
        numerator: counted(numerator),
        denominator: counted(denominator),
        share: share(numerator, denominator),
      },
    })),
  });
}

const counted = (count: bigint): Json => number(String(count));

/** A share in millionths, rounded half up, as a number. */
const share = (part: bigint, whole: bigint): number => Number((2_000_000n * part + whole) / (2n * whole)) / 1_000_000;
