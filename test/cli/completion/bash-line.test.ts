import { expect, test } from 'vitest';
import { readBashLine } from '../../../src/cli/completion/bash-line.ts';

const breaks = ' \t\n"\'@><=;|&(:';

test.each<[string, string, readonly string[], string]>([
  ['nothing but the program', 'rutte-tally ', [''], ''],
  ['half a command', 'rutte-tally sta', ['sta'], ''],
  ['a word that is done', 'rutte-tally status ', ['status', ''], ''],
  ['more blanks than needed', 'rutte-tally  status\t ', ['status', ''], ''],
  ['a value behind an equals sign', 'rutte-tally status --assume=TR=su', ['status', '--assume=TR=su'], '--assume=TR='],
  ['nothing behind an equals sign', 'rutte-tally status --assume TR=', ['status', '--assume', 'TR='], 'TR='],
  ['a date', 'rutte-tally status nato-2024@20', ['status', 'nato-2024@20'], 'nato-2024'],
  ['a blank that is escaped', 'rutte-tally status my\\ ro', ['status', 'my ro'], ''],
  ['a break that is escaped', 'rutte-tally status a\\=b', ['status', 'a=b'], ''],
  ['open double quotes', 'rutte-tally status "my ro', ['status', 'my ro'], ''],
  ['open single quotes', "rutte-tally status 'a\\b=c", ['status', 'a\\b=c'], ''],
  ['quotes inside a word', 'rutte-tally status --assume="TR=s', ['status', '--assume=TR=s'], '--assume='],
  ['quotes that are closed', 'rutte-tally status "a b" --al', ['status', 'a b', '--al'], ''],
  ['an empty word in quotes', "rutte-tally init --title '' x", ['init', '--title', '', 'x'], ''],
  ['backslashes in double quotes', 'rutte-tally status "a\\"b\\c', ['status', 'a"b\\c'], ''],
  ['what a shell would run', 'rutte-tally status $(rm -rf `x`)', ['status', '$(rm', '-rf', '`x`)'], ''],
])('%s', (_, line, words, kept) => {
  const read = readBashLine(line, '', breaks);
  expect(read.words).toEqual(words);
  expect(read.cursor).toBe(words.length - 1);
  expect(words.at(-1)?.slice(0, read.kept)).toBe(kept);
});

test('words behind the cursor are behind it', () => {
  expect(readBashLine('rutte-tally record ', ' support nato.yaml', breaks)).toEqual({
    words: ['record', '', 'support', 'nato.yaml'],
    cursor: 1,
    kept: 0,
  });
});

test('the rest of the word at the cursor is to be replaced', () => {
  expect(readBashLine('rutte-tally st', 'atus nato.yaml', breaks)).toMatchObject({
    words: ['st', 'nato.yaml'],
    cursor: 0,
  });
});

test('a shell that breaks words at blanks alone keeps nothing', () => {
  expect(readBashLine('rutte-tally status --assume=TR=su', '', ' \t\n')).toMatchObject({ kept: 0 });
});
