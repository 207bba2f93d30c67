import { expect, test } from 'vitest';
import { once } from '../../src/text/once.ts';

test('a function is called once, at the first time, even where it gives nothing', () => {
  let calls = 0;
  const nothing = once(() => {
    calls += 1;
  });
  expect(calls).toBe(0);
  expect([nothing(), nothing()]).toEqual([undefined, undefined]);
  expect(calls).toBe(1);
});
