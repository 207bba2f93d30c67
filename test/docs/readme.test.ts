import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyFolder, repository, rutteTally } from '../support/bin.ts';
import { shownIn } from '../support/documents.ts';
import { furnish } from '../support/furnish.ts';

const readme = readFileSync(join(repository, 'README.md'), 'utf8');

/** The commands of the text, which stand between backticks; `console` blocks are run by `examples.test.ts`. */
const commands = [...readme.replace(/^```.*?^```$/gms, '').matchAll(/`(?:npx )?rutte-tally ([^`]+)`/g)].map(
  ([, words = '']) => words,
);

test('the README has at most 150 lines', () => {
  expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(150);
});

test('it says within 15 lines what the program is for', () => {
  expect(readme.split('\n').slice(0, 15).join('\n')).toMatch(/holding out.*decisions that need agreement/s);
});

test('its picture is one of those that the program draws, and follows light and dark', () => {
  const pictures = [...readme.matchAll(/!\[[^\]]{40,}\]\((docs\/pictures\/[\w-]+\.svg)\)/g)].map(
    ([, file = '']) => file,
  );
  expect(pictures).toHaveLength(1);
  for (const file of pictures) {
    const svg = readFileSync(join(repository, file), 'utf8');
    expect(svg).toMatch(/prefers-color-scheme: *dark/);
  }
});

test('it names six tasks, each with a command and a page', () => {
  const rows = readme.match(/^\| .* \| `rutte-tally .*` \| \[.*\]\(docs\/.*\) \|$/gm) ?? [];
  expect(rows).toHaveLength(6);
});

test('it counts the bundled rosters', () => {
  const rosters = readdirSync(join(repository, 'data')).filter((name) => name.endsWith('.yaml'));
  expect(rosters).toHaveLength(6);
  expect(readme).toContain('because six [real decisions]');
});

test.each(commands)('rutte-tally %s runs', async (words) => {
  const cwd = emptyFolder();
  const { files, folders } = shownIn('README.md');
  // A roster that is there is not replaced.
  await furnish(cwd, words.startsWith('init') ? { files: new Map(), folders } : { files, folders });
  const { code, stdout, stderr } = rutteTally(words.split(' '), { cwd });
  expect(stdout === '' ? stderr : '').toBe('');
  expect([0, 1, 4]).toContain(code);
});

test('the commands that begin a roster run one after the other, in an empty folder', () => {
  const cwd = emptyFolder();
  const [, block = ''] = /^```sh\n(rutte-tally init .*?)^```$/ms.exec(readme) ?? [];
  const lines = block.trimEnd().split('\n');
  expect(lines.length).toBeGreaterThan(2);
  for (const line of lines) {
    const [, ...words] = (line.match(/'[^']*'|\S+/g) ?? []).map((word) => word.replaceAll("'", ''));
    const { code, stdout } = rutteTally(words, { cwd });
    expect([line, code]).toEqual([line, 0]);
    expect(stdout).not.toBe('');
  }
});

test('what it installs is there: the scripts, the oldest Node, the command', () => {
  const { engines, bin, name } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as {
    readonly engines: { readonly node: string };
    readonly bin: Readonly<Record<string, string>>;
    readonly name: string;
  };
  expect(readme).toContain(`Node ${engines.node.replace('>=', '')} or newer`);
  expect(readme).toContain(`npm install --global ${name}`);
  expect(Object.keys(bin)).toEqual(['rutte-tally']);
});
