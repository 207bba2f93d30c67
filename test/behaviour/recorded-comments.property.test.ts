import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Lexer } from 'yaml';
import { addPositions } from '../../src/roster/edit/add-positions.ts';
import type { DatedPosition } from '../../src/roster/edit/insertion.ts';
import { readRoster } from '../../src/roster/read/read-roster.ts';
import { readValues } from '../../src/roster/yaml/values.ts';
import { seeded, time } from '../support/rosters.ts';
import { fixture, rosterIn } from '../support/texts.ts';

/** Each way of writing a member, before anything is recorded. */
const ways = fixture('record', 'members.txt')
  .split(/^## /m)
  .slice(1)
  .map((part) => part.trimEnd().split('\n').slice(1))
  .map((lines) => lines.flatMap((line) => (/^(?:[ -]|$)/.test(line) ? [line.slice(2)] : [])).join('\n'))
  .map((members) => `title: t\nrule: consensus\n${members}\n`);

const position: DatedPosition = {
  date: time('2024-06-20'),
  circa: false,
  stance: 'support',
  basis: 'stated',
  wants: [],
  sources: [],
};

function recorded(text: string): string {
  const result = addPositions(text, readValues(text), [{ code: 'FR', position }]);
  if (result.kind !== 'recorded') throw new Error(`${result.kind}:\n${text}`);
  return result.text;
}

/** The comments of a text, as its author tells them apart. */
const commentsIn = (text: string): string[] =>
  [...new Lexer().lex(text)]
    .flatMap((token) => (token.startsWith('#') ? token.split(/(?= #)/) : []))
    .map((one) => one.trim());

/** A text with a comment in it, wherever that leaves its values as they are. */
const commented = fc
  .record({
    way: fc.constantFrom(...ways),
    place: fc.double({ min: 0, max: 1, noNaN: true }),
    before: fc.constantFrom(' ', '\t', ''),
    after: fc.nat({ max: 10 }).map((count) => ' '.repeat(count)),
  })
  .map(({ way, place, before, after }) => {
    const offset = Math.floor(place * (way.length + 1));
    return { way, text: `${way.slice(0, offset)}${before}# new, "]}: x\n${after}${way.slice(offset)}` };
  })
  .filter(({ way, text }) => {
    const [plain, read] = [way, text].map(readValues);
    const isSame = JSON.stringify(read) === JSON.stringify(plain);
    return isSame && commentsIn(text).length === commentsIn(way).length + 1;
  });

describe('a comment in any place', () => {
  test('keeps no position from being recorded, and is kept', () => {
    fc.assert(
      fc.property(commented, ({ way, text }) => {
        const after = recorded(text);
        expect({ text, after, roster: readRoster(after) }).toEqual({ text, after, roster: rosterIn(recorded(way)) });
        expect({ text, after, comments: commentsIn(after).sort() }).toEqual({
          text,
          after,
          comments: commentsIn(text).sort(),
        });
      }),
      { ...seeded, numRuns: 500 },
    );
  });
});
