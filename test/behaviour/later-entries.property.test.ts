import fc from 'fast-check';
import { expect, test } from 'vitest';
import { snapshot } from '../../src/engine/snapshot.ts';
import { tally } from '../../src/engine/tally.ts';
import type { Evaluation } from '../../src/model/tally.ts';
import { readingTimes, writtenRoster } from '../support/independent/arbitrary-roster.ts';
import { hasCome, isKnown, type Moment, momentIn, momentOr, placeOf } from '../support/independent/moments.ts';
import type { WrittenMember, WrittenRoster, WrittenRule, WrittenStatement } from '../support/independent/written.ts';
import { readRoster, seeded, time } from '../support/rosters.ts';

const known = (text: string | undefined, now: Moment): boolean => isKnown(momentOr(text), now);

/** A statement without its denial, if that comes later. */
function undenied<T extends Pick<WrittenStatement, 'denied'>>({ denied, ...rest }: T, now: Moment): T {
  const date = typeof denied === 'object' ? denied.date : denied;
  return (date !== undefined && known(date, now) ? { ...rest, denied } : rest) as T;
}

/** A member as it could have been written at a time. A weight is what it is first before that, too. */
function memberBy(written: WrittenMember, now: Moment): WrittenMember {
  if (typeof written === 'string') return written;
  const { terms, weights, positions, ...own } = written;
  const inTime = <T extends { readonly left?: string }>({ left, ...term }: T): T =>
    (left !== undefined && known(left, now) ? { ...term, left } : term) as T;
  const isSaid = own.stance === undefined || known(own.date, now);
  const { joined, left } = own;
  const about = isSaid ? undenied(own, now) : { ...(joined && { joined }), ...(left && { left }) };
  // A position of that day may be of a term that begins later on it.
  const begun = terms?.filter(({ joined: start }, index) => index === 0 || (momentOr(start)?.start ?? 0) <= now.start);
  const weightBy = (value: string | Readonly<Record<string, string>>) => {
    if (typeof value === 'string') return value;
    const dates = Object.keys(value).toSorted((a, b) => placeOf(momentIn(a)) - placeOf(momentIn(b)));
    return Object.fromEntries(dates.filter((date, index) => index === 0 || known(date, now)).map((d) => [d, value[d]]));
  };
  return {
    ...inTime(about),
    ...(begun && { terms: begun.map((term, index) => (index + 1 < begun.length ? term : inTime(term))) }),
    ...(weights && {
      weights: Object.fromEntries(Object.entries(weights).map(([name, one]) => [name, weightBy(one)])),
    }),
    ...(positions && {
      positions: positions.filter(({ date }) => known(date, now)).map((position) => undenied(position, now)),
    }),
  } as WrittenMember;
}

/** A rule without closings that are still to come. */
function ruleBy(rule: WrittenRule, now: Moment): WrittenRule {
  if (typeof rule === 'string' || 'consensus' in rule || 'silence' in rule) return rule;
  const { closes, ...rest } = rule;
  const whole = closes !== undefined && hasCome(momentIn(closes), now) ? rule : (rest as WrittenRule & object);
  if ('all' in whole) return { ...whole, all: whole.all.map((part) => ruleBy(part, now)) };
  return 'any' in whole ? { ...whole, any: whole.any.map((part) => ruleBy(part, now)) } : whole;
}

/** A roster as it could have been written at a time: without everything that is dated later. */
function rosterBy(roster: WrittenRoster, now: Moment): WrittenRoster {
  const { closes, members, rounds = [], claims = [], rule, ...rest } = roster;
  return {
    ...rest,
    rule: ruleBy(rule, now),
    ...(closes !== undefined && hasCome(momentIn(closes), now) && { closes }),
    members: Object.fromEntries(Object.entries(members).map(([code, member]) => [code, memberBy(member, now)])),
    rounds: rounds.filter(({ date }) => known(date, now)),
    claims: claims.filter(({ date }) => known(date, now)).map((claim) => undenied(claim, now)),
  };
}

const withoutClosing = (evaluation: Evaluation): unknown =>
  JSON.parse(JSON.stringify(evaluation), (key, value) => (key === 'closes' ? undefined : value));

test('entries that are dated later than the date asked, of any key, change nothing', () => {
  fc.assert(
    fc.property(writtenRoster, readingTimes, fc.boolean(), (written, times, onRecord) => {
      const whole = readRoster(JSON.stringify(written));
      for (const asOf of times) {
        const earlier = readRoster(JSON.stringify(rosterBy(written, momentIn(asOf))));
        const [a, b] = [whole, earlier].map((roster) => {
          const { rule: _, ...taken } = snapshot(roster, time(asOf), { onRecord });
          const { evaluation, ...result } = tally({ ...taken, rule: roster.rule });
          return { ...taken, ...result, evaluation: withoutClosing(evaluation) };
        });
        expect(b).toEqual(a);
      }
    }),
    seeded,
  );
});
