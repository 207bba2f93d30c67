import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emptyFolder, repository, rutteTally } from '../support/bin.ts';
import { inPipe } from '../support/host.ts';
import { outside, overlapping, problemsOfXml, textsOf } from '../support/svg.ts';
import { goldenFile } from '../support/texts.ts';

const bundled = ['nato-2024', 'nature-restoration-2024', 'sweden-nato', 'unsc-2024-02-20', 'unsc-2024-03-25'];
const data = join(repository, 'data');

/** A picture as the program prints it. */
async function drawn(args: readonly string[], cwd = data): Promise<string> {
  const run = await inPipe([...args, '--format', 'svg'], { cwd });
  expect(run).toMatchObject({ code: 0 });
  return run.stdout;
}

const wordsOf = (svg: string): string[] => textsOf(svg).map(({ text }) => text);

describe.each(['status', 'timeline'])('%s', (command) => {
  test.each(bundled)('of %s is a file of its own', async (name) => {
    const { code, stdout, stderr } = rutteTally([command, name, '--format', 'svg']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(await problemsOfXml(new Map([['picture.svg', stdout]]))).toEqual([]);
    expect(stdout).toMatch(
      /^<svg [^>]*aria-labelledby="title desc"><title id="title">.+<\/title><desc id="desc">.+<\/desc>/,
    );
    expect(stdout).toContain('@media(prefers-color-scheme:dark)');
    expect(stdout).not.toMatch(/<script|href=|style=|<foreignObject|<image| on[a-z]+=|@import|url\((?!#)/);
    expect([overlapping(textsOf(stdout)), outside(stdout)]).toEqual([[], []]);
    await expect(stdout).toMatchFileSnapshot(goldenFile(`svg/${command}-${name}.svg`));
  });

  test('is the same each time', async () => {
    expect(await drawn([command, 'nato-2024'])).toBe(await drawn([command, 'nato-2024']));
  });

  test('prints no picture of a roster that is none', async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'r.yaml'), 'title: x\n');
    const run = await inPipe([command, 'r.yaml', '--format', 'svg'], { cwd });
    expect(run).toMatchObject({ code: 3, stdout: '' });
    expect(run.stderr).toContain('error[');
  });
});

test('what is supposed is dashed, and a line above says that nobody has said it', async () => {
  const svg = await drawn(['status', 'nato-2024@2024-06-18', '--assume', 'RO=support', '--assume', 'HU=abstain']);
  const said = 'What if: HU = abstain, RO = support. These are assumptions; nobody has said them.';
  expect(wordsOf(svg)).toContain(said);
  expect(svg).toMatch(new RegExp(`<desc id="desc">[^<]*${said}</desc>`));
  expect(svg.match(/class="tile what-if"/g)).toHaveLength(2);
  expect(svg.match(/class="s-[a-z]+ assumed"/g)).toHaveLength(2);
  expect(svg).toContain('<title>Romania: in support (assumed)</title>');
  expect(await drawn(['status', 'nato-2024@2024-06-18'])).not.toMatch(/what-if"|assumed"|What if/);
});

test('a date is the one that was asked for', async () => {
  expect(wordsOf(await drawn(['status', 'nato-2024', '--as-of', '2024-04-02']))).toContain('2 Apr 2024');
});

test.each(['status', 'timeline'])('%s on record says so', async (command) => {
  const remark = "Only members' own statements; reports and claims are left out.";
  expect(wordsOf(await drawn([command, 'nato-2024', '--on-record']))).toContain(remark);
  expect(wordsOf(await drawn([command, 'nato-2024']))).not.toContain(remark);
});

test('a timeline covers the dates that were asked for, and no others', async () => {
  const words = wordsOf(await drawn(['timeline', 'nato-2024', '--from', '2024-04-01', '--to', '2024-04-30']));
  expect(words).toContain('1 Apr 2024 to 30 Apr 2024');
  expect(words.filter((word) => /\b(?:Mar|May|Jun)\b/.test(word))).toEqual([]);
});

test('several rosters make one picture', async () => {
  const cwd = emptyFolder();
  const week = (day: string, stance: string, rule: string): string =>
    `title: A decision\nas-of: ${day}\nrule: ${rule}\nmembers: { a: ${stance}, b: support, c: support }\n`;
  writeFileSync(join(cwd, '1.yaml'), week('2024-01-01', 'withheld', 'consensus'));
  writeFileSync(join(cwd, '2.yaml'), week('2024-01-08', 'oppose', 'simple-majority'));
  const svg = await drawn(['timeline', '1.yaml', '2.yaml'], cwd);
  expect(wordsOf(svg)).toEqual(
    expect.arrayContaining(['1 Jan 2024 to 8 Jan 2024', 'reached 8 Jan 2024 ▾', 'needed', '2']),
  );
});

test('of a rule of many criteria four are drawn, and the others are counted', async () => {
  const cwd = emptyFolder();
  const criteria = [1, 2, 3, 4, 5, 6].map((least) => `{ count: support, at-least: ${least} }`).join(', ');
  writeFileSync(
    join(cwd, 'r.yaml'),
    `title: A decision\nrule: { all: [${criteria}] }\nmembers: { a: support, b: oppose }\n`,
  );
  const svg = await drawn(['status', 'r.yaml'], cwd);
  expect(svg.match(/class="pic strip"/g)).toHaveLength(4);
  expect(wordsOf(svg)).toContain('and 2 more criteria');
});

test('a timeline without a date says so', async () => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, 'r.yaml'), 'title: A decision\nrule: consensus\nmembers: { a: support, b: oppose }\n');
  expect(wordsOf(await drawn(['timeline', 'r.yaml'], cwd))).toContain('No date is known, so there is nothing to draw.');
});

test.each([
  ['many words', 'A title of a decision that nobody could agree on '.repeat(20)],
  ['one word', 'Donaudampfschifffahrt'.repeat(40)],
  ['other writing', '理事会の決定 Решение о председателе 🇪🇺 '.repeat(20)],
])(
  'a title of %s stays in the picture, is cut with an ellipsis, and is whole in the title of the file',
  async (_, title) => {
    const cwd = emptyFolder();
    const members = `a: { name: "${title}", stance: support, date: 2024-01-01 }, b: { stance: oppose, why: x }`;
    const milestones = `[{ date: 2024-01-01, name: "${title}" }]`;
    const text = `title: "${title}"\nbody: "${title}"\nrule: consensus\nmembers: { ${members} }\nmilestones: ${milestones}\n`;
    writeFileSync(join(cwd, 'r.yaml'), text);
    for (const command of ['status', 'timeline']) {
      const svg = await drawn([command, 'r.yaml'], cwd);
      expect([overlapping(textsOf(svg)), outside(svg)]).toEqual([[], []]);
      expect(svg).toContain(`<title id="title">${title.trim()}</title>`);
      expect(wordsOf(svg).some((word) => word.endsWith('…'))).toBe(true);
    }
  },
);

test('a hostile roster draws words alone', async () => {
  const cwd = join(repository, 'test', 'fixtures', 'hostile');
  const files = new Map<string, string>();
  for (const command of ['status', 'timeline']) files.set(`${command}.svg`, await drawn([command, 'r.yaml'], cwd));
  expect(await problemsOfXml(files)).toEqual([]);
  for (const svg of files.values()) expect([overlapping(textsOf(svg)), outside(svg)]).toEqual([[], []]);
});

test('other formats do not load what draws', () => {
  const bundle = (name: string): string => readFileSync(join(repository, 'dist', 'cli', name), 'utf8');
  const sign = 'M1.5 5.4 L4 8 L8.6 2.2';
  expect(bundle('pictures-bundle.cjs')).toContain(sign);
  for (const name of ['quick-commands.cjs', 'history-commands.cjs', 'main.cjs'])
    expect(bundle(name)).not.toContain(sign);
});
