import fc from 'fast-check';
import {
  beginning,
  codes,
  day,
  evidence,
  has,
  instant,
  maybe,
  member,
  plain,
  sound,
  stance,
  time,
  timesInOrder,
} from './arbitrary-evidence.ts';
import { ruleAndEnd } from './arbitrary-rule.ts';
import { type Moment, momentIn } from './moments.ts';
import type { WrittenClaim, WrittenMember, WrittenRoster, WrittenStatement } from './written.ts';

/** Counts in all forms in which they are printed. */
export const printedCounts: readonly string[] = [
  '0|1|2|3|5|two|Three|all|All|none|all but 1|all but four|half|one-third|two-thirds|Three-quarters|1/3',
  '2 / 4|60%|12.5 %|100%|3+|2 +|one +|more than 1|over 2|More than one|at least 2|At least two',
  'at most 1|up to 2|fewer than 2|less than 3|about 2|about ten|around 12|nearly 3|almost 2',
  'Almost twelve|1 to 2|2-3|0 or 1|2–3|two or three|1 - 4|2 of 4|1 of 3|three of five|2 out of 4',
].flatMap((line) => line.split('|'));
const count = fc.constantFrom(...printedCounts);

const named = fc.oneof(fc.constantFrom('core', 'rest'), fc.subarray(codes.slice(0, 3), { minLength: 1 }));
const listed = fc.subarray(codes.slice(0, 3));
const told = { date: time, circa: evidence.circa, by: evidence.by, source: evidence.source };

const counting = fc
  .record({
    ...told,
    side: fc.constantFrom('supporting', 'holding-out', undefined),
    supporting: count,
    'holding-out': count,
    among: has.among ? maybe(named) : fc.constant(undefined),
  })
  .map(({ side, ...rest }) => ({ ...rest, ...(side !== undefined && { [side]: undefined }) }));
const listing = fc.record({ ...told, holdouts: listed, supporting: maybe(count) });
const reporting = fc
  .record({ ...evidence, date: time, stance, of: named })
  .map((report) => sound<WrittenClaim>(report as WrittenClaim & WrittenStatement, 'reported'));

const claim: fc.Arbitrary<WrittenClaim> = fc
  .oneof<fc.Arbitrary<unknown>[]>(counting, listing, listing, ...(has.reports ? [reporting, reporting] : []))
  .map((written) => plain(written) as WrittenClaim);

const statuses = fc.constantFrom('promised', 'met', 'dropped', 'refused');
const demand = timesInOrder(time, 3).chain((dates) =>
  fc.record({
    text: fc.constant('a post'),
    history: fc.tuple(...dates.map((date) => statuses.map((status) => ({ date, status })))),
  }),
);

const rounds = timesInOrder(beginning, 2).map((dates) =>
  dates.map((date, index) => ({ date, ...(index === 0 && { name: 'first ballot' }) })),
);

/** The beginnings of rounds and of later terms that have an hour. */
const beginningsAtHours = (
  members: readonly WrittenMember[],
  starts: readonly { readonly date: string }[],
): readonly Moment[] =>
  [
    ...starts.map(({ date }) => date),
    ...members.flatMap((one) =>
      typeof one === 'string' ? [] : (one.terms ?? []).slice(1).flatMap(({ joined }) => joined ?? []),
    ),
  ]
    .map(momentIn)
    .filter(({ hour }) => hour !== undefined);

/** Claims without reports of the bare day of a beginning, if any of them counts. */
function withoutDoubt(claims: readonly WrittenClaim[], beginnings: readonly Moment[]): readonly WrittenClaim[] {
  if (claims.every(({ supporting, 'holding-out': holdingOut }) => (supporting ?? holdingOut) === undefined))
    return claims;
  return claims.filter(({ of, date }) => {
    const { hour, start } = momentIn(date);
    return of === undefined || hour !== undefined || beginnings.every((beginning) => beginning.start !== start);
  });
}

const needsWeights = (rule: unknown): boolean => /population|eu-/.test(JSON.stringify(rule));

/** A member without its weights; one of which nothing else is written in its shortest form, a word or nothing at all. */
function inShort(written: WrittenMember, word: string): WrittenMember {
  if (typeof written === 'string') return written;
  const { weights: _, ...rest } = written;
  return [rest.stance, rest.joined, rest.left, rest.terms, rest.positions?.[0]].every((one) => one === undefined)
    ? word
    : rest;
}

/** The same member, which does not follow itself. */
function withoutItself(written: WrittenMember, code: string): WrittenMember {
  if (typeof written === 'string') return written;
  const sound = <T extends { readonly follows?: string | readonly string[] }>(statement: T): T => {
    const { follows = [], ...rest } = statement;
    const others = [follows].flat().filter((other) => other !== code);
    return { ...rest, ...(others.length > 0 && { follows: others }) } as unknown as T;
  };
  return { ...sound(written), ...(written.positions && { positions: written.positions.map(sound) }) };
}

/**
 * A valid roster with every key, of a few members and dates. Whether a report of the bare day on which a round or term
 * begins at an hour reached somebody before that hour is open, and only counts are held against that time afterwards:
 * rosters have such reports or counts, and not both.
 */
export const writtenRoster: fc.Arbitrary<WrittenRoster> = fc
  .record({
    ruled: ruleAndEnd,
    words: maybe(
      fc.array(fc.constantFrom('support', 'oppose', 'unclear', 'undeclared', ''), { minLength: codes.length }),
    ),
    members: fc.array(member, { minLength: 3, maxLength: codes.length }),
    claims: fc.array(claim, { maxLength: 4 }),
    rounds: has.rounds ? rounds : fc.constant([]),
    demands: has.demands
      ? fc.record({ post: demand, apology: demand.map(({ history }) => ({ history })) })
      : fc.constant({}),
  })
  .map(({ ruled, members: long, words, claims, ...rest }) => {
    const members =
      words === undefined || needsWeights(ruled.rule)
        ? long
        : long.map((one, index) => inShort(one, words[index] ?? ''));
    const told = withoutDoubt(claims, beginningsAtHours(members, rest.rounds));
    const sections = Object.entries({ ...rest, claims: told }).filter(([, section]) => Object.keys(section).length > 0);
    return {
      title: 'A decision',
      ...ruled,
      groups: { core: ['b', 'a'], permanent: ['a', 'c'], rest: codes.slice(2, members.length) },
      members: Object.fromEntries(
        members.map((written, index) => [codes[index] ?? '', withoutItself(written, codes[index] ?? '')]),
      ),
      ...Object.fromEntries(sections),
    };
  });

const date = fc.oneof(
  { weight: 4, arbitrary: day },
  { weight: 1, arbitrary: fc.constantFrom('2023-12-31', '2024-02-29') },
);

/** The times at which a roster is read: three dates and two instants. */
export const readingTimes = fc.tuple(date, date, date, instant, instant);
