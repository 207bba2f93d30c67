import { expect, test } from 'vitest';
import { openScreen } from '../../../src/cli/output/screen.ts';

/** What is drawn on a screen of 20 columns and 6 rows, line by line. */
function drawn(text: string): string[] {
  let written = '';
  const write = (more: string): void => {
    written = more;
  };
  openScreen({ write, isTTY: true, columns: 20, rows: 6 }).draw(text, 'bottom');
  const [, frame = ''] = written.split('\u001b[H');
  const [picture = ''] = frame.split('\u001b[J');
  return picture.replaceAll('\u001b[K', '').split('\n');
}

test.each([
  ['lines that fit', 'one\ntwo\n', ['one', 'two', '', '', '', 'bottom']],
  [
    'a line that the terminal breaks takes two rows',
    `${'x'.repeat(21)}\ntwo\n`,
    ['x'.repeat(21), 'two', '', '', 'bottom'],
  ],
  ['a line that just fits takes one', `${'x'.repeat(20)}\n`, ['x'.repeat(20), '', '', '', '', 'bottom']],
  ['wide characters take two cells', `${'名'.repeat(11)}\n`, ['名'.repeat(11), '', '', '', 'bottom']],
  [
    'colour takes none',
    `\u001b[31m${'x'.repeat(20)}\u001b[39m\n`,
    [`\u001b[31m${'x'.repeat(20)}\u001b[39m`, '', '', '', '', 'bottom'],
  ],
  ['what does not fit is counted', `a\n${'x'.repeat(41)}\nc\nd\n`, ['a', 'x'.repeat(41), '… 2 more lines', 'bottom']],
  ['nothing is drawn in part', `a\nb\nc\n${'x'.repeat(41)}\n`, ['a', 'b', 'c', '… 1 more line', '', 'bottom']],
])('%s', (_, text, lines) => {
  expect(drawn(text)).toEqual(lines);
});
