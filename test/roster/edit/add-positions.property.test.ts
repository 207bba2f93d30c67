import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Member, Position } from '../../../src/model/roster.ts';
import { type Stance, stances, writtenBases } from '../../../src/model/stance.ts';
import { addPositions } from '../../../src/roster/edit/add-positions.ts';
import type { DatedPosition } from '../../../src/roster/edit/insertion.ts';
import { placeValues } from '../../../src/roster/yaml/locations.ts';
import { writtenText } from '../../../src/roster/yaml/quote-scalar.ts';
import { readValues } from '../../../src/roster/yaml/values.ts';
import { tidy } from '../../../src/text/suggest.ts';
import { seeded, time } from '../../support/rosters.ts';
import { bundledText, damaged, fixture, fixturesIn, fragments, rosterIn } from '../../support/texts.ts';
import { writtenRosters } from '../../support/written-rosters.ts';

const anything = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.array(fc.constantFrom(...fragments, 'a', ' b'), { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join('')),
  fc.constantFrom(
    'no',
    'Off',
    '1_000',
    '1:30',
    '.5',
    '-1',
    '0x1F',
    '1e3',
    '2024-02-21',
    '2024-02-21 10:00:00',
    '~',
    '=',
  ),
  fc.constantFrom('https://example.org/a?b=c#d', 'x: y', 'x #y', 'x:', 'a, b', '‮abc', '\u{e0067}', '\ufeff'),
);
const text = anything.map(tidy).filter((value) => value !== '');

const position: fc.Arbitrary<DatedPosition> = fc
  .record(
    {
      date: fc.constantFrom('2023-12', '2024-01-10', '2024-06-30T23:30:00-02:00', '2023-05-05').map(time),
      circa: fc.boolean(),
      stance: fc.constantFrom(
        ...stances.filter((stance): stance is Exclude<Stance, 'undeclared'> => stance !== 'undeclared'),
      ),
      basis: fc.constantFrom(...writtenBases),
      by: text,
      why: text,
      wants: fc.uniqueArray(text, { minLength: 1, maxLength: 3 }),
      sources: fc.subarray(['https://example.org/1', 'https://example.org/?a=b,c', 'https://example.org/{3}']),
      quote: text,
      note: text,
    },
    { requiredKeys: ['date', 'circa', 'stance', 'basis', 'wants', 'sources'] },
  )
  .map((parts) => parts as DatedPosition);

const byDay = (a: Position, b: Position): number => ((a.date?.day ?? '') < (b.date?.day ?? '') ? -1 : 1);

/** The text with one more position; it must be possible. */
function recorded(before: string, code: string, added: DatedPosition): string {
  const result = addPositions(before, readValues(before), [{ code, position: added }]);
  if (result.kind !== 'recorded') throw new Error(`${result.kind}:\n${before}`);
  return result.text;
}

/** Whether a text is another with lines added at one place. */
function hasLinesOf(after: string, before: string): boolean {
  const [old, now] = [before, after].map((text) => text.split(/\r\n|\r|\n/)) as [string[], string[]];
  const same = old.findIndex((line, index) => line !== now[index]);
  const rest = old.slice(same < 0 ? old.length : same);
  return rest.every((line, index) => line === now[now.length - rest.length + index]);
}

const commentsIn = (written: string): string[] =>
  [...written.matchAll(/# (?:why|said|so|about|below|first|last)/g)].map(([comment]) => comment).sort();

describe('recording a position', () => {
  test('and reading gives the roster and the position, in whatever style it is written', () => {
    fc.assert(
      fc.property(writtenRosters, position, ({ text: before, code, open }, added) => {
        const old = rosterIn(before);
        const after = recorded(before, code, added);
        const members = old.members.map(
          (member): Member =>
            member.code === code ? { ...member, positions: [...member.positions, added].sort(byDay) } : member,
        );
        expect({ before, after, roster: rosterIn(after) }).toEqual({ before, after, roster: { ...old, members } });
        expect({ after, placed: placeValues(after).root.value }).toEqual({
          after,
          placed: (readValues(after) as { value: unknown }).value,
        });
        expect({ before, after, comments: commentsIn(after) }).toEqual({ before, after, comments: commentsIn(before) });
        expect({ before, after, kept: !open || hasLinesOf(after, before) }).toEqual({ before, after, kept: true });
        expect({ after, ends: /[\r\n]$/.test(after) }).toEqual({ after, ends: /[\r\n]$/.test(before) });
        const breaks = new Set([...after.matchAll(/\r\n|\r|\n/g)].map(([newline]) => newline));
        expect(breaks.size).toBeLessThanOrEqual(1);
        if (before.startsWith('{ "')) JSON.parse(after);
      }),
      { ...seeded, numRuns: 400 },
    );
  });

  test('never throws, whatever the text', () => {
    const bases = [...fixturesIn('ok'), 'nato'].map((file) => (file === 'nato' ? bundledText() : fixture('ok', file)));
    fc.assert(
      fc.property(damaged(bases), fc.constantFrom('NL', 'FR', 'BE', '1', 'NO'), position, (before, code, added) => {
        const result = addPositions(before, readValues(before), [{ code, position: added }]);
        if (result.kind === 'recorded') expect(result.text.length).toBeGreaterThan(before.length);
      }),
      { ...seeded, numRuns: 400 },
    );
  });
});

describe('a text', () => {
  test('is read as it was written, in a block, in brackets and in JSON', () => {
    fc.assert(
      fc.property(anything, (value) => {
        const [block, flow, json] = (['block', 'flow', 'json'] as const).map((context) => writtenText(value, context));
        for (const written of [block, flow, json])
          expect(written).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\ufeff\u202e]/u);
        const inBlock = `a: ${block}\nb:\n  - ${block}\n`;
        const inFlow = `{ a: ${flow}, b: [${flow}] }`;
        const inJson = `{ "a": ${json}, "b": [${json}] }`;
        for (const written of [inBlock, inFlow, inJson]) {
          expect(readValues(written)).toEqual({ value: { a: value, b: [value] } });
          expect(placeValues(written).root.value).toEqual({ a: value, b: [value] });
        }
        expect(JSON.parse(inJson)).toEqual({ a: value, b: [value] });
      }),
      { ...seeded, numRuns: 1000 },
    );
  });

  test.each([
    ['a minister, to X', 'block'],
    ['2% of GDP', 'flow'],
    ["it's", 'flow'],
    ['https://example.org/?a=b#c', 'flow'],
    ['Türkiye 日本 😀', 'block'],
    ['2024-02-21 was the day', 'block'],
    ['nothing', 'block'],
  ] as const)('%s has no quotes in a %s', (value, context) => {
    expect(writtenText(value, context)).toBe(value);
  });

  test.each([
    'NO',
    'y',
    'Null',
    '~',
    '1',
    '1.5',
    '-1',
    '1_000',
    '1:30',
    '0x1F',
    '.inf',
    '2024-02-21',
    '- a',
    'a: b',
    'a #b',
    '',
  ])('%j has quotes, for readers of YAML 1.1 too', (value) => {
    expect(writtenText(value, 'block')).toBe(`"${value}"`);
  });
});
