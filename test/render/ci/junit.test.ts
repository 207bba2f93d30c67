import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFolder, type Run, transcript } from '../../support/bin.ts';
import { inTerminal } from '../../support/host.ts';
import { fixture, fixturesIn, goldenFile } from '../../support/texts.ts';

import { problemsOfJunit } from '../../support/xml.ts';

async function junit(args: readonly string[], text: string): Promise<Run> {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, 'r.yaml'), text);
  const run = await inTerminal([...args, '--format', 'junit'], { cwd });
  expect(run.stderr).toBe('');
  expectTotals(run.stdout);
  return run;
}

/** What a command says of all the fixtures of a folder, by their names. */
async function ofFixtures(command: string, folder: string): Promise<ReadonlyMap<string, Run>> {
  const runs = new Map<string, Run>();
  for (const name of fixturesIn(folder)) runs.set(name, await junit([command, 'r.yaml'], fixture(folder, name)));
  return runs;
}

async function expectValid(...documents: readonly string[]): Promise<void> {
  expect(documents.length).toBeGreaterThan(0);
  const named = documents.map((document, index) => [`${index}.xml`, document] as const);
  expect(await problemsOfJunit(new Map(named))).toEqual([]);
}

/** The totals of the whole, of each suite, and what there is to count. */
function totals(document: string): Record<string, readonly number[]> {
  const all = (pattern: RegExp): number[] => [...document.matchAll(pattern)].map(([, number]) => Number(number));
  const count = (pattern: RegExp): number => [...document.matchAll(pattern)].length;
  return {
    tests: [
      count(/<testcase /g),
      ...all(/<testsuites [^>]*?tests="(\d+)"/g),
      sum(all(/<testsuite [^>]*?tests="(\d+)"/g)),
    ],
    failures: [
      count(/<failure /g),
      ...all(/<testsuites [^>]*?failures="(\d+)"/g),
      sum(all(/<testsuite [^>]*?failures="(\d+)"/g)),
    ],
    skipped: [count(/<skipped /g), sum(all(/<testsuite [^>]*?skipped="(\d+)"/g))],
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

function expectTotals(document: string): void {
  for (const [name, numbers] of Object.entries(totals(document)))
    expect([name, new Set(numbers).size]).toEqual([name, 1]);
}

describe('check', () => {
  test('of every roster is valid, and has failures just when the exit code says so', async () => {
    const runs = await ofFixtures('check', 'ok');
    for (const [name, { code, stdout }] of runs) {
      expect([name, stdout.includes('<failure')]).toEqual([name, code !== 0]);
      expect([name, stdout]).toEqual([name, expect.stringMatching(/ timestamp="\d{4}-\d{2}-\d{2}T00:00:00"/)]);
    }
    await expectValid(...[...runs.values()].map(({ stdout }) => stdout));
  });

  test('has a test for every criterion and every holdout', async () => {
    const rule =
      'rule: { any: [{ all: [{ at-least: 2 }, { count: oppose, at-most: 0 }, { at-least: 2 }] }, unanimity] }';
    const members = 'members: { a: support, b: { name: Bea, stance: oppose, why: "too <soon> & \\"late\\"" }, c: }';
    const { code, stdout } = await junit(['check', 'r.yaml'], `title: T\nas-of: 2024-03-01\n${rule}\n${members}\n`);
    expect(code).toBe(4);
    await expectValid(stdout);
    await expect(stdout).toMatchFileSnapshot(goldenFile('junit/check.xml'));
  });

  test('skips what the outcome does without', async () => {
    const rule = 'rule: { any: [unanimity, { at-least: 1 }] }';
    const { code, stdout } = await junit(
      ['check', 'r.yaml'],
      `title: T\n${rule}\nmembers: { a: support, b: oppose }\n`,
    );
    expect(code).toBe(0);
    expect(stdout).toContain('<skipped message="reached without it: 1 in support, 1 short" type="blocked"/>');
    expect(totals(stdout)).toEqual({ tests: [2, 2, 2], failures: [0, 0, 0], skipped: [1, 1] });
  });

  test('fails where only time is missing', async () => {
    const rule = 'rule: { silence: 2024-04-01 }';
    const { code, stdout } = await junit(
      ['check', 'r.yaml'],
      `title: T\nas-of: 2024-03-01\n${rule}\nmembers: { a: }\n`,
    );
    expect(code).toBe(1);
    expect(totals(stdout)).toMatchObject({ tests: [1, 1, 1], failures: [1, 1, 1] });
  });
});

describe('validate', () => {
  test.each(['validate', 'check'])(
    'of everything that is wrong is valid from %s, and has failures',
    async (command) => {
      const runs = await ofFixtures(command, 'err');
      for (const [name, { code, stdout }] of runs)
        expect([name, code, stdout.includes('<failure')]).toEqual([name, 3, true]);
      await expectValid(...[...runs.values()].map(({ stdout }) => stdout));
    },
  );

  test('has a suite for every file', async () => {
    const args = ['validate', 'r.yaml', 'missing.yaml', 'r.yaml'];
    const run = await junit(args, 'title: T\nrule: consensus\nmembers: { a: oppose, b: suport }\n');
    await expectValid(run.stdout);
    await expect(transcript([...args, '--format', 'junit'], run)).toMatchFileSnapshot(goldenFile('junit/validate.txt'));
  });

  test('a sound file passes, and advice fails nothing unless it is strict', async () => {
    const text = 'title: T\nrule: consensus\nmembers: { a: oppose }\n';
    expect(totals((await junit(['validate', 'r.yaml'], text)).stdout)).toMatchObject({ failures: [0, 0, 0] });
    expect(totals((await junit(['validate', '--strict', 'r.yaml'], text)).stdout)).toMatchObject({
      failures: [1, 1, 1],
    });
    const sound = await junit(['validate', 'r.yaml'], text.replace('oppose', 'support'));
    expect(sound.stdout).toContain('<testcase classname="rutte-tally.validate" name="valid" time="0"/>');
  });

  test('what is not listed is a test of its own', async () => {
    const members = Array.from({ length: 120 }, (_, index) => `  m${index}: suport\n`).join('');
    const { stdout } = await junit(['validate', 'r.yaml'], `title: t\nrule: consensus\nmembers:\n${members}`);
    expect(totals(stdout)).toMatchObject({ tests: [101, 101, 101], failures: [101, 101, 101] });
    expect(stdout).toContain('<failure message="and 20 more problems" type="more"/>');
  });
});

test('what XML has no way to write is written out', async () => {
  const why = '\\u0000\\u0008\\u000b\\u001b\\u0085\\ufffe\\uffff\\ud800 ]]> <![CDATA[ &#0; <?x?> <!-- -->';
  const { stdout } = await junit(
    ['check', 'r.yaml'],
    `title: "${why}"\nrule: consensus\nmembers: { a: { stance: oppose, why: "${why}" } }\n`,
  );
  await expectValid(stdout);
  expect(stdout).toContain(
    '\\u{0}\\u{8} \\u{1b}\\u{85}\\u{fffe}\\u{ffff}\\u{d800} ]]&gt; &lt;![CDATA[ &amp;#0; &lt;?x?&gt; &lt;!-- --&gt;',
  );
});

test('the schema refuses what is not JUnit, and the reader what is no XML', async () => {
  const document = '<testsuites name="x" tests="1" failures="0" errors="0" time="0"/>';
  expect(await problemsOfJunit(new Map([['a.xml', document]]))).not.toEqual([]);
  expect(await problemsOfJunit(new Map([['a.xml', `${document}\u0001`]]))).not.toEqual([]);
});
