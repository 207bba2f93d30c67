import fc from 'fast-check';
import { type SnapshotOptions, snapshot } from '../../src/engine/snapshot.ts';
import { tally } from '../../src/engine/tally.ts';
import {
  type Claim,
  type DatedWeight,
  type Demand,
  type DemandEvent,
  type Denial,
  demandStatuses,
  type Member,
  type Position,
  type Report,
  type Roster,
  type Round,
  type Term,
} from '../../src/model/roster.ts';
import {
  type Among,
  type Bound,
  type CountCriterion,
  type Criterion,
  ceilings,
  floors,
  type Quantity,
  type Rule,
} from '../../src/model/rule.ts';

import type { Snapshot, Standing } from '../../src/model/snapshot.ts';
import { isPending, leanings, type Stance, stances, writtenBases } from '../../src/model/stance.ts';
import type { CountEvaluation, Evaluation, Tally } from '../../src/model/tally.ts';
import { momentOf, type Time } from '../../src/model/time.ts';
import { parseRoster } from '../../src/roster/parse.ts';
import { readTime } from '../../src/roster/schema/scalars.ts';
import { inTime } from './reference-closing.ts';
import { seed } from './seed.ts';

/** How often a property is tried. Ordinary runs have one fixed seed; `FC_SEED=random` goes looking, and for longer. */
export const seeded = seed === undefined ? { numRuns: 3000 } : { seed, numRuns: 200 };

/** A part of a roster as its author writes it, in JSON's types. */
export type Plain = Readonly<Record<string, unknown>>;

/** The day on which rosters are read when a test does not care. */
export const today = '2024-03-01';

export function time(text: string): Time {
  const read = readTime(text);
  if ('fault' in read) throw new Error(read.fault.message);
  return read.value;
}

/** A roster from its text. */
export function readRoster(text: string): Roster {
  const result = parseRoster(text);
  if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join('\n'));
  return result.roster;
}

/** A roster from its parts, by way of its text. */
export function rosterOf(parts: Plain): Roster {
  return readRoster(JSON.stringify({ title: 'A decision', rule: 'consensus', ...parts }));
}

export function snapshotOf(parts: Plain, asOf = today, options: SnapshotOptions = {}): Snapshot {
  return snapshot(rosterOf(parts), time(asOf), options);
}

export function tallyOf(parts: Plain, asOf = today): Tally {
  return tally(snapshotOf(parts, asOf));
}

/** A position as written; a `conditional` one says what it wants. */
export function said(stance: Stance, rest: Plain = {}): Plain {
  return { stance, ...(stance === 'conditional' && { wants: ['a promise'] }), ...rest };
}

/** So many members of each stance, with codes such as `oppose-1`. */
export function crowd(sizes: Readonly<Partial<Record<Stance, number>>>, rest: Plain = {}): Plain {
  return Object.fromEntries(
    Object.entries(sizes).flatMap(([stance, size]) =>
      Array.from({ length: size }, (_, index) => [`${stance}-${index + 1}`, said(stance as Stance, rest)]),
    ),
  );
}

export function standingIn({ members }: Snapshot, code: string): Standing {
  const standing = members.find((member) => member.code === code);
  if (standing === undefined) throw new Error(`${code} is not in the snapshot`);
  return standing;
}

export function codesOf(members: readonly { readonly code: string }[]): string[] {
  return members.map(({ code }) => code);
}

/** The criteria of a rule that count, from left to right. */
export function leavesOf(evaluation: Evaluation): CountEvaluation[] {
  return evaluation.kind === 'count' ? [evaluation] : evaluation.of.flatMap(leavesOf);
}

/** The only criterion of a rule that has but one. */
export function leafOf({ evaluation }: Tally): CountEvaluation {
  if (evaluation.kind !== 'count') throw new Error(`a criterion that counts, not ${evaluation.kind}`);
  return evaluation;
}

// What follows makes random rosters, as values of the model.

/** The members of random rosters are some of these; their rules and claims name any. */
export const codes = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'] as const;
const someCodes = fc.subarray([...codes]);
const day = fc.integer({ min: 1, max: 9 }).map((number) => time(`2024-01-0${number}`));

/** The days on which random evidence falls. Random rosters are read at the end of them, or before. */
export const evidenceDays = { any: day, last: time('2024-01-09') } as const;

/** The times of random evidence: its days, and hours of them. */
export const evidenceTimes = fc.oneof(
  { weight: 4, arbitrary: day },
  {
    weight: 1,
    arbitrary: fc.tuple(day, fc.constantFrom('08', '16')).map(([date, hour]) => time(`${date.day}T${hour}:00Z`)),
  },
);

const hundredths = (max: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.integer({ min: 0, max }), fc.constantFrom('', '.0', '.5', '.25', '.99', '.01'))
    .map(([whole, fraction]) => `${whole}${fraction}`);

const share = fc.tuple(fc.constantFrom(1, 2, 3, 4, 7, 100), fc.nat()).map(([denominator, any]): Quantity => {
  return { kind: 'share', numerator: `${any % (denominator + 1)}`, denominator: `${denominator}` };
});

const quantityBy = (by: string): fc.Arbitrary<Quantity> => {
  const value = by === 'members' ? fc.integer({ min: 0, max: 8 }).map(String) : hundredths(25);
  const kind = fc.constantFrom('absolute', 'all-but');
  return fc.oneof(
    share,
    fc.record({ kind, value }).map((quantity): Quantity => quantity),
  );
};

const boundBy = (by: string, comparisons: readonly Bound['comparison'][]): fc.Arbitrary<Bound> =>
  fc.record({ comparison: fc.constantFrom(...comparisons), quantity: quantityBy(by), text: fc.constant('') });

const among: fc.Arbitrary<Pick<CountCriterion, 'among'>> = fc.oneof(
  fc.constant({}),
  fc
    .oneof(
      someCodes.map((only): Among => ({ only })),
      someCodes.map((except): Among => ({ except })),
    )
    .map((chosen) => ({ among: chosen })),
);
const notBefore: fc.Arbitrary<Pick<CountCriterion, 'notBefore'>> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('2023-12-31', '2024-06-30', '2024-12-31').map((text) => ({ notBefore: time(text) })),
  },
);

const closing: fc.Arbitrary<Pick<Criterion, 'closes'>> = fc.oneof(
  { weight: 6, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.constantFrom('2024-01-03', '2024-06-30').map((text) => ({ closes: time(text) })) },
);

const others = stances.filter((stance) => stance !== 'support');
const someOthers = fc.subarray(others);

/** What a monotone criterion may count, and of whom: see design section 5. */
const floorParts = fc
  .tuple(someOthers, fc.option(someOthers))
  .map(([also, base]): Pick<CountCriterion, 'count' | 'of' | 'withWhy'> => {
    const count: Stance[] = ['support', ...also];
    return { count, of: base === null ? 'members' : [...new Set([...count, ...base])], withWhy: false };
  });
const ceilingParts = fc
  .tuple(fc.subarray(others, { minLength: 1 }), fc.option(someOthers), fc.boolean())
  .map(([count, base, withWhy]): Pick<CountCriterion, 'count' | 'of' | 'withWhy'> => {
    return { count, of: base === null ? 'members' : ['support', ...base], withWhy };
  });

/** A monotone criterion that counts members or their size. An absolute bound has no base of its own. */
export const countCriterion: fc.Arbitrary<CountCriterion> = fc.constantFrom('members', 'size').chain((by) =>
  fc
    .tuple(
      fc.oneof(fc.tuple(floorParts, boundBy(by, floors)), fc.tuple(ceilingParts, boundBy(by, ceilings))),
      among,
      notBefore,
      closing,
    )
    .map(([[parts, bound], whom, when, closed]): CountCriterion => {
      const of = bound.quantity.kind === 'absolute' ? 'members' : parts.of;
      return { kind: 'count', ...parts, of, bound, by, ...whom, ...when, ...closed };
    }),
);

const anyCriterion: fc.Arbitrary<Criterion> = fc.letrec<{ any: Criterion }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    countCriterion,
    fc
      .tuple(
        fc.record({
          kind: fc.constantFrom('all' as const, 'any' as const),
          of: fc.array(tie('any'), { minLength: 1, maxLength: 3 }),
        }),
        closing,
      )
      .map(([connective, closed]) => ({ ...connective, ...closed })),
  ),
})).any;

/** A monotone rule: criteria and connectives, some of them nested, some of them closing. */
export const rule: fc.Arbitrary<Rule> = fc
  .tuple(anyCriterion, closing)
  .map(([criterion, closed]) => inTime({ name: 'custom', ...closed, criterion }));

/** The criterion of a monotone rule. */
export const criterion: fc.Arbitrary<Criterion> = anyCriterion.map(
  (whole) => inTime({ name: 'custom', criterion: whole }).criterion,
);

const ownStance = fc.constantFrom(...stances.filter((stance) => stance !== 'undeclared'));
/** With a date, a member may also take back what it has said. */
const datedStance = fc.oneof(
  { weight: 8, arbitrary: ownStance },
  { weight: 2, arbitrary: fc.constant('undeclared' as const) },
);

const denial = (date: Time, days: number): Denial => ({
  date: time(new Date(Date.parse(date.day) + days * 86_400_000).toISOString().slice(0, 10)),
  by: 'its embassy',
  sources: [],
});

/** A member's position; without a date it holds from the beginning. */
export function position(
  date: Time | undefined,
  stance = date === undefined ? ownStance : datedStance,
): fc.Arbitrary<Position> {
  return fc
    .record({
      stance,
      basis: fc.constantFrom(...writtenBases),
      circa: fc.boolean(),
      why: fc.option(fc.constantFrom('a reason', 'another reason'), { nil: undefined }),
      by: fc.option(fc.constantFrom('a minister', 'a spokesman'), { nil: undefined }),
      wants: fc.constantFrom<string[][]>([], ['a promise'], ['a post']),
      named: fc.boolean(),
      leaning: fc.constantFrom(undefined, ...leanings),
      follows: fc.constantFrom(undefined, undefined, ['A'], ['B'], ['C', 'D']),
      deniedAfter: fc.constantFrom(undefined, undefined, 0, 1, 2, 4),
    })
    .map(({ why, by, wants, named, leaning, follows, deniedAfter, ...rest }): Position => {
      const ids = named && wants[0] !== undefined && { wantIds: { [wants[0]]: 'the-first' } };
      return {
        ...(date && { date }),
        ...rest,
        ...(leaning && isPending(rest.stance) && { leaning }),
        ...(follows && isPending(rest.stance) && { follows }),
        ...(why && { why }),
        ...(by && { by }),
        wants,
        ...ids,
        sources: [],
        ...(date && rest.basis === 'reported' && deniedAfter !== undefined && { denied: denial(date, deniedAfter) }),
      };
    });
}

// A history is sorted, as a roster has it: the undated position first.
const history: fc.Arbitrary<Position[]> = fc
  .uniqueArray(fc.option(evidenceTimes), { selector: (date) => momentOf(date ?? undefined), maxLength: 4 })
  .map((dates) => dates.toSorted((a, b) => (momentOf(a ?? undefined) < momentOf(b ?? undefined) ? -1 : 1)))
  .chain((dates) => fc.tuple(...dates.map((date) => position(date ?? undefined))));

const someTimes = (number: number, times = evidenceTimes): fc.Arbitrary<Time[]> =>
  fc
    .uniqueArray(times, { selector: momentOf, minLength: number, maxLength: number })
    .map((dates) => dates.toSorted((a, b) => (momentOf(a) < momentOf(b) ? -1 : 1)));

const someDays = (number: number): fc.Arbitrary<Time[]> => someTimes(number, day);

// Most members stay; some join, leave, or leave and come back.
const terms: fc.Arbitrary<readonly Term[]> = fc.oneof(
  { weight: 10, arbitrary: fc.constant([{}]) },
  { weight: 2, arbitrary: day.map((joined) => [{ joined }]) },
  { weight: 2, arbitrary: day.map((left) => [{ left }]) },
  { weight: 3, arbitrary: someDays(2).map(([left, joined]) => [{ left }, { joined }] as Term[]) },
  { weight: 1, arbitrary: someDays(3).map(([left, joined, gone]) => [{ left }, { joined, left: gone }] as Term[]) },
  {
    weight: 1,
    arbitrary: someDays(3).map(([first, left, joined]) => [{ joined: first, left }, { joined }] as Term[]),
  },
);

const weight: fc.Arbitrary<readonly DatedWeight[]> = fc.oneof(
  { weight: 3, arbitrary: hundredths(9).map((value) => [{ value }]) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(someDays(3), fc.array(hundredths(9), { minLength: 1, maxLength: 3 }))
      .map(([days, values]) => values.map((value, index) => ({ from: days[index] as Time, value }))),
  },
);

/** Whom a random count is of: mostly of all members. */
export const someAmong: fc.Arbitrary<Pick<Claim, 'among'>> = fc.oneof(
  fc.constant({}),
  fc.subarray([...codes], { minLength: 1 }).map((some) => ({ among: { codes: some } })),
);

const list: fc.Arbitrary<Claim> = fc.record({
  date: evidenceTimes,
  circa: fc.boolean(),
  by: fc.constantFrom('a newspaper', 'an agency'),
  holdouts: someCodes,
  sources: fc.constant([]),
});

/** Reports about several, by time; the denied ones among them as positions are. */
const reportsOf: fc.Arbitrary<Report[]> = fc
  .array(evidenceTimes, { maxLength: 3 })
  .map((times) => times.toSorted((a, b) => (momentOf(a) < momentOf(b) ? -1 : 1)))
  .chain((times) => fc.tuple(...times.map((date) => fc.tuple(fc.constant(date), position(date, ownStance), someCodes))))
  .map((all) =>
    all.map(
      ([date, { leaning: _, follows: __, basis: ___, ...report }, some]): Report => ({
        ...report,
        date,
        of: { codes: some },
      }),
    ),
  );

const memberWith =
  (positions: fc.Arbitrary<Position[]>) =>
  (code: string): fc.Arbitrary<Member> =>
    fc.tuple(positions, weight, terms).map(([history, size, times]) => ({
      code,
      name: code,
      terms: times,
      weights: { size },
      // Nobody follows itself.
      positions: history.map(({ follows, ...said }) =>
        follows === undefined || follows.includes(code) ? said : { ...said, follows },
      ),
    }));

const rounds: fc.Arbitrary<readonly Round[]> = fc.oneof(
  { weight: 3, arbitrary: fc.constant([]) },
  { weight: 1, arbitrary: evidenceTimes.map((date) => [{ date, name: 'a ballot' }]) },
  { weight: 1, arbitrary: someTimes(2).map((dates) => dates.map((date) => ({ date }))) },
);

const demandEvents: fc.Arbitrary<DemandEvent[]> = fc
  .uniqueArray(evidenceTimes, { selector: momentOf, maxLength: 3 })
  .map((dates) => dates.toSorted((a, b) => (momentOf(a) < momentOf(b) ? -1 : 1)))
  .chain((dates) =>
    fc.tuple(
      ...dates.map((date) =>
        fc
          .record({
            circa: fc.boolean(),
            status: fc.constantFrom(...demandStatuses),
            by: fc.option(fc.constantFrom('the senate', 'the house'), { nil: undefined }),
          })
          .map(({ circa, status, by }) => ({ date, circa, status, ...(by && { by }), sources: [] })),
      ),
    ),
  );

/** What became of the demands that positions name, by their ids or in their words. */
const someDemands = fc.oneof(
  fc.constant<Demand[]>([]),
  fc
    .tuple(demandEvents, demandEvents, fc.constantFrom<Pick<Demand, 'text'>>({}, { text: 'a promise' }))
    .map(([ofPost, ofFirst, words]) => [
      { id: 'post', text: 'a post', history: ofPost },
      { id: 'the-first', ...words, history: ofFirst },
    ]),
);

const rosterWith = (
  positions: fc.Arbitrary<Position[]>,
  claims: fc.Arbitrary<Claim[]>,
  reported: fc.Arbitrary<Report[]>,
  begun: fc.Arbitrary<readonly Round[]>,
  asked: fc.Arbitrary<Demand[]>,
): fc.Arbitrary<Roster> =>
  fc
    .tuple(
      rule,
      fc.subarray([...codes], { minLength: 1 }).chain((some) => fc.tuple(...some.map(memberWith(positions)))),
      claims,
      reported,
      begun,
      asked,
    )
    .map(([decides, members, lists, reports, all, demands]) => ({
      title: 'A decision',
      rule: decides,
      groups: {},
      members,
      rounds: all,
      demands,
      claims: lists,
      reports,
      candidates: [],
      milestones: [],
      expect: [],
      sources: {},
    }));

/** One position a member at most and no claims: a roster whose rule is what matters. */
export const positionsRoster = rosterWith(
  fc.oneof(
    { weight: 1, arbitrary: fc.constant<Position[]>([]) },
    { weight: 4, arbitrary: position(undefined).map((only) => [only]) },
  ),
  fc.constant([]),
  fc.constant([]),
  fc.constant([]),
  fc.constant([]),
);

/**
 * Histories, rounds, complete lists of holdouts, reports about several and demands: a roster whose evidence is what
 * matters.
 */
export const evidenceRoster = rosterWith(history, fc.array(list, { maxLength: 3 }), reportsOf, rounds, someDemands);

/** The same roster with an hour on some of its days, which is none that it has already. */
const withHours = (roster: Roster, hours: fc.Stream<number>): Roster =>
  JSON.parse(JSON.stringify(roster), (_, value) => {
    const hour = typeof value?.day === 'string' && value.instant === undefined ? (hours.next().value ?? 0) : 24;
    return hour > 9 ? value : time(`${value.day}T0${hour}:30:00Z`);
  });

/** The same rosters, in which about half of all times are instants. */
export const timed = (rosters: fc.Arbitrary<Roster>): fc.Arbitrary<Roster> =>
  fc.tuple(rosters, fc.infiniteStream(fc.nat(19))).map(([roster, hours]) => {
    const { members, rounds: begun, demands, claims, reports, rule: decides, ...rest } = withHours(roster, hours);
    const moment = ({ date }: { readonly date?: Time }): string => momentOf(date);
    const sorted = <T extends { readonly date?: Time }>(all: readonly T[]): T[] =>
      all.toSorted((a, b) => (moment(a) < moment(b) ? -1 : moment(a) > moment(b) ? 1 : 0));
    return {
      ...rest,
      rule: inTime(decides),
      members: members.map((member) => ({ ...member, positions: sorted(member.positions) })),
      rounds: sorted(begun),
      demands: demands.map((demand) => ({ ...demand, history: sorted(demand.history) })),
      claims: sorted(claims),
      reports: sorted(reports),
    };
  });

/** Days and hours on which rosters are read. */
export const moments: fc.Arbitrary<Time> = fc
  .tuple(day, fc.nat(19))
  .map(([date, hour]) => (hour > 9 ? date : time(`${date.day}T0${hour}:30:00Z`)));
