import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeFrom, freeCode } from '../../../src/roster/names/member-codes.ts';
import { isCode } from '../../../src/roster/schema/scalars.ts';
import { reservedKey } from '../../../src/roster/yaml/cursor.ts';
import { seeded } from '../../support/rosters.ts';

test.each([
  ['Ana María', 'ana-maria'],
  ['  Dr. Bo  Lind ', 'dr.-bo-lind'],
  ["O'Neill (chair)", 'o-neill-chair'],
  ['Strauß', 'strauss'],
  ['渡辺', '渡辺'],
  ['...', 'member'],
  ['', 'member'],
  ['__proto__', 'proto'],
  ['dependabot[bot]', 'dependabot-bot'],
])('%j becomes %j', (name, code) => {
  expect(codeFrom(name)).toBe(code);
});

test('whatever the name, the code is one', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (name) => {
      const code = codeFrom(name);
      expect(isCode(code)).toBe(true);
      expect(code).not.toBe(reservedKey);
    }),
    seeded,
  );
});

test('a code that is taken gets a number', () => {
  expect(freeCode('ana', new Set())).toBe('ana');
  expect(freeCode('ana', new Set(['ana', 'ana-2']))).toBe('ana-3');
});
