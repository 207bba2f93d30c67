import { expect, test } from 'vitest';
import { markingTheme, styledRuns } from '../../src/playground/styled-text.ts';
import { painted } from '../../src/render/layout/theme.ts';
import { shown } from '../../src/text/escape-controls.ts';

test('a painted text comes apart into its parts and their styles', () => {
  const { strong, stance } = markingTheme;
  const text = painted`a ${strong(painted`b ${stance.oppose(shown`c`)} d`)} ${stance.unclear(shown`e`)}`;
  expect(styledRuns(text)).toEqual([
    { text: 'a ', styles: [] },
    { text: 'b ', styles: ['strong'] },
    { text: 'c', styles: ['strong', 'against'] },
    { text: ' d', styles: ['strong'] },
    { text: ' e', styles: [] },
  ]);
});

test('no text from outside can paint', () => {
  const hostile = '\u001b{strong}bold\u001b{}';
  expect(styledRuns(markingTheme.faint(shown`${hostile}`))).toEqual([
    { text: '\\u{1b}{strong}bold\\u{1b}{}', styles: ['faint'] },
  ]);
});
