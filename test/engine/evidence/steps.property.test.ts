import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { snapshot } from '../../../src/engine/snapshot.ts';
import { tally } from '../../../src/engine/tally.ts';
import type { Claim, Member, Position, Report, Roster } from '../../../src/model/roster.ts';
import type { Basis, Leaning, Stance } from '../../../src/model/stance.ts';
import { evidenceDays, evidenceRoster, seeded, time } from '../../support/rosters.ts';

/** What design section 4 makes of a member, day by day: a plain second reading that shares nothing with the engine. */
interface Known {
  readonly stance: Stance;
  readonly leaning: Leaning | undefined;
  readonly basis: Basis | undefined;
  readonly by: string | undefined;
  readonly why: string | undefined;
  readonly wants: readonly string[];
  readonly circa: boolean;
  readonly since: string | undefined;
}

const nothing: Known = {
  stance: 'undeclared',
  leaning: undefined,
  basis: undefined,
  by: undefined,
  why: undefined,
  wants: [],
  circa: false,
  since: undefined,
};

function heard(position: Position, before: Known): Known {
  const { stance, leaning, basis, by, why, wants, circa, date } = position;
  if (stance !== before.stance) return { stance, leaning, basis, by, why, wants, circa, since: date?.day };
  const outranked = before.basis === 'stated' && basis === 'reported';
  return {
    ...before,
    leaning: leaning ?? before.leaning,
    basis: outranked ? 'stated' : basis,
    by: outranked ? before.by : (by ?? (before.basis === basis ? before.by : undefined)),
    why: why ?? before.why,
    wants: wants.length > 0 ? wants : before.wants,
  };
}

function listed(code: string, lists: readonly Claim[], own: Position | undefined, before: Known): Known {
  const pending = own && ['conditional', 'withheld', 'unclear'].includes(own.stance);
  if (own?.stance === 'recused' || (before.basis === 'stated' && !pending)) return before;
  const having = lists.filter(({ holdouts }) => holdouts?.includes(code));
  const moved = (stance: 'support' | 'withheld', [claim]: readonly Claim[]): Known => {
    return {
      ...nothing,
      stance,
      basis: 'claimed',
      by: claim?.by,
      circa: claim?.circa ?? false,
      since: claim?.date.day,
    };
  };
  if (having.length === 0) return before.stance === 'support' ? before : moved('support', lists);
  return ['undeclared', 'support', 'no-objection'].includes(before.stance) ? moved('withheld', having) : before;
}

/** The order in which claims of one day are read, where only the first can be named. */
const inOrder = (a: Claim, b: Claim): number => (orderKey(a) < orderKey(b) ? -1 : 1);
const orderKey = (claim: Claim): string =>
  [claim.by ?? '', claim.sources.join(' '), JSON.stringify(claim)].join('\u0000');

/** A denied report is as if it had never been written, from the day of its denial on. */
const standing = <P extends Pick<Position, 'denied'>>(positions: readonly P[], asOf: string): readonly P[] =>
  positions.filter(({ denied }) => denied === undefined || denied.date.day > asOf);

const days = Array.from({ length: 9 }, (_, index) => `2024-01-0${index + 1}`);
const isPresent = ({ joined, left }: Pick<Member, 'joined' | 'left'>, day: string): boolean =>
  (joined === undefined || joined.day <= day) && (left === undefined || day < left.day);
const isSettled = (stance: Stance): boolean => !['conditional', 'withheld', 'unclear', 'undeclared'].includes(stance);

/** A member's positions, and the reports about it that reach it, read day by day. */
function words(member: Member, reports: readonly Report[], asOf: string): Position[] {
  const { code, positions } = member;
  const own = standing(positions, asOf);
  const words = own.filter(({ date }) => date === undefined);
  let run = words.slice(0, 1).map(({ stance, basis }) => ({ stance, stated: basis === 'stated' }))[0];
  for (const day of days) {
    const present = isPresent(member, day);
    const stated = run?.stated === true && isSettled(run.stance);
    const about = standing(reports, asOf).filter(({ date, of }) => date.day === day && of.codes.includes(code));
    const [report] = present && !stated ? about.slice(-1) : [];
    const word = own.find(({ date }) => date?.day === day) ?? (report && { ...report, basis: 'reported' as const });
    if (word === undefined) continue;
    words.push(word);
    run = { stance: word.stance, stated: word.basis === 'stated' || (run?.stance === word.stance && run.stated) };
  }
  return words;
}

function known(member: Member, { claims, reports }: Pick<Roster, 'claims' | 'reports'>, asOf: string): Known {
  const { code } = member;
  const positions = words(member, reports, asOf);
  const undated = positions.find(({ date }) => date === undefined);
  let own = undated;
  let now = undated ? heard(undated, nothing) : nothing;
  for (const day of days) {
    if (day > asOf) break;
    const word = positions.find(({ date }) => date?.day === day);
    const near = positions.some(
      ({ date }) => date && date.day <= asOf && Math.abs(Date.parse(date.day) - Date.parse(day)) <= 7 * 86_400_000,
    );
    const lists = claims.filter(({ date, circa }) => date.day === day && !(circa && near)).toSorted(inOrder);
    const present = isPresent(member, day);
    if (word) {
      own = word;
      now = heard(word, now);
    } else if (lists.length > 0 && present) {
      now = listed(code, lists, own, now);
    }
  }
  return now;
}

const ofRoster = fc.tuple(evidenceRoster, evidenceDays.any);

describe('on random histories with random lists of holdouts', () => {
  test('every member stands where reading day by day puts it, and it is known on the same ground', () => {
    fc.assert(
      fc.property(ofRoster, ([roster, asOf]) => {
        for (const { code, stance, basis } of snapshot(roster, asOf).members) {
          const member = roster.members.find((candidate) => candidate.code === code);
          const expected = member && known(member, roster, asOf.day);
          expect({ code, stance, basis }).toEqual({ code, stance: expected?.stance, basis: expected?.basis });
        }
      }),
      seeded,
    );
  });

  test('the run of a stance has its start, and the latest of what was said in it', () => {
    fc.assert(
      fc.property(ofRoster, ([roster, asOf]) => {
        for (const { code, stance, leaning, basis, by, why, wants, circa, since } of snapshot(roster, asOf).members) {
          const member = roster.members.find((candidate) => candidate.code === code);
          const expected = member && known(member, roster, asOf.day);
          expect({ stance, leaning, basis, by, why, wants, circa, since: since?.day }).toEqual(expected);
        }
      }),
      seeded,
    );
  });

  test('only members of the day are there, once each and by code', () => {
    fc.assert(
      fc.property(ofRoster, ([roster, asOf]) => {
        const present = roster.members.filter(
          ({ joined, left }) => !(joined && joined.day > asOf.day) && !(left && left.day <= asOf.day),
        );
        expect(snapshot(roster, asOf).members.map(({ code }) => code)).toEqual(present.map(({ code }) => code).sort());
      }),
      seeded,
    );
  });

  test('what is dated later changes nothing', () => {
    fc.assert(
      fc.property(ofRoster, ([roster, asOf]) => {
        const earlier: Roster = {
          ...roster,
          members: roster.members.map((member) => ({
            ...member,
            positions: member.positions
              .filter(({ date }) => date === undefined || date.day <= asOf.day)
              .map(({ denied, ...position }) =>
                denied === undefined || denied.date.day > asOf.day ? position : { ...position, denied },
              ),
          })),
          claims: roster.claims.filter(({ date }) => date.day <= asOf.day),
          reports: roster.reports
            .filter(({ date }) => date.day <= asOf.day)
            .map(({ denied, ...report }) =>
              denied === undefined || denied.date.day > asOf.day ? report : { ...report, denied },
            ),
        };
        expect(snapshot(earlier, asOf)).toEqual(snapshot(roster, asOf));
      }),
      seeded,
    );
  });

  test('a denied report changes nothing but that it is told', () => {
    fc.assert(
      fc.property(ofRoster, ([roster, asOf]) => {
        const without: Roster = {
          ...roster,
          members: roster.members.map((member) => ({ ...member, positions: standing(member.positions, asOf.day) })),
          reports: standing(roster.reports, asOf.day),
        };
        const taken = snapshot(roster, asOf);
        const claims = taken.claims.filter((claim) => claim.about !== 'stance' || claim.denied === undefined);
        expect({ ...taken, claims, members: taken.members.map((one) => ({ ...one, denied: [] })) }).toEqual(
          snapshot(without, asOf),
        );
        for (const { code, denied } of taken.members) {
          const whole = roster.members.find((member) => member.code === code) as Member;
          const about = roster.reports.filter(({ of, date }) => of.codes.includes(code) && isPresent(whole, date.day));
          const expected = [...whole.positions, ...about].filter(
            ({ denied: denial }) => denial !== undefined && denial.date.day <= asOf.day,
          );
          expect(denied.map(({ date }) => date.day)).toEqual(expected.map(({ date }) => date?.day).sort());
        }
      }),
      seeded,
    );
  });

  test('on record is what the roster says without what others reported and counted', () => {
    fc.assert(
      fc.property(ofRoster, ([roster, asOf]) => {
        const stated: Roster = {
          ...roster,
          members: roster.members.map((member) => ({
            ...member,
            positions: member.positions.filter(({ basis }) => basis === 'stated'),
          })),
          claims: [],
          reports: [],
        };
        const record = snapshot(roster, asOf, { onRecord: true });
        expect(record.members).toEqual(snapshot(stated, asOf).members);
        expect(record.members.every(({ basis }) => basis === undefined || basis === 'stated')).toBe(true);
      }),
      seeded,
    );
  });

  test('the order of members and of positions given to it by day is all that matters', () => {
    fc.assert(
      fc.property(ofRoster, ([roster, asOf]) => {
        const reversed: Roster = { ...roster, members: roster.members.toReversed() };
        expect(snapshot(reversed, asOf)).toEqual(snapshot(roster, asOf));
        expect(tally(snapshot(reversed, asOf))).toEqual(tally(snapshot(roster, asOf)));
      }),
      seeded,
    );
  });

  test('a conflict is between a settled stance, stated or recused, and the latest list, and moved nobody', () => {
    fc.assert(
      fc.property(ofRoster, ([roster, asOf]) => {
        const taken = snapshot(roster, asOf);
        const days = roster.claims.map(({ date }) => date.day).filter((day) => day <= asOf.day);
        for (const { kind, member, date } of taken.conflicts) {
          expect(date.day).toBe(days.toSorted().at(-1));
          const standing = taken.members.find(({ code }) => code === member);
          if (kind !== 'listed-though-recused') expect(standing).toMatchObject({ basis: 'stated' });
          expect(standing?.stance === 'support').toBe(kind === 'listed-though-supporting');
          expect(standing?.stance === 'recused').toBe(kind === 'listed-though-recused');
        }
      }),
      seeded,
    );
  });

  test('a list that contradicts nobody agrees', () => {
    fc.assert(
      fc.property(evidenceRoster, (roster) => {
        const { claims: all, conflicts } = snapshot(roster, time('2024-01-09'));
        const claims = all.filter(({ about }) => about === 'holdouts');
        const latest = claims.at(-1)?.date.day;
        const disputed = claims.filter(({ date, agrees }) => date.day === latest && !agrees);
        expect(conflicts.length > 0 && disputed.length === 0).toBe(false);
      }),
      seeded,
    );
  });
});
