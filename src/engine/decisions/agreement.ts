import type { Agreed, Agreement, PairAgreement } from '../../model/decisions/agreement.ts';
import type { Matrix } from '../../model/decisions/voting-record.ts';
import { bitsIn, isComparable, type Votes, votesOf, wordAt } from './votes.ts';

/** Members of whom pairs can be told: two million pairs, which is as much as one answer can hold. */
export const mostMembers = 2000;

/**
 * How often each pair of members agreed in the decisions in which both were members, settled and not recused. Silence
 * is never agreement. Pairs that were in no decision together are left out.
 */
export function agreement({ decisions, members }: Matrix): Agreement {
  const votes = votesOf(members);
  const pairs: PairAgreement[] = [];
  const codes = members.map(({ code }) => code);
  for (const [first, code] of codes.entries()) {
    for (const [beyond, other] of codes.slice(first + 1).entries()) {
      const agreed = compare(votes, first, first + 1 + beyond);
      if (agreed !== undefined) pairs.push({ members: [code, other], ...agreed });
    }
  }
  return {
    decisions,
    members: members.map(({ code, name, stances }) => ({
      code,
      name,
      settled: stances.filter((stance) => stance !== undefined && isComparable(stance)).length,
    })),
    pairs,
  };
}

/** How often two members agreed, by their places; undefined for two that were never members together. */
function compare({ words, present, held }: Votes, first: number, second: number): Agreed | undefined {
  let [together, agreed, of] = [0, 0, 0];
  for (let word = 0; word < words; word += 1) {
    const [left, right] = [first * words + word, second * words + word];
    let [same, one, other] = [0, 0, 0];
    for (const stance of held) {
      const [mine, theirs] = [wordAt(stance, left), wordAt(stance, right)];
      same |= mine & theirs;
      one |= mine;
      other |= theirs;
    }
    together |= wordAt(present, left) & wordAt(present, right);
    agreed += bitsIn(same);
    of += bitsIn(one & other);
  }
  return together === 0 ? undefined : { agreed, of };
}
