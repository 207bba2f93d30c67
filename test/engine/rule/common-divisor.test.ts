import { expect, test } from 'vitest';
import { runningDivisor } from '../../../src/engine/rule/common-divisor.ts';

test('a running divisor is that of the amounts which are there, whatever comes and goes', () => {
  const divisor = runningDivisor();
  expect(divisor.value()).toBe(0n);
  divisor.add(6n);
  divisor.add(6n);
  divisor.add(9n);
  expect(divisor.value()).toBe(3n);
  divisor.remove(9n);
  divisor.remove(6n);
  expect(divisor.value()).toBe(6n);
  divisor.remove(7n);
  expect(divisor.value()).toBe(6n);
  divisor.remove(6n);
  expect(divisor.value()).toBe(0n);
});
