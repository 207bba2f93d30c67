import { expect, test } from 'vitest';
import {
  markdown,
  markdownBlocks,
  markdownLink,
  markdownTable,
  markdownText,
} from '../../../src/render/format/markdown.ts';

test.each([
  ['plain words, 66.07% - and (more).', 'plain words, 66.07% - and (more).'],
  ['a | b', 'a \\| b'],
  ['two\nlines', 'two lines'],
  ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
  ['*strong* _and_ `code` ~~gone~~', '\\*strong\\* \\_and\\_ \\`code\\` \\~\\~gone\\~\\~'],
  ['[a](javascript:x)', '\\[a\\](javascript:x)'],
  ['back\\slash', 'back\\\\slash'],
  ['&lt;', '&amp;lt;'],
  ['$x$', '\\$x\\$'],
  ['\u001b[31mred', '\\\\u{1b}\\[31mred'],
  ['@octocat and #12 but a@ and # 1', '@&#8203;octocat and #&#8203;12 but a@ and # 1'],
])('%j is shown as it is', (text, shown) => {
  expect(markdownText(text)).toBe(shown);
});

test('a table has a head, a rule and a line for every row', () => {
  expect(markdownTable(['a', 'b'].map(markdownText), [['1', '2'].map(markdownText)])).toEqual([
    '| a | b |',
    '| --- | --- |',
    '| 1 | 2 |',
  ]);
});

test('a template of Markdown leaves its parts as they are', () => {
  expect(markdown`**${markdownText('a*b')}**: ${markdownLink('[x]', 'https://example.org/(1)')}`).toBe(
    '**a\\*b**: [\\[x\\]](https://example.org/%281%29)',
  );
});

test('text that has not gone through markdownText does not compile', () => {
  const title: string = '<script>';
  // @ts-expect-error
  markdown`### ${title}`;
  // @ts-expect-error
  markdownBlocks([[title]]);
  // @ts-expect-error
  markdownTable([title], []);
  // @ts-expect-error
  markdownTable([], [[title]]);
  expect(markdownBlocks([[markdown`### ${markdownText(title)}`]])).toBe('### &lt;script&gt;\n');
});
