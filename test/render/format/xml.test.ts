import { expect, test } from 'vitest';
import { block, element, xmlLines, xmlText } from '../../../src/render/format/xml.ts';

test('text is escaped once in elements and attributes', () => {
  expect(element('a', { b: '<&">', none: undefined }, [xmlText("it's <b>")])).toBe(
    '<a b="&lt;&amp;&quot;&gt;">it&apos;s &lt;b&gt;</a>',
  );
  expect(xmlLines(['one', '<two>'])).toBe('one&#10;&lt;two&gt;');
  expect(block('a', {}, [element('b', {})])).toBe('<a>\n  <b/>\n</a>');
});

test('text that has not gone through xmlText does not compile', () => {
  const title: string = '<script>';
  // @ts-expect-error
  element('a', {}, [title]);
  // @ts-expect-error
  block('a', {}, [title]);
  expect(element('a', {}, [xmlText(title)])).toBe('<a>&lt;script&gt;</a>');
});
