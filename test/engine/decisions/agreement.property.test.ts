import fc from 'fast-check';
import { expect, test } from 'vitest';
import { agreement } from '../../../src/engine/decisions/agreement.ts';
import { groupAgreement } from '../../../src/engine/decisions/group-agreement.ts';
import { matrix } from '../../../src/engine/decisions/matrix.ts';
import { votingRecord } from '../../../src/engine/decisions/voting-record.ts';
import { snapshot } from '../../../src/engine/snapshot.ts';
import type { VotingRecord } from '../../../src/model/decisions/voting-record.ts';
import { stances } from '../../../src/model/stance.ts';
import { independentReader } from '../../support/independent/answers.ts';
import { plain } from '../../support/independent/arbitrary-evidence.ts';
import { readingTimes, writtenRoster } from '../../support/independent/arbitrary-roster.ts';
import { inYaml } from '../../support/independent/yaml-text.ts';
import { readRoster, seeded, time } from '../../support/rosters.ts';

/** A decision for the reference: who was a member on its date, with the stance, and the groups. */
interface Held {
  readonly stances: Readonly<Record<string, string>>;
  readonly groups: Readonly<Record<string, readonly string[]>>;
}

/** Settled by the table of stances in the documentation, and taking part. */
const comparable = ['support', 'no-objection', 'abstain', 'oppose'];

/** How often two members agreed; undefined for two that were never members together. */
function reference(decisions: readonly Held[], a: string, b: string) {
  const both = decisions.flatMap(({ stances: { [a]: mine, [b]: theirs } }) =>
    mine === undefined || theirs === undefined ? [] : [[mine, theirs]],
  );
  const settled = both.filter((pair) => pair.every((stance) => comparable.includes(stance)));
  const agreed = settled.filter(([mine, theirs]) => mine === theirs).length;
  return both.length === 0 ? undefined : { members: [a, b], agreed, of: settled.length };
}

const pairsOf = (codes: readonly string[]): [string, string][] =>
  codes.flatMap((a, index) => codes.slice(index + 1).map((b): [string, string] => [a, b]));

const referencePairs = (decisions: readonly Held[]) =>
  pairsOf([...new Set(decisions.flatMap(({ stances }) => Object.keys(stances)))].sort()).flatMap(
    ([a, b]) => reference(decisions, a, b) ?? [],
  );

/** Members of two groups, each two once. */
function referenceGroups(decisions: readonly Held[]) {
  const names = [...new Set(decisions.flatMap(({ groups }) => Object.keys(groups)))].sort();
  const asked = names.flatMap((name) => [
    [name],
    ...names.filter((other) => other > name).map((other) => [name, other]),
  ]);
  return asked.flatMap((groups) => {
    const [one = '', two = one] = groups;
    const having = decisions.filter((decision) => decision.groups[one] && decision.groups[two]);
    const sums = having.flatMap((decision) =>
      pairsOf(Object.keys(decision.stances).sort())
        .filter(([a, b]) => {
          const isIn = (group: string, code: string): boolean => decision.groups[group]?.includes(code) === true;
          return (isIn(one, a) && isIn(two, b)) || (isIn(one, b) && isIn(two, a));
        })
        .flatMap(([a, b]) => reference([decision], a, b) ?? []),
    );
    const total = (key: 'agreed' | 'of'): number => sums.reduce((sum, pair) => sum + pair[key], 0);
    return having.length === 0 ? [] : [{ groups, agreed: total('agreed'), of: total('of') }];
  });
}

const heldIn = ({ members, groups }: VotingRecord): Held => ({
  stances: Object.fromEntries(members.map(({ code, stance }) => [code, stance])),
  groups,
});

test('agreement of random rosters is what an independent reading of them gives', () => {
  let [compared, apart] = [0, 0];
  fc.assert(
    fc.property(fc.array(fc.tuple(writtenRoster, readingTimes), { minLength: 1, maxLength: 3 }), (written) => {
      const records: VotingRecord[] = [];
      const expected: Held[] = [];
      for (const [made, [first, second]] of written) {
        const roster = plain(made);
        for (const asOf of [first, second]) {
          records.push(votingRecord('a.yaml', snapshot(readRoster(inYaml(roster)), time(asOf))));
          const { members } = independentReader(roster)(asOf, false);
          const groups = readRoster(inYaml(roster)).groups;
          expected.push({ stances: Object.fromEntries(members.map(({ code, stance }) => [code, stance])), groups });
        }
      }
      const { pairs } = agreement(matrix(records));
      expect(pairs).toEqual(referencePairs(expected));
      expect(groupAgreement(records)).toEqual(referenceGroups(expected));
      compared += pairs.filter(({ of }) => of > 0).length;
      apart += pairs.filter(({ of, agreed }) => agreed < of).length;
    }),
    seeded,
  );
  expect(compared).toBeGreaterThan(100);
  expect(apart).toBeGreaterThan(50);
});

test('193 members over 100 decisions agree as an independent count says', () => {
  const numbers = (seed: number) => (most: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * most);
  };
  const next = numbers(20240626);
  const codes = Array.from({ length: 193 }, (_, index) => `M${String(index).padStart(3, '0')}`);
  const base = votingRecord(
    'a.yaml',
    snapshot(readRoster('title: t\nrule: consensus\nmembers: { A: support }\n'), time('2024-01-01')),
  );
  const records = Array.from(
    { length: 100 },
    (_, decision): VotingRecord => ({
      ...base,
      // One in ten joined later, or has left.
      members: codes
        .filter((_, index) => index % 10 !== 0 || decision >= index / 2)
        .map((code) => ({ code, name: code, stance: stances[next(stances.length)] ?? 'support' })),
      groups: {},
    }),
  );
  const held = records.map(heldIn);
  const { pairs } = agreement(matrix(records));
  expect(pairs.length).toBe((193 * 192) / 2);
  expect(pairs).toEqual(referencePairs(held));
});
