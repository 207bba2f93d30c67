import { describe, expect, test } from 'vitest';
import { outcomes, type Stance, stances } from '../../src/model/stance.ts';
import { hatched } from '../../src/picture/defs.tsx';
import { signShapes, spectrum } from '../../src/picture/palette.ts';
import { contrast, difference, visions } from '../support/colours.ts';
import { style } from '../support/svg.ts';

/** The colours of a block of the style sheet by their names. */
const coloursIn = (block: string): ReadonlyMap<string, string> =>
  new Map([...block.matchAll(/--([a-z-]+): (#[0-9a-f]{3,8});/g)].map(([, name = '', colour = '']) => [name, colour]));

const [light = '', dark = ''] = style.split('@media (prefers-color-scheme: dark)');
const schemes = { light: coloursIn(light), dark: coloursIn(dark) } as const;

describe.each(['light', 'dark'] as const)('%s', (scheme) => {
  const colour = (name: string): string => {
    const found = schemes[scheme].get(name);
    if (found === undefined) throw new Error(`no colour ${name}`);
    return found;
  };

  test.each([...stances, ...outcomes])('what is written on the colour of %s can be read', (name) => {
    expect(contrast(colour(`${name}-i`), colour(name))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(['ink', 'soft', 'accent', 'link'])('%s can be read on paper', (name) => {
    expect(contrast(colour(name), colour('paper'))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(Object.keys(visions) as (keyof typeof visions)[])('stances can be told apart with %s', (vision) => {
    const pairs = stances.flatMap((a, index) => stances.slice(index + 1).map((b) => [a, b] as const));
    const alike = pairs
      .filter(([a, b]) => difference(colour(a), colour(b), vision) < 12)
      .filter(([a, b]) => !isOutlined(a, b))
      .map(([a, b]) => `${a} ${b}`);
    expect(alike).toEqual([]);
  });
});

/** A recused member, which no criterion counts, has an outline, and so has one without a known position. */
const isOutlined = (a: Stance, b: Stance): boolean =>
  [a, b].includes('recused') && ([a, b].includes('undeclared') || [a, b].includes('unclear'));

test('both schemes have the same colours', () => {
  expect([...schemes.dark.keys()]).toEqual([...schemes.light.keys()]);
});

test('every stance has a place and a sign of its own', () => {
  expect([...spectrum].sort()).toEqual([...stances].sort());
  expect(new Set(Object.values(signShapes).map(({ path }) => path)).size).toBe(stances.length);
});

test('layers that may touch are told apart by hatching, too', () => {
  const plain = spectrum.filter((stance) => !hatched.has(stance));
  expect(plain).toEqual(['support', 'no-objection', 'undeclared', 'recused']);
});
