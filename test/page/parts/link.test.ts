import { expect, test } from 'vitest';
import { safeAddress } from '../../../src/page/parts/link.ts';

test.each([
  ['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
  ['HTTP://example.org/', 'HTTP://example.org/'],
  ['https://example.org/"onclick="x', 'https://example.org/%22onclick=%22x'],
  ["https://example.org/'<b>", 'https://example.org/%27%3Cb%3E'],
  ['https://example.org/\u202egnp', 'https://example.org/%E2%80%AEgnp'],
  ['https://example.org/é', 'https://example.org/%C3%A9'],
])('an address of the web is a link, in plain characters: %s', (address, href) => {
  expect(safeAddress(address)).toBe(href);
});

test.each([
  undefined,
  '',
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'JAVASCRIPT:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc/passwd',
  '//example.org/',
  '/a',
  'http:/x',
  'http:///x',
  'https://',
  'https://user@example.org/',
  'https://user:secret@example.org/',
  'https://:secret@example.org/',
  'https://example.org:99999/',
  ' https://example.org/',
  'x https://example.org/',
])('nothing else is: %j', (address) => {
  expect(safeAddress(address)).toBeUndefined();
});
