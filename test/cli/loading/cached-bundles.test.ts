import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cachedBundles } from '../../../src/cli/loading/cached-bundles.ts';
import { emptyFolder } from '../../support/bin.ts';

/** A program of two files, and a folder for its cache. */
function furnish(): { readonly main: string; readonly cache: string } {
  const folder = emptyFolder();
  writeFileSync(
    join(folder, 'main.cjs'),
    "exports.answer = (x) => require('./part.cjs').double(x); exports.name = require('node:path').basename(__filename);",
  );
  writeFileSync(join(folder, 'part.cjs'), 'exports.double = (x) => 2 * x;');
  return { main: join(folder, 'main.cjs'), cache: emptyFolder() };
}

function runOnce({ main, cache }: ReturnType<typeof furnish>, run: 'answered' | 'failed' = 'answered'): unknown {
  const bundles = cachedBundles(cache);
  const { answer, name } = bundles.load(main) as { readonly answer: (x: number) => number; readonly name: string };
  const answered = [name, answer(21)];
  bundles.keep(run);
  return answered;
}

const filesOf = (folder: string): Readonly<Record<string, Buffer>> =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]));

describe('a cache of compiled code', () => {
  test('is written for every file that was loaded, and changes nothing', () => {
    const program = furnish();
    expect(runOnce(program)).toEqual(['main.cjs', 42]);
    expect(readdirSync(program.cache).sort()).toEqual(['main.cjs.cache', 'part.cjs.cache']);
    expect(runOnce(program)).toEqual(['main.cjs', 42]);
  });

  test('is left as it is by a run that it fits', () => {
    const program = furnish();
    runOnce(program);
    const before = filesOf(program.cache);
    const times = () => Object.keys(before).map((name) => statSync(join(program.cache, name)).ino);
    const inodes = times();
    runOnce(program);
    runOnce(program, 'failed');
    expect(filesOf(program.cache)).toEqual(before);
    expect(times()).toEqual(inodes);
  });

  test('of a run that failed is used, and replaced by that of one that has answered', () => {
    const program = furnish();
    runOnce(program, 'failed');
    const before = filesOf(program.cache);
    runOnce(program, 'failed');
    expect(filesOf(program.cache)).toEqual(before);
    runOnce(program, 'answered');
    for (const [name, bytes] of Object.entries(filesOf(program.cache))) expect(bytes).not.toEqual(before[name]);
  });

  test('of another text is not used, though of the same length', () => {
    const program = furnish();
    runOnce(program);
    writeFileSync(join(program.main, '..', 'part.cjs'), 'exports.double = (x) => 3 * x;');
    expect(runOnce(program)).toEqual(['main.cjs', 63]);
    expect(runOnce(program)).toEqual(['main.cjs', 63]);
  });

  test('is missed by nobody where it cannot be written', () => {
    const program = { ...furnish(), cache: '/nowhere' };
    expect(runOnce(program)).toEqual(['main.cjs', 42]);
  });

  test('leaves no temporary file, not even of a run that was killed', () => {
    const program = furnish();
    writeFileSync(join(program.cache, 'main.cjs.cache-1.tmp'), 'half');
    runOnce(program);
    expect(existsSync(join(program.cache, 'main.cjs.cache-1.tmp'))).toBe(false);
    expect(readdirSync(program.cache).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});

describe('a damaged cache is as none, and is written again', () => {
  const program = (): ReturnType<typeof furnish> => {
    const furnished = furnish();
    runOnce(furnished);
    return furnished;
  };
  const expectHarmless = (given: ReturnType<typeof furnish>, damage: (bytes: Buffer) => Buffer) => {
    const path = join(given.cache, 'part.cjs.cache');
    const before = readFileSync(path);
    const damaged = damage(Buffer.from(before));
    writeFileSync(path, damaged);
    expect(runOnce(given)).toEqual(['main.cjs', 42]);
    expect(readFileSync(path)).not.toEqual(damaged);
  };

  test.each<readonly [string, (bytes: Buffer) => Buffer]>([
    ['empty', () => Buffer.alloc(0)],
    ['of a few bytes', (bytes) => bytes.subarray(0, 5)],
    ['a head alone', (bytes) => bytes.subarray(0, 8)],
    ['cut', (bytes) => bytes.subarray(0, bytes.length >> 1)],
    ['longer', (bytes) => Buffer.concat([bytes, Buffer.from([0])])],
    ['garbage', (bytes) => Buffer.alloc(bytes.length, 'garbage')],
    ['zeros', (bytes) => Buffer.alloc(bytes.length)],
    ['zeros behind its head', (bytes) => bytes.fill(0, 8)],
    ['without its head', (bytes) => bytes.subarray(8)],
  ])('%s', (_, damage) => {
    expectHarmless(program(), damage);
  });

  test('in any byte', () => {
    const given = program();
    const whole = readFileSync(join(given.cache, 'part.cjs.cache'));
    for (let place = 0; place < whole.length; place += 1)
      expectHarmless(given, () => {
        const bytes = Buffer.from(whole);
        bytes[place] = (bytes[place] ?? 0) ^ (1 << (place % 8));
        return bytes;
      });
  });

  test('of the other file', () => {
    const given = program();
    expectHarmless(given, () => readFileSync(join(given.cache, 'main.cjs.cache')));
  });
});
