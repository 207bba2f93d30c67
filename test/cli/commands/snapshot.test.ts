import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFolder, repository, transcript } from '../../support/bin.ts';
import { inPipe, inTerminal } from '../../support/host.ts';
import { readRoster } from '../../support/rosters.ts';
import { goldenFile } from '../../support/texts.ts';

const data = join(repository, 'data');

/** What a text on standard input is told by a command. */
async function told(args: readonly string[], text: string): Promise<unknown> {
  async function* stdin(): AsyncGenerator<string> {
    yield text;
  }
  const { code, stdout, stderr } = await inTerminal([...args, '-', '--format=json'], { stdin: stdin() });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout);
}

const run = (...args: readonly string[]) => inTerminal(['snapshot', ...args], { cwd: data });

describe('a snapshot', () => {
  test.each([
    ['nato-2024.yaml', '2024-02-21', []],
    ['nato-2024.yaml', '2024-06-15', []],
    ['nato-2024.yaml', '2024-06-15', ['--on-record']],
    ['nato-2024.yaml', '2024-06-18', ['--assume', 'RO=conditional', '--assume', 'PL=oppose']],
    ['nature-restoration-2024.yaml', '2024-05-01', []],
  ] as const)('of %s on %s with %j', async (file, date, more) => {
    const args = ['snapshot', file, '--as-of', date, ...more];
    const answer = await inTerminal(args, { cwd: data });
    expect(answer).toMatchObject({ code: 0, stderr: '' });
    const words = [date, ...more.flatMap((word) => word.replace(/^--/, '').replace('=', '-').toLowerCase())];
    await expect(transcript(args, answer)).toMatchFileSnapshot(
      goldenFile(`snapshot/${file.slice(0, 4)}-${words.join('-')}.txt`),
    );
  });

  test.each(['2024-02-21', '2024-04-03', '2024-06-15', '2024-06-18', '2024-06-26', '2024-06'])(
    'of %s has the status of that date, in YAML and in JSON',
    async (date) => {
      const {
        claims: _,
        reported: __,
        sources,
        ...whole
      } = JSON.parse(
        (await inTerminal(['status', 'nato-2024.yaml', '--as-of', date, '--format=json'], { cwd: data })).stdout,
      );
      for (const format of ['yaml', 'json']) {
        const { stdout } = await run(`nato-2024.yaml@${date}`, `--format=${format}`);
        const answer = (await told(['status'], stdout)) as Record<string, unknown>;
        const { claims: ___, reported: ____, sources: kept, ...status } = answer;
        expect(status).toEqual(whole);
        // Claims that no longer matter are left out, and with them their sources.
        expect(sources).toMatchObject(kept as object);
      }
    },
  );

  test('is what a second one of it is', async () => {
    const once = (await run('nato-2024@2024-06-15', '--format=json')).stdout;
    expect(await told(['snapshot'], once)).toEqual(JSON.parse(once));
  });

  test('of a what-if has the tally of the what-if', async () => {
    const args = ['nato-2024@2024-06-18', '--assume', 'RO=support', '--assume=HU=conditional'];
    const { tally, outcome } = JSON.parse((await inTerminal(['status', ...args, '--format=json'])).stdout);
    expect(await told(['status'], (await run(...args)).stdout)).toMatchObject({ tally, outcome, assumed: {} });
  });

  test('of nothing known of a member cannot be written where a list speaks of it', async () => {
    const answer = await run('nato-2024@2024-06-18', '--assume', 'HR=undeclared');
    expect(answer).toMatchObject({ code: 2, stdout: '' });
    expect(answer.stderr).toMatch(/^rutte-tally: --assume: a roster cannot make "HR" "undeclared", because /);
    const fine = await run('nato-2024@2024-02-21', '--assume', 'HR=undeclared');
    expect(fine.code).toBe(0);
  });

  test('names no file of the user in another way than the user did, and says which it chose', async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'rutte-tally.yaml'), 'title: t\nrule: consensus\nmembers: { A: support }\n');
    const { stdout, stderr } = await inTerminal(['snapshot'], { cwd });
    expect(stderr).toBe('rutte-tally: reading rutte-tally.yaml in this folder\n');
    expect(stdout).toContain('# Written by rutte-tally snapshot from rutte-tally.yaml in this folder.\n');
  });

  test('of a file with a hostile name and title is the same roster', async () => {
    const cwd = emptyFolder();
    const name = 'a\nmembers: { EVIL: support }\n#.yaml';
    const title = 'evil\nrule: unanimity\u2028\u001b]0;x\u0007';
    writeFileSync(join(cwd, name), JSON.stringify({ title, rule: 'consensus', members: { A: 'support' } }));
    const { code, stdout } = await inPipe(['snapshot', name], { cwd });
    expect(code).toBe(0);
    expect(readRoster(stdout)).toMatchObject({ title: title.normalize('NFC'), members: [{ code: 'A' }] });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none but the newline may be there
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028]/);
  });

  test.each([
    ['table', 2],
    ['csv', 2],
    ['yaml', 0],
    ['json', 0],
  ])('has no format but yaml and json: %s', async (format, code) => {
    expect((await run('nato-2024', '--format', format)).code).toBe(code);
  });

  test('of a roster that is none says why', async () => {
    const broken = join(repository, 'test', 'fixtures', 'err', 'unknown-stance.yaml');
    expect(await run(broken)).toMatchObject({ code: 3, stdout: '' });
    expect(JSON.parse((await run(broken, '--format=json')).stdout)).toMatchObject({
      schema: 'rutte-tally/diagnostics/1',
    });
  });
});
