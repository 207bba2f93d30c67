import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { compile, refused } from '../../../src/roster/read/compile.ts';
import { checked } from '../../../src/roster/read/read-roster.ts';
import { rosterSchema } from '../../../src/roster/schema/roster.ts';
import { readValues } from '../../../src/roster/yaml/values.ts';
import { seeded } from '../../support/rosters.ts';
import { bundledText, damaged, fixture, fixturesIn } from '../../support/texts.ts';

const read = compile(rosterSchema);

const texts = (folder: string): string[] => fixturesIn(folder).map((file) => fixture(folder, file));

/** The plain values of a text; undefined if it is no YAML. */
function valuesIn(text: string): unknown {
  const values = readValues(text);
  return 'value' in values ? values.value : undefined;
}

/** Both answers about a value, alike: what was read, or that it is refused. */
function bothAnswers(value: unknown): { readonly compiled: unknown; readonly byZod: unknown } {
  const answer = read(value);
  const result = checked(value);
  return { compiled: answer === refused ? 'refused' : answer, byZod: result?.success ? result.data : 'refused' };
}

describe('the compiled schema and zod give the same answer', () => {
  test.each(fixturesIn('ok'))('for %s', (file) => {
    const { compiled, byZod } = bothAnswers(valuesIn(fixture('ok', file)));
    expect(compiled).not.toBe('refused');
    expect(compiled).toStrictEqual(byZod);
  });

  test.each(fixturesIn('err'))('for %s', (file) => {
    const { compiled, byZod } = bothAnswers(valuesIn(fixture('err', file)));
    expect(compiled).toStrictEqual(byZod);
  });

  test('for rosters with pieces deleted, doubled or replaced', () => {
    const counts = { sound: 0, refused: 0 };
    fc.assert(
      fc.property(damaged([...texts('ok'), ...texts('advice'), bundledText()]), (text) => {
        const { compiled, byZod } = bothAnswers(valuesIn(text));
        counts[compiled === 'refused' ? 'refused' : 'sound'] += 1;
        expect({ text, answer: compiled }).toStrictEqual({ text, answer: byZod });
      }),
      { ...seeded, numRuns: 2000 },
    );
    expect(Math.min(counts.sound, counts.refused)).toBeGreaterThan(50);
  });

  test('for rosters with any value in any place', () => {
    const odd = fc.oneof(
      fc.constantFrom('', ' ', 'support', 'NL', '2024-02-21', '2024-02', 'true', '9', '55%', 'all', 'members', 'é'),
      fc.constantFrom<unknown>([], {}, [''], ['NL'], { stance: 'support' }, { except: ['NL'] }, { '2024-01-01': '1' }),
      fc.constantFrom<unknown>({ constructor: 'support' }, { toString: '1' }),
    );
    const bases = [...texts('ok'), bundledText()].map(valuesIn);
    fc.assert(
      fc.property(fc.constantFrom(...bases), odd, fc.array(fc.nat(), { maxLength: 6 }), (base, value, steps) => {
        const { compiled, byZod } = bothAnswers(replaced(base, steps, value));
        expect({ steps, value, answer: compiled }).toEqual({ steps, value, answer: byZod });
      }),
      { ...seeded, numRuns: 3000 },
    );
  });
});

test('what has no faster way is left to zod', () => {
  const count = compile(z.lazy(() => z.number()));
  expect(count(3)).toBe(3);
  expect(count('3')).toBe(refused);
});

test('what may be absent may be undefined', () => {
  const text = compile(z.optional(z.string()));
  expect([text(undefined), text('a')]).toEqual([undefined, 'a']);
  expect(text([])).toBe(refused);
});

test('short texts that are read again, such as a date, are one object', () => {
  const member = (date: string): unknown => ({ stance: 'support', date });
  const answer = read({
    title: 't',
    rule: 'consensus',
    members: { NL: member('2024-02-21'), BE: member('2024-02-21') },
  });
  if (answer === refused) throw new Error('a sound roster is refused');
  const [one, other] = Object.values(answer.members).map(({ positions }) => positions[0]?.date);
  expect(one).toEqual({ text: '2024-02-21', day: '2024-02-21' });
  expect(other).toBe(one);
});

/** The value with another one in a place within it: by each step, that entry. */
function replaced(whole: unknown, [step, ...steps]: readonly number[], value: unknown): unknown {
  if (step === undefined || typeof whole !== 'object' || whole === null) return value;
  const keys = Object.keys(whole);
  if (keys.length === 0) return value;
  const key = keys[step % keys.length] as keyof typeof whole;
  const part = replaced(whole[key], steps, value);
  return Array.isArray(whole)
    ? whole.map((old, index) => (String(index) === key ? part : old))
    : { ...whole, [key]: part };
}
