import { createElement, Fragment } from 'preact';
import { expect, test } from 'vitest';
import { xmlOf } from '../../src/picture/svg.ts';

test('components are called, and what is no text is left out', () => {
  const Dot = ({ x }: { readonly x: number }) => createElement('circle', { cx: x, r: 0 });
  const tree = createElement('g', null, [createElement(Dot, { x: 1, key: 'a' }), null, false, undefined, 0, '<&']);
  expect(xmlOf(tree)).toBe('<g><circle cx="1" r="0"/>0&lt;&amp;</g>');
  expect(xmlOf(createElement(Fragment, null, 'a', ['b']))).toBe('ab');
});

test('handlers are no attributes, and attributes without a value are left out', () => {
  const props = { class: 'tile', 'aria-pressed': false, role: undefined, onClick: () => {}, children: 'x' };
  expect(xmlOf(createElement('g', props))).toBe('<g class="tile" aria-pressed="false">x</g>');
});

test('attributes are escaped', () => {
  expect(xmlOf(createElement('g', { 'aria-label': '"><script>\u202e' }))).toBe(
    '<g aria-label="&quot;&gt;&lt;script&gt;\\u{202e}"/>',
  );
});
