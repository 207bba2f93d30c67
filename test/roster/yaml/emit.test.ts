import { expect, test } from 'vitest';
import { entryLines, mappingOf, type Written } from '../../../src/roster/yaml/emit.ts';
import { readValues } from '../../../src/roster/yaml/values.ts';

type Value = string | readonly Value[] | { readonly [key: string]: Value };

const values: readonly Value[] = [
  'plain',
  '55% of members',
  '',
  ' x ',
  '- a',
  'a: b',
  'a:',
  'a #b',
  'a, b',
  '"quoted"',
  "it's",
  '2/3',
  '2024-07-01T09:00:00Z',
  'NO',
  'null',
  '~',
  'é 日本',
  '\n\u0007',
  ['a', 'b: c'],
  { except: ['a', 'b'] },
  { a: { b: ['c', { d: 'e', f: ['g'] }], 'h i': { j: 'k' } } },
];

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

function written(value: Value): Written {
  if (typeof value === 'string') return value;
  if (isList(value)) return value.map(written);
  return mappingOf(Object.fromEntries(Object.entries(value).map(([key, part]) => [key, written(part)])));
}

test.each(values.flatMap((value) => [0, 1, 9].map((open) => [value, open] as const)))(
  'an entry reads back as what was written: %j, %i levels open',
  (value, open) => {
    expect(readValues(entryLines('key', written(value), open).join('\n'))).toEqual({ value: { key: value } });
  },
);
