import { expect, test } from 'vitest';
import { defined } from '../../src/text/defined.ts';

interface Entry {
  readonly name: string;
  readonly count: number;
  readonly note?: string;
}

test('what is undefined is left out, and nothing else', () => {
  const entry = defined<Entry>({ name: '', count: 0, note: undefined });
  expect(entry).toStrictEqual({ name: '', count: 0 });
  expect(defined<Entry>({ name: '', count: 0, note: '' })).toStrictEqual({ name: '', count: 0, note: '' });
});

test('every entry must be named, and those that must be there must be defined', () => {
  // @ts-expect-error the note is not named
  defined<Entry>({ name: 'a', count: 1 });
  // @ts-expect-error the count must be there
  defined<Entry>({ name: 'a', count: undefined, note: 'b' });
  expect(Object.keys(defined<Entry>({ name: 'a', count: 1, note: 'b' }))).toEqual(['name', 'count', 'note']);
});
