import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Claim } from '../../../src/model/roster.ts';
import { addClaim } from '../../../src/roster/edit/add-item.ts';
import { readReportedCount } from '../../../src/roster/schema/reported-count.ts';
import { placeValues } from '../../../src/roster/yaml/locations.ts';
import { readValues } from '../../../src/roster/yaml/values.ts';
import { compareText } from '../../../src/text/compare.ts';
import { seeded, time } from '../../support/rosters.ts';
import { bundledText, damaged, fixture, fixturesIn, rosterIn } from '../../support/texts.ts';
import { writtenRosters } from '../../support/written-rosters.ts';

const words = fc.constantFrom(
  'two words',
  'what: #1',
  '- a "b"',
  "it's",
  '[x], {y}',
  'NO',
  '12',
  '😀 é',
  'a\\b',
  '‮abc',
);

const count = fc
  .constantFrom('21', 'more than 20', '20+', '3 or 4', 'none', 'all but 3', '90%', '2/3', '26 of 27', 'Nearly 30')
  .map((text) => {
    const read = readReportedCount(text);
    if ('fault' in read) throw new Error(text);
    return read.value;
  });

const claim: fc.Arbitrary<Claim> = fc
  .record(
    {
      date: fc.constantFrom('2023-12', '2024-01-10', '2024-06-30T23:30:00-02:00', '2023-05-05').map(time),
      circa: fc.boolean(),
      by: words,
      supporting: count,
      holdingOut: count,
      sources: fc.subarray(['https://example.org/1', 'https://example.org/?a=b,c', 'https://example.org/{3}']),
      quote: words,
      note: words,
    },
    { requiredKeys: ['date', 'circa', 'supporting', 'sources'] },
  )
  .map((parts) => parts as Claim);

const commentsIn = (written: string): string[] =>
  [...written.matchAll(/# (?:why|said|so|about|below|first|last)/g)].map(([comment]) => comment).sort();

test('adding claims and reading gives the roster and the claims, in whatever style it is written', () => {
  fc.assert(
    fc.property(writtenRosters, fc.array(claim, { minLength: 1, maxLength: 3 }), ({ text: before }, added) => {
      const old = rosterIn(before);
      const after = added.reduce((text, one) => addClaim(text, readValues(text), one) ?? 'unreadable', before);
      const claims = [...old.claims, ...added].sort((a, b) => compareText(a.date.day, b.date.day));
      expect({ before, after, roster: rosterIn(after) }).toEqual({ before, after, roster: { ...old, claims } });
      expect({ after, placed: placeValues(after).root.value }).toEqual({
        after,
        placed: (readValues(after) as { value: unknown }).value,
      });
      expect({ before, after, comments: commentsIn(after) }).toEqual({ before, after, comments: commentsIn(before) });
      expect({ after, ends: /[\r\n]$/.test(after) }).toEqual({ after, ends: /[\r\n]$/.test(before) });
      const breaks = new Set([...after.matchAll(/\r\n|\r|\n/g)].map(([newline]) => newline));
      expect(breaks.size).toBeLessThanOrEqual(1);
      if (before.startsWith('{ "')) JSON.parse(after);
    }),
    { ...seeded, numRuns: 400 },
  );
});

test('adding a claim never throws, whatever the text', () => {
  const bases = [...fixturesIn('ok'), 'nato'].map((file) => (file === 'nato' ? bundledText() : fixture('ok', file)));
  fc.assert(
    fc.property(damaged(bases), claim, (before, added) => {
      const after = addClaim(before, readValues(before), added);
      if (after !== undefined) expect(after.length).toBeGreaterThan(before.length);
    }),
    { ...seeded, numRuns: 400 },
  );
});
