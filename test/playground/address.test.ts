import { deflateRawSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { type Example, hashOf, textOf } from '../../src/playground/address.ts';

const examples: readonly Example[] = [{ name: 'guide', title: 'Guide', group: 'Examples', text: 'title: Guide\n' }];

const texts = ['', 'title: x\n', 'title: Türkiye 🇹🇷\n', 'a: b\n'.repeat(20_000), '\u0000<script>\u2028'];

test.each(texts)('a text comes back from its address', async (text) => {
  expect(await textOf(await hashOf(text, examples), examples)).toBe(text);
});

test('a long text has a short address, and one that stands as it is anywhere', async () => {
  const hash = await hashOf('- { date: 2024-01-01, stance: support }\n'.repeat(2000), examples);
  expect(hash).toMatch(/^#deflate=[\w-]+$/);
  expect(hash.length).toBeLessThan(1000);
});

test('an example has its name for an address', async () => {
  expect(await hashOf('title: Guide\n', examples)).toBe('#roster=guide');
  expect(await textOf('#roster=guide', examples)).toBe('title: Guide\n');
});

test('a browser that cannot pack has an address all the same', async () => {
  vi.stubGlobal('CompressionStream', undefined);
  const hash = await hashOf('title: ü\n', examples);
  vi.unstubAllGlobals();
  expect(hash).toMatch(/^#text=/);
  expect(await textOf(hash, examples)).toBe('title: ü\n');
});

describe('an address holds no text', () => {
  test.each([
    '',
    '#',
    '#roster=other',
    '#deflate=AAAA',
    '#deflate=%%%',
    '#deflate=A',
    '#text=_w',
    '#text=!',
    '#other=AAAA',
    '#at=2024',
  ])('that is %j', async (hash) => {
    expect(await textOf(hash, examples)).toBeUndefined();
  });

  test('where a part of it was cut off', async () => {
    const hash = await hashOf('title: a long enough text to be cut\n', examples);
    expect(await textOf(hash.slice(0, -8), examples)).toBeUndefined();
  });

  test('where it would unpack to more than any roster', async () => {
    const packed = deflateRawSync(Buffer.alloc(64 * 1024 * 1024)).toString('base64url');
    expect(await textOf(`#deflate=${packed}`, examples)).toBeUndefined();
  });
});
