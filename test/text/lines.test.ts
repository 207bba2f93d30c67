import { expect, test } from 'vitest';
import { joinedLines } from '../../src/text/lines.ts';

test('lines are joined to fewer texts, each line ending in a newline', () => {
  const lines = Array.from({ length: 1234 }, (_, index) => (index % 3 === 0 ? '' : `line ${index}`));
  const texts = joinedLines(lines);
  expect(texts.join('')).toBe(lines.map((line) => `${line}\n`).join(''));
  expect(texts.length).toBe(3);
  expect(joinedLines(['only'])).toEqual(['only\n']);
  expect(joinedLines([''])).toEqual(['\n']);
  expect(joinedLines([])).toEqual([]);
});
