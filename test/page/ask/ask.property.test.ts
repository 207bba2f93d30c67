import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stances } from '../../../src/model/stance.ts';
import { type Ask, askOf, hashOf } from '../../../src/page/ask/ask.ts';
import { seeded, time } from '../../support/rosters.ts';

const codes = ['HU', 'a-b', 'x.y_z', '__proto__', 'Ä', '50%', 'a=b&c:d'] as const;
const known: ReadonlySet<string> = new Set(codes);

const anyAsk: fc.Arbitrary<Ask> = fc
  .record({
    at: fc
      .constantFrom('2024-06-18', '2024-06', '2024-02-29', '2024-06-18T10:00:00+02:00', '2024-06-18T10:00Z')
      .map(time),
    ifs: fc.uniqueArray(fc.tuple(fc.constantFrom(...codes), fc.constantFrom(...stances)), {
      selector: ([code]) => code,
    }),
    onRecord: fc.boolean(),
    member: fc.option(fc.constantFrom(...codes), { nil: undefined }),
  })
  .map(({ at, ifs, onRecord, member }) => ({
    at,
    ifs: new Map(ifs),
    onRecord,
    ...(member !== undefined && { member }),
  }));

describe('the address of a page', () => {
  test('says what is asked, whatever the page begins with', () => {
    fc.assert(
      fc.property(anyAsk, anyAsk, (ask, { member: _, ...start }) => {
        const hash = hashOf(ask, start);
        expect(askOf(hash, start, known)).toEqual(ask);
        expect(hash).not.toMatch(/[\s"<>]/);
      }),
      seeded,
    );
  });

  test('is empty for what the page begins with', () => {
    fc.assert(
      fc.property(anyAsk, ({ member: _, ...start }) => {
        expect(hashOf(start, start)).toBe('');
      }),
      seeded,
    );
  });

  test('never asks for what is not there, whatever it is', () => {
    const word = fc.oneof(
      fc.string(),
      fc.constantFrom('at', 'if', 'record', 'member', '=', ':', '&', '%', '#', 'support'),
    );
    fc.assert(
      fc.property(fc.array(word), anyAsk, (words, { member: _, ...start }) => {
        const ask = askOf(words.join(''), start, known);
        expect([...ask.ifs.keys()].filter((code) => !known.has(code))).toEqual([]);
        expect(ask.member === undefined || known.has(ask.member)).toBe(true);
        expect(ask.at.day).toMatch(/^\d{4}-\d\d-\d\d$/);
      }),
      seeded,
    );
  });
});
