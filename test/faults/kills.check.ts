import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFolder, rutteTally, script } from '../support/bin.ts';

/** Numbers from 0 up to 1 that look like chance and are the same in every run. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const turn = (): Promise<unknown> => new Promise(setImmediate);
const kills = Number(process.env.KILLS ?? 150);

const roster = [
  'title: t # kept',
  'as-of: 2024-06-30',
  'rule: consensus',
  'members:',
  '  BE: # so far',
  ...Array.from({ length: 20 }, (_, index) => `  m${index}: support`),
  '',
].join('\n');

const leftIn = (cwd: string): string[] => readdirSync(cwd).filter((name) => name.startsWith('.rutte-tally-'));

describe.each([
  { words: ['record', 'BE', 'support', 'r.yaml', '--date', '2024-06-20'], file: 'r.yaml', before: roster },
  { words: ['report', 'r.yaml', '--force'], file: 'r.html', before: 'a page from before' },
])('$words', ({ words, file, before }) => {
  test(`killed ${kills} times at any moment leaves the file old or new, and the next run leaves nothing else`, async () => {
    const cwd = emptyFolder();
    const path = join(cwd, file);
    const reset = (): void => {
      writeFileSync(join(cwd, 'r.yaml'), roster);
      writeFileSync(path, before);
    };
    reset();
    const start = performance.now();
    expect(rutteTally(words, { cwd }).code).toBe(0);
    const duration = performance.now() - start;
    const after = readFileSync(path, 'utf8');
    const random = chance(20241130);
    const seen = { old: 0, new: 0, leftBehind: 0, ended: 0 };
    for (let kill = 0; kill < kills; kill += 1) {
      reset();
      const left = leftIn(cwd);
      const child = spawn(process.execPath, [script, ...words], { cwd, env: {}, stdio: 'ignore' });
      const end = once(child, 'exit');
      let ended = false;
      child.once('exit', () => {
        ended = true;
      });
      if (kill % 2 === 0) {
        // At any moment of the run.
        const until = performance.now() + random() * duration * 1.1;
        while (performance.now() < until && !ended) await turn();
      } else {
        // Soon after it began to write, which is short.
        while (leftIn(cwd).every((name) => left.includes(name)) && !ended) await turn();
        for (let turns = random() * 2000; turns > 0; turns -= 1) await turn();
      }
      child.kill('SIGKILL');
      const [, signal] = await end;
      const content = readFileSync(path, 'utf8');
      expect(content === before || content === after).toBe(true);
      expect(leftIn(cwd).length).toBeLessThanOrEqual(1);
      seen[content === after ? 'new' : 'old'] += 1;
      seen.leftBehind += leftIn(cwd).filter((name) => !left.includes(name)).length;
      seen.ended += signal === null ? 1 : 0;
    }
    reset();
    expect(rutteTally(words, { cwd }).code).toBe(0);
    expect(readFileSync(path, 'utf8')).toBe(after);
    expect(readdirSync(cwd).sort()).toEqual([...new Set(['r.yaml', file])].sort());
    process.stdout.write(`${words[0]}: ${kills} kills, ${JSON.stringify(seen)}\n`);
    expect(seen.old).toBeGreaterThan(0);
    expect(seen.new).toBeGreaterThan(0);
  });
});
