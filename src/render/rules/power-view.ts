import type { MemberPower, Power } from '../../model/path.ts';
import type { Rule } from '../../model/rule.ts';
import { groupedBy } from '../../text/grouped.ts';
import { compact, grouped, percentText } from '../../text/numerals.ts';

/** Everything that `rules --power` shows. */
export interface PowerView {
  readonly rule: Rule;
  /** Whose members they are: the body, else what is decided. */
  readonly of: string;
  /** The date on which they were members. */
  readonly asOf: string;
  /** The roster or the body, as shown to users. */
  readonly origin: string;
  readonly power: Power;
}

/** Members with the same power. */
export interface EqualMembers {
  readonly members: readonly [MemberPower, ...MemberPower[]];
  /** Its swings in digits; cut off where they are too many. */
  readonly swings: string;
  /** The share of all swings in percent; absent where nobody has any. */
  readonly banzhaf: string | undefined;
  /** The share of orders in percent, and as a fraction where that is short. */
  readonly shapley: string;
}

/** Swings of more digits are cut off. */
const mostDigits = 15;

/** The longest fraction that is shown, in characters. */
const longestFraction = 10;

/** The members by their power, those with the same together. */
export function equalMembers({ members, swings: all }: Power): EqualMembers[] {
  const groups = groupedBy(
    members,
    ({ swings, shapley: { numerator, denominator } }) => `${swings} ${numerator} ${denominator}`,
  );
  return [...groups.values()].map((alike): EqualMembers => {
    const { swings, shapley } = alike[0];
    const fraction = `${shapley.numerator}/${shapley.denominator}`;
    const percent = percentText(`${shapley.numerator}`, `${shapley.denominator}`) ?? '';
    return {
      members: alike,
      swings: countText(swings),
      banzhaf: percentText(`${swings}`, `${all}`),
      shapley: fraction.length > longestFraction || shapley.numerator === 0n ? percent : `${percent} (${fraction})`,
    };
  });
}

/** A count in groups of digits; cut off where it has too many of them. */
export function countText(count: bigint): string {
  const digits = String(count);
  return digits.length > mostDigits ? compact(digits) : grouped(digits);
}

/** How many coalitions win, as a sentence. */
export const winningText = ({ winning, coalitions }: Power): string =>
  `${countText(winning)} of ${countText(coalitions)} coalitions win. Swings: how many of them would lose without the member.`;
