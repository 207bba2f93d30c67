import type { GroupAgreement } from '../../model/decisions/agreement.ts';
import type { VotingRecord } from '../../model/decisions/voting-record.ts';
import type { Stance } from '../../model/stance.ts';
import { compareText } from '../../text/compare.ts';
import { comparableStances } from './votes.ts';

/** Groups of whom pairs can be told. */
export const mostGroups = 200;

/** The names of the groups of all decisions, sorted. */
export const groupNames = (records: readonly Pick<VotingRecord, 'groups'>[]): string[] =>
  [...new Set(records.flatMap(({ groups }) => Object.keys(groups)))].sort(compareText);

/** How many hold any comparable stance, then each of them. */
type Holders = readonly [all: number, ...each: number[]];

interface Sum {
  readonly groups: GroupAgreement['groups'];
  agreed: number;
  of: number;
}

/**
 * How often members of each group agreed with each other, and with members of each other group of the same roster: each
 * pair of members once in each decision. A member of both groups is compared with all others of both, not with itself.
 */
export function groupAgreement(records: readonly VotingRecord[]): GroupAgreement[] {
  const sums = new Map<string, Sum>();
  for (const record of records) addRecord(record, sums);
  return [...sums.values()].sort(
    ({ groups: [a, b = ''] }, { groups: [c, d = ''] }) => compareText(a, c) || compareText(b, d),
  );
}

function addRecord({ members, groups }: VotingRecord, sums: Map<string, Sum>): void {
  const stanceOf = new Map(members.map(({ code, stance }) => [code, stance]));
  const named = Object.entries(groups)
    .sort(([a], [b]) => compareText(a, b))
    .map(([name, codes]) => ({ name, codes, set: new Set(codes), holders: holdersOf(codes, stanceOf) }));
  for (const [index, { name, codes, holders }] of named.entries()) {
    add(sums, [name], mapped(holders, pairsWithin));
    for (const other of named.slice(index + 1)) {
      const both = holdersOf(
        codes.filter((code) => other.set.has(code)),
        stanceOf,
      );
      const pairs = mapped(holders, (count, place) =>
        pairsBetween(count, other.holders[place] as number, both[place] as number),
      );
      add(sums, [name, other.name], pairs);
    }
  }
}

function holdersOf(codes: readonly string[], stanceOf: ReadonlyMap<string, Stance>): Holders {
  const held = codes.map((code) => stanceOf.get(code));
  const counts = comparableStances.map((stance) => held.filter((one) => one === stance).length);
  return [counts.reduce((sum, count) => sum + count, 0), ...counts];
}

const mapped = ([all, ...each]: Holders, pairsOf: (count: number, place: number) => number): Holders => [
  pairsOf(all, 0),
  ...each.map((count, place) => pairsOf(count, place + 1)),
];

const pairsWithin = (count: number): number => (count * (count - 1)) / 2;

/** How many sets of two have one of so many and one of others; those in `both` would pair with themselves, or twice. */
const pairsBetween = (some: number, others: number, both: number): number => some * others - both - pairsWithin(both);

/** Adds the pairs of one decision: of all that can be compared, then of those with each stance. */
function add(sums: Map<string, Sum>, groups: Sum['groups'], [of, ...alike]: Holders): void {
  const key = JSON.stringify(groups);
  const sum = sums.get(key) ?? { groups, agreed: 0, of: 0 };
  sums.set(key, sum);
  sum.of += of;
  sum.agreed += alike.reduce((all, pairs) => all + pairs, 0);
}
