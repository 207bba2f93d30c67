import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFolder, rutteTally } from '../support/bin.ts';
import { withFault } from '../support/faults.ts';

const roster = 'title: t\nas-of: 2024-06-30\nrule: consensus\nmembers:\n  BE: # so far\n  NL: support\n';

interface Writer {
  readonly words: readonly string[];
  /** The file that it writes. */
  readonly file: string;
  /** Its content before; absent where there is none. */
  readonly before?: string;
}

const writers: readonly Writer[] = [
  { words: ['record', 'BE', 'support', 'r.yaml', '--date', '2024-06-20'], file: 'r.yaml', before: roster },
  { words: ['report', 'r.yaml'], file: 'r.html' },
  { words: ['report', 'r.yaml', '--force'], file: 'r.html', before: 'a page from before' },
  { words: ['init', 'n.yaml', '--members', 'ana,bo'], file: 'n.yaml' },
];

const refusals = [
  ['ENOSPC', 'the disk is full'],
  ['EIO', 'the disk reports an error'],
  ['EACCES', 'not permitted'],
] as const;

describe.each(writers)('$words', ({ words, file, before }) => {
  const cwd = () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'r.yaml'), roster);
    if (before !== undefined) writeFileSync(join(folder, file), before);
    return folder;
  };
  const contentIn = (folder: string): string | undefined =>
    readdirSync(folder).includes(file) ? readFileSync(join(folder, file), 'utf8') : undefined;
  const leftIn = (folder: string): string[] => readdirSync(folder).filter((name) => /^\.rutte-tally-/.test(name));
  const done = (): string => {
    const folder = cwd();
    expect(rutteTally(words, { cwd: folder }).code).toBe(0);
    return contentIn(folder) ?? '';
  };

  test('leaves the file old or new wherever it is killed, and what else it leaves goes with the next write', () => {
    const after = done();
    const folder = cwd();
    const run = withFault(words, folder);
    const seen = { old: 0, new: 0, left: 0 };
    for (let call = 1; call < 60; call += 1) {
      const { code } = run('SIGKILL', call);
      const content = contentIn(folder);
      expect([before, after]).toContain(content);
      seen[content === after ? 'new' : 'old'] += 1;
      seen.left += leftIn(folder).length;
      expect(leftIn(folder).length).toBeLessThanOrEqual(1);
      if (before === undefined) rmSync(join(folder, file), { force: true });
      else writeFileSync(join(folder, file), before);
      // The next write is that of the run that follows.
      if (code === 0) {
        expect(leftIn(folder)).toEqual([]);
        break;
      }
    }
    expect(seen.old).toBeGreaterThan(3);
    expect(seen.new).toBeGreaterThan(0);
    expect(seen.left).toBeGreaterThan(3);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('is done and leaves nothing when %s ends it', (signal) => {
    const after = done();
    const folder = cwd();
    const ending = withFault(words, folder)(signal, 4);
    expect(ending).toMatchObject({ code: null, signal });
    expect(contentIn(folder)).toBe(after);
    expect(leftIn(folder)).toEqual([]);
  });

  test('tells of what the system refuses, and leaves the file old or new and nothing else', () => {
    const after = done();
    const folder = cwd();
    const run = withFault(words, folder);
    let told = 0;
    for (let call = 1; call < 60; call += 1) {
      const [fault, reason] = refusals[call % refusals.length] as readonly [string, string];
      const { code, stderr } = run(fault, call);
      if (stderr.endsWith('no fault')) break;
      // Some calls are not needed, such as the one that keeps the owner.
      // Where the answer cannot be written, the file has been.
      const isDone = code === 0 || code === 74;
      expect({ call, code, content: contentIn(folder), left: leftIn(folder) }).toEqual({
        call,
        code: isDone ? expect.toBeOneOf([0, 74]) : expect.toBeOneOf([2, 3]),
        content: isDone ? after : before,
        left: [],
      });
      if (!isDone) expect(stderr).toMatch(code === 2 ? reason : 'cannot be read');
      told += isDone ? 0 : 1;
      if (before === undefined) rmSync(join(folder, file), { force: true });
      else writeFileSync(join(folder, file), before);
    }
    expect(told).toBeGreaterThan(3);
  });
});
