import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repository } from './support/bin.ts';
import { circlesIn } from './support/circles.ts';

const source = join(repository, 'src');
const filesIn = (folder: string): string[] =>
  readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
const files = filesIn('src');
const textOf = new Map(files.map((file) => [file, readFileSync(join(source, file), 'utf8')]));
const folderOf = (file: string): string => (file.includes('/') ? dirname(file) : '');

/** What a file imports, types included: files of `src/`, and packages by their names. */
function importsOf(file: string): string[] {
  const names = [...(textOf.get(file) ?? '').matchAll(/(?<!')\b(?:from|import)\s*\(?\s*'([^'\s]+)'/g)];
  return names.map(([, name = '']) => {
    if (!name.startsWith('.')) return name;
    const target = relative(source, join(source, folderOf(file), name));
    return target.startsWith('..') ? name : target;
  });
}

interface Room {
  readonly folder: string;
  readonly may: readonly string[];
  readonly because: string;
}

/** The table of rooms that readers have, too. */
const rooms: readonly Room[] = readFileSync(join(repository, 'docs', 'architecture.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, folder = '', may = '', because = '']) => ({
    folder: folder.slice(1, -1),
    may: [...may.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
    because,
  }));

/** Whether an import is one that a row of the table names. */
function isNamed(imported: string, { folder, may }: Room): boolean {
  const place = textOf.has(imported) ? folderOf(imported) : imported;
  if (place === folder && textOf.has(imported)) return true;
  return may.some((name) => {
    if (name === 'node:*') return place.startsWith('node:');
    const parent = name.replace(/\/\*$/, '');
    return place === name || (parent !== name && (place === parent || place.startsWith(`${parent}/`)));
  });
}

const library: Room = {
  folder: '',
  may: ['model/*', 'text', 'engine/*', 'roster/*'],
  because: 'It is the public API.',
};

describe('the rooms', () => {
  test('all stand in the table of docs/architecture.md once, each with its reason', () => {
    const folders = [...new Set(files.map(folderOf))].filter((folder) => folder !== '').sort();
    expect(rooms.map(({ folder }) => folder).sort()).toEqual(folders);
    expect(rooms.filter(({ because }) => !/^[A-Z].{20,}\.$/.test(because))).toEqual([]);
  });

  test('import only what the table says', () => {
    const table = new Map([library, ...rooms].map((room) => [room.folder, room]));
    const against = files.flatMap((file) => {
      const room = table.get(folderOf(file));
      return importsOf(file)
        .filter((imported) => room === undefined || !isNamed(imported, room))
        .map((imported) => `${file} imports ${imported}`);
    });
    expect(against).toEqual([]);
  });

  test('hold at most 14 files each', () => {
    const counts = new Map<string, number>();
    for (const file of files) counts.set(folderOf(file), (counts.get(folderOf(file)) ?? 0) + 1);
    expect([...counts].filter(([, count]) => count > 14)).toEqual([]);
  });
});

describe('circles', () => {
  test('are found where there are some', () => {
    const graph = new Map([
      ['a', new Set(['b'])],
      ['b', new Set(['c', 'd'])],
      ['c', new Set(['a'])],
      ['d', new Set<string>()],
    ]);
    expect(circlesIn(graph)).toEqual([['a', 'b', 'c']]);
  });

  test('are none among files, type imports counted', () => {
    const graph = new Map(files.map((file) => [file, new Set(importsOf(file).filter((name) => textOf.has(name)))]));
    expect(circlesIn(graph)).toEqual([]);
  });

  test('are none among folders', () => {
    const graph = new Map<string, Set<string>>();
    for (const file of files) {
      const folder = folderOf(file);
      const others = importsOf(file)
        .filter((name) => textOf.has(name))
        .map(folderOf)
        .filter((other) => other !== folder);
      graph.set(folder, new Set([...(graph.get(folder) ?? []), ...others]));
    }
    expect(circlesIn(graph)).toEqual([]);
  });
});

test('nothing but cli and the playground in a browser has a clock, randomness, a locale or an environment', () => {
  const impure = /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bprocess\.|\bIntl\.|\.localeCompare\b|\.toLocale/;
  const others = files.filter((file) => !/^(?:cli|playground\/browser)\//.test(file));
  expect(others.filter((file) => impure.test(textOf.get(file) ?? ''))).toEqual([]);
});

test('no markup of a page or a picture has a style attribute, a handler as text or HTML from a text', () => {
  const unsafe = /\sstyle=|dangerouslySetInnerHTML|innerHTML|outerHTML|insertAdjacentHTML|\son[a-z]+="/;
  const drawn = files.filter((file) => /^(?:page|picture|playground)\//.test(file));
  expect(drawn.length).toBeGreaterThan(30);
  expect(drawn.filter((file) => unsafe.test(textOf.get(file) ?? ''))).toEqual([]);
});

test('only what runs in a browser knows one', () => {
  const browser =
    /\b(?:window|location|navigator|localStorage|sessionStorage)\.|\bdocument\.(?:get|query|create|body|title)/;
  const elsewhere = files.filter((file) => !/^(?:page|playground)\/browser\//.test(file));
  expect(elsewhere.filter((file) => browser.test(textOf.get(file) ?? ''))).toEqual([]);
});

test('tests stand where the file that they are about stands in src, but for those about several or about none', () => {
  const elsewhere = /^(?:behaviour|data|docs|fuzz|package|support)\//;
  const tests = filesIn('test').filter(
    (file) => file.endsWith('.test.ts') && file.includes('/') && !elsewhere.test(file),
  );
  const about = (file: string): string => file.replace(/(?:\.(?:property|browser))?\.test\.ts$/, '');
  const exists = (name: string): boolean =>
    [`${name}.ts`, `${name}.tsx`].some((file) => existsSync(join(source, file)));
  expect(tests.filter((file) => !exists(about(file)))).toEqual([]);
});

test('no name that the library exports stands for two things', () => {
  const index = textOf.get('index.ts') ?? '';
  const listed = [...index.matchAll(/^export (?:type )?\{([^}]*)\}/gm)].flatMap(([, names = '']) =>
    names.split(',').map((name) => name.trim().replace(/^type /, '')),
  );
  const whole = [...index.matchAll(/^export \* from '\.\/(.*)'/gm)].flatMap(([, file = '']) =>
    [...(textOf.get(file) ?? '').matchAll(/^export (?:const|type|interface|function) (\w+)/gm)].map(
      ([, name = '']) => name,
    ),
  );
  expect(whole).toContain('Position');
  const names = [...listed, ...whole];
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});
