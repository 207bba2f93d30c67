import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assume, snapshot } from '../../src/engine/snapshot.ts';
import { tally } from '../../src/engine/tally.ts';
import type { Member } from '../../src/model/roster.ts';
import type { Criterion } from '../../src/model/rule.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { type Stance, stances } from '../../src/model/stance.ts';
import { plain } from '../support/independent/arbitrary-evidence.ts';
import { readingTimes, writtenRoster } from '../support/independent/arbitrary-roster.ts';
import { momentIn, momentOr } from '../support/independent/moments.ts';
import type { WrittenMember, WrittenPosition, WrittenRoster } from '../support/independent/written.ts';
import * as reference from '../support/reference-tally.ts';
import { codesOf, leavesOf, positionsRoster, readRoster, seeded, time } from '../support/rosters.ts';

const asOf = time('2024-01-05');
const badness = { reached: 0, open: 1, blocked: 2 } as const;
const statuses = (taken: Snapshot) =>
  [...reference.criteriaOf(taken.rule.criterion, tally(taken).evaluation)].map(([, { status }]) => status);

describe('a member coming to support', () => {
  const move = fc.tuple(positionsRoster, fc.nat()).map(([roster, index]) => {
    const before = snapshot(roster, asOf);
    const code = before.members[index % Math.max(1, before.members.length)]?.code ?? '';
    return { before, code, after: assume(before, new Map([[code, 'support']])) };
  });

  test('never makes a rule harder', () => {
    fc.assert(
      fc.property(move, ({ before, after }) => {
        const now = statuses(before);
        for (const [index, status] of statuses(after).entries()) {
          expect(badness[status]).toBeLessThanOrEqual(badness[now[index] ?? 'reached']);
        }
      }),
      seeded,
    );
  });

  test('never leaves more missing than before, if it took part', () => {
    fc.assert(
      fc.property(move, ({ before, code, after }) => {
        // A recused member that takes part again brings its weight, and needs are rounded up to other steps.
        fc.pre(before.members.find((member) => member.code === code)?.stance !== 'recused');
        const now = leavesOf(tally(before).evaluation);
        for (const [index, { short }] of leavesOf(tally(after).evaluation).entries()) {
          expect(reference.figure(short) <= reference.figure(now[index]?.short ?? '0')).toBe(true);
        }
      }),
      seeded,
    );
  });

  test('never adds a holdout, and is none itself', () => {
    fc.assert(
      fc.property(move, ({ before, after, code }) => {
        const was = new Set(codesOf(tally(before).holdouts));
        const now = codesOf(tally(after).holdouts);
        expect(now.filter((holdout) => !was.has(holdout))).toEqual([]);
        expect(now).not.toContain(code);
      }),
      seeded,
    );
  });
});

/** A roster in which a member supports from a time on; of that time it has no other position. */
function withSupport(written: WrittenRoster, code: string, asOf: string): WrittenRoster {
  const date = asOf.includes('T') ? asOf : `${asOf}T23:59:59Z`;
  const member = written.members[code] ?? '';
  const whole: Exclude<WrittenMember, string> = typeof member === 'string' ? { stance: member } : member;
  const { terms, joined, left, weights, positions, ...only } = whole;
  const isNothing = ['', 'undeclared', undefined].includes(only.stance) && only.date === undefined;
  const said = positions ?? (isNothing ? [] : [only as WrittenPosition]);
  const others = said.filter((one) => momentOr(one.date)?.hour !== momentIn(date).hour);
  const about = { terms, joined, left, weights, positions: [...others, { date, stance: 'support' }] };
  return { ...written, members: { ...written.members, [code]: plain(about) as WrittenMember } };
}

test('a member coming to support, assumed or written, makes no outcome worse in rosters with every key', () => {
  fc.assert(
    fc.property(writtenRoster, readingTimes, fc.boolean(), fc.nat(), (written, [day, , , instant], onRecord, index) => {
      const roster = readRoster(JSON.stringify(written));
      for (const text of [day, instant]) {
        const before = snapshot(roster, time(text), { onRecord });
        const code = before.members[index % Math.max(1, before.members.length)]?.code;
        if (code === undefined) continue;
        const moved = readRoster(JSON.stringify(withSupport(written, code, text)));
        const now = statuses(before);
        for (const after of [assume(before, new Map([[code, 'support']])), snapshot(moved, time(text), { onRecord })]) {
          expect(after.members.find((member) => member.code === code)?.stance).toBe('support');
          for (const [place, status] of statuses(after).entries())
            expect(badness[status]).toBeLessThanOrEqual(badness[now[place] ?? 'reached']);
        }
      }
    }),
    seeded,
  );
});

describe('a tally', () => {
  test('does not depend on the order of members in the roster', () => {
    fc.assert(
      fc.property(positionsRoster, fc.infiniteStream(fc.nat()), (roster, numbers) => {
        const keyed = roster.members.map((member) => ({ member, key: numbers.next().value ?? 0 }));
        const members = keyed.toSorted((a, b) => a.key - b.key).map(({ member }) => member);
        const shuffled = snapshot({ ...roster, members }, asOf);
        expect(shuffled).toEqual(snapshot(roster, asOf));
        expect(tally(shuffled)).toEqual(tally(snapshot(roster, asOf)));
      }),
      seeded,
    );
  });

  test('is the same whether moves are assumed or written into the roster', () => {
    const moves = fc.dictionary(fc.constantFrom('A', 'B', 'C', 'D'), fc.constantFrom(...stances), {
      noNullPrototype: true,
    });
    const written = (member: Member, moved: Record<string, Stance>): Member => {
      const stance = moved[member.code];
      if (stance === undefined) return member;
      const why = 'a hypothetical move gives a reason';
      const said = { date: asOf, circa: false, basis: 'stated', why, wants: [], sources: [] } as const;
      // What it said before still counts for what has closed.
      return { ...member, positions: [...member.positions, { ...said, stance }] };
    };
    const answer = (taken: Snapshot) => {
      const { outcome, evaluation, counts, holdouts } = tally(taken);
      return { outcome, evaluation, counts, holdouts: holdouts.map(({ code, blocking }) => ({ code, blocking })) };
    };
    // Nobody can give a reason for having said nothing, so `undeclared` is counted with or without one.
    const asksUndeclared = (criterion: Criterion): boolean =>
      criterion.kind === 'count'
        ? criterion.withWhy && criterion.count.includes('undeclared')
        : criterion.of.some(asksUndeclared);
    fc.assert(
      fc.property(positionsRoster, moves, (roster, moved) => {
        fc.pre(!asksUndeclared(roster.rule.criterion));
        const members = roster.members.map((member) => written(member, moved));
        expect(answer(assume(snapshot(roster, asOf), new Map(Object.entries(moved))))).toEqual(
          answer(snapshot({ ...roster, members }, asOf)),
        );
      }),
      seeded,
    );
  });
});
