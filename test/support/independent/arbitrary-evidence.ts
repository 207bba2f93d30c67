import fc from 'fast-check';
import { compareStatements, momentIn, momentOr, placeOf } from './moments.ts';
import { isSettled } from './words.ts';
import type { AboutMember, WrittenMember, WrittenPosition, WrittenTerm, WrittenWant } from './written.ts';

/** The keys that random rosters may have. */
export const has = {
  among: true,
  closes: true,
  datedWeights: true,
  demands: true,
  denied: true,
  follows: true,
  leaning: true,
  reports: true,
  rounds: true,
  takingBack: true,
  terms: true,
} satisfies Readonly<Record<string, boolean>>;

const days = ['2024-01-24', '2024-01-29', '2024-01-30', '2024-01-31', '2024-02-01', '2024-02-02', '2024-02-07'];
const hours = ['T00:00:00Z', 'T08:00:00Z', 'T10:00:00+02:00', 'T15:00:00Z', 'T23:30:00-01:00'];

/** A bare day. Days are few and near each other, so that what is dated by them meets. */
export const day = fc.constantFrom(...days);
/** An instant of one of the days. */
export const instant = fc
  .tuple(fc.constantFrom(...days.slice(2, 5)), fc.constantFrom(...hours))
  .map((parts) => parts.join(''));
/** A day or an instant. */
export const beginning = fc.oneof({ weight: 3, arbitrary: day }, { weight: 2, arbitrary: instant });
/** A time of any form. */
export const time = fc.oneof(
  { weight: 5, arbitrary: beginning },
  { weight: 1, arbitrary: fc.constantFrom('2024-01', '2024-02') },
);

/** Times that differ, in their order. */
export const timesInOrder = (one: fc.Arbitrary<string>, most: number): fc.Arbitrary<string[]> =>
  fc
    .uniqueArray(one, { selector: (text) => placeOf(momentIn(text)), maxLength: most })
    .map((texts) => texts.toSorted((a, b) => placeOf(momentIn(a)) - placeOf(momentIn(b))));

/** A value that is often missing. */
export const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 2 });

/** A value without the keys that are undefined, at any depth, as JSON writes it. */
export const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** The codes that may be in a random roster. */
export const codes = ['a', 'b', 'c', 'd', 'e', 'f'];

const want = fc.constantFrom<WrittenWant>(
  'a seat',
  { id: 'apology', text: 'an apology' },
  ...(has.demands ? [{ id: 'post' }, { id: 'post', text: 'a post' }] : []),
);

/** A stance that is written. */
export const stance = fc.constantFrom(
  'support',
  'oppose',
  'withheld',
  'conditional',
  'unclear',
  'no-objection',
  'abstain',
  'recused',
);
/** The keys of evidence that may be missing. */
export const evidence = {
  circa: maybe(fc.constant('true')),
  by: maybe(fc.constantFrom('a minister', 'an aide')),
  why: maybe(fc.constantFrom('the fee', 'the date')),
  wants: maybe(
    fc.uniqueArray(want, { minLength: 1, maxLength: 2, selector: (one) => (typeof one === 'string' ? one : one.id) }),
  ),
  source: maybe(fc.constantFrom('https://example.org/1', 'https://example.org/2')),
  denied: has.denied ? maybe(fc.record({ date: time, by: maybe(fc.constant('a spokesman')) })) : fc.constant(undefined),
};

/** A statement without the keys that its date, stance and basis do not allow. */
export function sound<T extends Partial<WrittenPosition>>(statement: T, basis: string): T {
  const { date, stance: word = '', denied, leaning, follows, ...rest } = statement;
  const start = momentOr(date);
  const isLater = typeof denied === 'object' && start && compareStatements(momentIn(denied.date), start) >= 0;
  return plain({
    ...(date !== undefined && { date }),
    stance: word,
    ...rest,
    ...(basis === 'reported' && isLater && { denied }),
    ...(!isSettled(word) && { leaning, follows }),
  }) as unknown as T;
}

const position = fc.record({
  stance: has.takingBack ? fc.oneof({ weight: 9, arbitrary: stance }, fc.constant('undeclared')) : stance,
  basis: maybe(fc.constantFrom('reported', 'stated')),
  ...evidence,
  leaning: has.leaning ? maybe(fc.constantFrom('support', 'oppose')) : fc.constant(undefined),
  follows: has.follows ? maybe(fc.constantFrom('a', ['b', 'a'])) : fc.constant(undefined),
});

const isWithin = (date: string, { joined, left }: WrittenTerm): boolean => {
  const [moment, start, end] = [momentIn(date), momentOr(joined), momentOr(left)];
  return !(start && compareStatements(moment, start) < 0) && !(end && placeOf(end) <= placeOf(moment));
};

const history = fc
  .uniqueArray(fc.tuple(fc.oneof({ weight: 6, arbitrary: time }, fc.constant(undefined)), position), {
    selector: ([date]) => placeOf(momentOr(date)),
    maxLength: 4,
  })
  .map((entries) =>
    entries
      .filter(([date, { stance: word }]) => date !== undefined || word !== 'undeclared')
      .map(([date, rest]) => sound<WrittenPosition>({ ...rest, date } as WrittenPosition, rest.basis ?? 'stated')),
  );

const terms = fc
  .tuple(timesInOrder(has.terms ? time : day, has.terms ? 4 : 2), fc.boolean())
  .map(([times, present]): WrittenTerm[] => {
    const bounds = (present ? [undefined, ...times] : times).slice(0, has.terms ? 6 : 2);
    const pairs = bounds.flatMap((joined, index) => (index % 2 === 0 ? [{ joined, left: bounds[index + 1] }] : []));
    return pairs.length > 0 ? (plain(pairs) as WrittenTerm[]) : [{}];
  });

const number = fc.constantFrom('1', '2', '3', '0', '2.5', '0.75');
const weight = has.datedWeights
  ? fc.oneof(
      { weight: 2, arbitrary: number },
      fc
        .uniqueArray(fc.tuple(beginning, number), {
          selector: ([from]) => placeOf(momentIn(from)),
          minLength: 1,
          maxLength: 3,
        })
        .map((entries) => Object.fromEntries(entries)),
    )
  : number;

/** A member; its short forms are as frequent as its long one. */
export const member: fc.Arbitrary<WrittenMember> = fc
  .record({
    terms: fc.oneof({ weight: 3, arbitrary: fc.constant<WrittenTerm[]>([{}]) }, terms),
    history,
    weight,
    short: fc.boolean(),
  })
  .map(({ terms: listed, history: all, weight: size, short }): WrittenMember => {
    const positions = all.filter(({ date }) => date === undefined || listed.some((term) => isWithin(date, term)));
    const about: AboutMember = {
      ...(listed.length > 1 ? { terms: listed } : listed[0]),
      weights: { population: size },
    };
    const [only] = positions;
    return short && positions.length < 2 ? { ...about, ...only } : { ...about, positions };
  });
