import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { spansByLines } from '../../../src/roster/diagnose/spans-by-lines.ts';
import { locate, placeValues } from '../../../src/roster/yaml/locations.ts';
import type { KeyPath } from '../../../src/roster/yaml/problem.ts';
import { readValues } from '../../../src/roster/yaml/values.ts';
import { repository } from '../../support/bin.ts';

const folders = ['data', 'test/fixtures/ok', 'test/fixtures/err', 'test/fixtures/advice', 'test/fixtures/expect'];
const files = folders.flatMap((folder) =>
  readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(repository, folder, name)),
);

/** The paths to all values, and one that leads on from each and does not exist. */
function pathsIn(value: unknown, path: KeyPath = []): KeyPath[] {
  const inside =
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, part]) =>
          pathsIn(part, [...path, Array.isArray(value) ? Number(key) : key]),
        )
      : [];
  return [path, [...path, 'absent'], ...inside];
}

/** The places that both ways find, and how many lines show. */
function found(text: string) {
  const read = readValues(text);
  if (!('value' in read)) return { both: [], byLines: [], shown: 0 };
  const { root } = placeValues(text);
  const find = spansByLines(text, read.value);
  const places = pathsIn(read.value).flatMap((path) => (['key', 'value'] as const).map((at) => ({ path, at })));
  const byLines = places.map((place) => ({ ...place, span: find(place) }));
  return {
    both: places.map((place, index) => byLines[index]?.span && { ...place, span: locate(root, place) }),
    byLines: byLines.map((place) => place.span && place),
    shown: byLines.filter(({ span }) => span !== undefined).length / places.length,
  };
}

test.each(files)('every place in %s is the one in the whole text', (file) => {
  const { both, byLines } = found(readFileSync(file, 'utf8'));
  expect(byLines).toEqual(both);
});

test('lines show nearly every place in a bundled roster', () => {
  expect(found(readFileSync(join(repository, 'data/nato-2024.yaml'), 'utf8')).shown).toBeGreaterThan(0.99);
});

describe('where lines mislead, no place is wrong', () => {
  test.each([
    ['braces', '{title: t,\nrule: consensus}\n'],
    ['braces after ---', '--- {\ntitle: t,\nrule: r}\n'],
    ['braces on a line of their own', 'members:\n  {a: 1,\n  b: 2\n   }\n'],
    ['braces below a key in braces', 'x: {a:\n  1, b:\n  2}\n'],
    ['braces over lines', 'members: {\n  a: 1,\n  b: 2 }\n'],
    ['an anchor', 'members: &m\n  a: 1\n  b: 2\n'],
    ['an anchor on a line of its own', 'members:\n  &m\n  a: 1\n'],
    ['keys that look like numbers', 'members:\n  b: 1\n  10: x\n  2: y\n'],
    ['a text that looks like entries', 'note: |\n  a: 1\n  b: 2\nmembers:\n  a: |\n    b: 1\n  b: "x\n    c: 2"\n'],
    ['a list in the column of its key', 'claims:\n- a: 1\n- b: 2\nmembers:\n  a:\n  - x\n  - y\n'],
    ['comments', '# x\nmembers: # y\n  # a: 1\n  a: 1 # z\n # b: 1\n# c\n  b: 2\n\n# end\n'],
    ['line ends of Windows', 'title: t\r\nmembers:\r\n  a: 1\r\n\r\n  b:\r\n'],
    ['an empty section', 'members:\ntitle: t\n'],
    ['a key in quotes', '"members": \n  "a": 1\n  \'b\': 2\n'],
    ['a list', '- a\n- b\n'],
  ])('%s', (_, text) => {
    const { both, byLines } = found(text);
    expect(byLines).toEqual(both);
  });
});
