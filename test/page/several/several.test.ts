import { expect, test } from 'vitest';
import type { Browser } from '../../../src/page/ask/browser.ts';
import { browserOf } from '../../../src/page/several/several.tsx';

/** A browser with an address and nothing else. */
function browserAt(address: string): Browser & { readonly address: () => string } {
  let now = address;
  const nothing = (): (() => void) => () => undefined;
  return {
    address: () => now,
    hash: () => now,
    setHash: (hash) => {
      now = hash;
    },
    onHash: nothing,
    onWidth: nothing,
    after: nothing,
    ready: () => undefined,
  };
}

test('the page of a decision changes what the address asks of it', () => {
  const browser = browserAt('#d=2');
  browserOf(browser, 2).setHash('#at=2024-06-18');
  expect(browser.address()).toBe('#d=2&at=2024-06-18');
  browserOf(browser, 2).setHash('');
  expect(browser.address()).toBe('#d=2');
});

test.each(['#d=1&at=2024-06-18', '#decisions', ''])('a page that is left leaves the address %j as it is', (address) => {
  const browser = browserAt(address);
  browserOf(browser, 2).setHash('#at=2024-06-20');
  expect(browser.address()).toBe(address);
});
