import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repository, transcript } from '../../support/bin.ts';
import { inTerminal } from '../../support/host.ts';
import { goldenFile } from '../../support/texts.ts';

const nato = join(repository, 'data');
const fixtures = join(repository, 'test', 'fixtures');

describe.each(['markdown', 'csv'])('as %s', (format) => {
  test.each([
    ['status-nato', ['status', 'nato-2024.yaml@2024-02-21'], nato],
    ['status-nato-all', ['status', 'nato-2024.yaml@2024-06-19', '--all'], nato],
    ['status-council', ['status', 'council.yaml', '--as-of', '2024-06-17'], join(fixtures, 'cli')],
    ['status-what-if', ['status', 'nato-2024.yaml@2024-04-03', '--on-record', '--assume', 'HU=support'], nato],
    ['check-nato', ['check', 'nato-2024.yaml@2024-06-18', '--since', 'nato-2024.yaml@2024-02-21'], nato],
    ['check-reached', ['check', 'nato-2024.yaml@2024-06-20', '--since', 'nato-2024.yaml@2024-06-19'], nato],
    ['status-hostile', ['status', 'r.yaml'], join(fixtures, 'hostile')],
  ])('%s', async (name, words, cwd) => {
    const args = [...words, '--format', format];
    // The day on which it is asked makes no difference.
    const [run, later] = [await inTerminal(args, { cwd }), await inTerminal(args, { cwd, today: '2031-12-31' })];
    expect(later).toEqual(run);
    await expect(transcript(args, run)).toMatchFileSnapshot(goldenFile(`formats/${name}-${format}.txt`));
  });

  test('the exit code is that of check', async () => {
    const code = async (day: string, ...options: readonly string[]): Promise<number | null> =>
      (await inTerminal(['check', `nato-2024@${day}`, '--format', format, ...options])).code;
    expect(await code('2024-06-18')).toBe(1);
    expect(await code('2024-06-20')).toBe(0);
    expect(await code('2024-06-20', '--assume', 'HU=oppose')).toBe(4);
  });
});

test('a row for every member, and for every holdout', async () => {
  const rows = async (command: string): Promise<number> => {
    const { stdout } = await inTerminal([command, 'nato-2024@2024-02-21', '--format', 'csv']);
    return stdout.trimEnd().split('\r\n').length - 1;
  };
  expect([await rows('status'), await rows('check')]).toEqual([31, 29]);
});

test('validate in Markdown', async () => {
  const args = ['validate', 'many-mistakes.yaml', '../ok/groups.yaml', '--format', 'markdown'];
  const run = await inTerminal(args, { cwd: join(fixtures, 'err') });
  expect(run).toMatchObject({ code: 3, stderr: '' });
  await expect(transcript(args, run)).toMatchFileSnapshot(goldenFile('formats/validate-markdown.txt'));
});
