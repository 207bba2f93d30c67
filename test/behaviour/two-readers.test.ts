import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/roster/diagnose/diagnose.ts';
import { parseRoster } from '../../src/roster/parse.ts';
import { placeValues } from '../../src/roster/yaml/locations.ts';
import { readValues } from '../../src/roster/yaml/values.ts';
import { rosterOf, seeded } from '../support/rosters.ts';
import {
  adviceDay,
  bundledText,
  damaged,
  expectSound,
  fixture,
  fixturesIn,
  fragments,
  rosterIn,
  yamlDocuments,
} from '../support/texts.ts';

/** The texts of all fixtures of a folder. */
const texts = (folder: string): string[] => fixturesIn(folder).map((file) => fixture(folder, file));

/** What the slower reader made of a text, in JSON: the order of keys counts. */
function placed(text: string): string {
  const { root, diagnostics } = placeValues(text);
  return JSON.stringify([root.value, diagnostics.map(({ code, message }) => `${code}: ${message}`)]);
}

/** What the faster reader made of it; undefined when it gave up. */
function read(text: string): string | undefined {
  const values = readValues(text);
  return 'value' in values ? JSON.stringify([values.value, []]) : undefined;
}

describe('both readers of YAML', () => {
  test('see the same in every document that the faster one accepts', () => {
    let accepted = 0;
    let all = 0;
    fc.assert(
      fc.property(yamlDocuments, (text) => {
        const values = readValues(text);
        all += 1;
        if (!('value' in values) || values.value === '') return;
        accepted += 1;
        expect({ text, placed: placed(text) }).toEqual({ text, placed: read(text) });
      }),
      { ...seeded, numRuns: 1000 },
    );
    expect(accepted).toBeGreaterThan(all / 2);
  });

  test.each(['...\n', '# a\n... # b\n\n', '...\r\n...\r\n', '...\n---\n'])('see the same after %j', (beginning) => {
    const { root } = placeValues(`${beginning}title: t`);
    expect(root.value).toEqual({ title: 't' });
    expect(placed(`${beginning}title: t`)).toBe(read(`${beginning}title: t`));
    expect(root.entries.get('title')?.key.start).toBe(beginning.length);
  });

  test.each(fixturesIn('ok'))('see the same in %s', (file) => {
    const text = fixture('ok', file);
    expect(placed(text)).toBe(read(text));
  });

  test('see the same in the bundled roster', () => {
    expect(placed(bundledText())).toBe(read(bundledText()));
  });

  test('see the text that was written, whatever it is, in quotes and in JSON', () => {
    const value = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary', maxLength: 20 }));
    fc.assert(
      fc.property(fc.dictionary(fc.string(), value, { minKeys: 1 }), (mapping) => {
        // Keys are tidied, and two that come to the same name are refused.
        const tidied = Object.entries(mapping).map(([key, text]) => [key.trim().normalize('NFC'), text] as const);
        const names = new Set(tidied.map(([key]) => key));
        fc.pre(names.size === tidied.length && !names.has('__proto__'));
        const expected = Object.fromEntries(tidied);
        const well = JSON.stringify(mapping).replace(/[\u007f-\uffff]/g, (character) => {
          return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
        });
        expect(readValues(well)).toEqual({ value: expected });
        expect(placeValues(well).root.value).toEqual(expected);
      }),
      seeded,
    );
  });
});

describe('whatever the text', () => {
  test('a string of anything is answered, with every place in it', () => {
    const unit = fc.oneof(
      fc.constantFrom(...fragments),
      fc.string({ unit: 'binary', maxLength: 3 }),
      fc.constantFrom('a', 'b'),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 14 }), (pieces) => {
        expectSound(pieces.join(''));
      }),
      { ...seeded, numRuns: 1000 },
    );
  });

  test('a roster with pieces deleted, doubled or replaced is answered, with every place in it', () => {
    fc.assert(
      fc.property(damaged(texts('ok')), (text) => {
        expectSound(text);
      }),
      { ...seeded, numRuns: 1000 },
    );
  });

  test('a roster that was wrong before is, too', () => {
    const bases = [...texts('err'), ...texts('advice')].filter((text) => text !== '');
    fc.assert(
      fc.property(damaged(bases), (text) => {
        expectSound(text);
      }),
      { ...seeded, numRuns: 1000 },
    );
  });

  test('a piece of the bundled roster is answered', () => {
    const text = bundledText();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: text.length }), fc.integer({ min: 0, max: 2000 }), (start, length) => {
        expectSound(text.slice(start, start + length));
      }),
      { ...seeded, numRuns: 300 },
    );
  });

  test('the answer is the same when asked again, and errors are the same with and without advice', () => {
    fc.assert(
      fc.property(damaged([...texts('ok'), ...texts('advice')]), (text) => {
        const result = parseRoster(text);
        expect(parseRoster(text)).toEqual(result);
        const { diagnostics, more, valid } = diagnose(text, { today: adviceDay });
        expect(valid).toBe(result.ok);
        if (result.ok || more > 0 || result.more > 0) return;
        expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual(result.diagnostics);
      }),
      { ...seeded, numRuns: 500 },
    );
  });
});

describe('the order of the file', () => {
  type Plain = Readonly<Record<string, unknown>>;

  const days = fc.uniqueArray(
    fc.integer({ min: 0, max: 700 }).map((day) => new Date(Date.UTC(2023, 0, 1 + day)).toISOString().slice(0, 10)),
    { minLength: 1, maxLength: 6 },
  );
  const code = fc.constantFrom('NL', 'BE', 'LU', 'NO', '1', '10', '9', 'true', 'x-1', 'ä', 'constructor');
  const history = days.chain((dates) =>
    fc.tuple(
      ...dates.map((date) => fc.constantFrom('support', 'oppose', 'unclear').map((stance) => ({ date, stance }))),
    ),
  );
  const member: fc.Arbitrary<unknown> = fc.oneof(
    fc.constantFrom('support', 'oppose', 'undeclared', '', {}),
    history.map((positions) => ({ positions })),
    fc.record({ stance: fc.constant('abstain'), name: fc.string({ minLength: 1, unit: fc.constantFrom('a', 'b') }) }),
  );
  const roster = fc.record({
    members: fc.dictionary(code, member, { minKeys: 1 }),
    claims: days.chain((dates) =>
      fc.tuple(
        ...dates.map((date) =>
          fc.integer({ min: 0, max: 9 }).map((supporting) => ({ date, supporting: `${supporting}` })),
        ),
      ),
    ),
  });
  const shuffled = (items: readonly unknown[]) => fc.shuffledSubarray([...items], { minLength: items.length });

  /** The same parts in another order, in JSON whose keys keep their order, numbers too. */
  function written(members: readonly unknown[], claims: readonly unknown[]): string {
    const entries = members.map((entry) => {
      const [key, value] = entry as [string, unknown];
      return `${JSON.stringify(key)}: ${JSON.stringify(value)}`;
    });
    return `{ "title": "t", "rule": "consensus", "members": { ${entries.join(', ')} }, "claims": ${JSON.stringify(claims)} }`;
  }

  test('of members, of their positions and of claims changes nothing in the roster', () => {
    const orders = roster.chain((parts) =>
      fc.record({
        parts: fc.constant(parts as Plain),
        members: fc
          .tuple(
            ...Object.entries(parts.members).map(([key, value]) => {
              const { positions } = value as { positions?: readonly unknown[] };
              return (
                positions === undefined ? fc.constant(value) : shuffled(positions).map((list) => ({ positions: list }))
              ).map((again): [string, unknown] => [key, again]);
            }),
          )
          .chain(shuffled),
        claims: shuffled(parts.claims),
      }),
    );
    fc.assert(
      fc.property(orders, ({ parts, members, claims }) => {
        expect(rosterIn(written(members, claims))).toEqual(rosterOf({ title: 't', ...parts }));
      }),
      { ...seeded, numRuns: 300 },
    );
  });
});
