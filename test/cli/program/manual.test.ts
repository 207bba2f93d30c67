import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exitMeanings } from '../../../src/cli/contract/exit.ts';
import { declarations, optionsOf } from '../../../src/cli/program/commands.ts';
import { manual } from '../../../src/cli/program/manual.ts';
import { renderManual } from '../../../src/render/format/roff.ts';
import { emptyFolder, repository } from '../../support/bin.ts';
import { isInstalled } from '../../support/shells.ts';

const page = join(repository, 'dist/man/rutte-tally.1');

/** The programs that set manual pages, `man` with one of them, told to say everything that they have against one. */
const setters: readonly { readonly program: string; readonly words: readonly string[] }[] = [
  { program: 'groff', words: ['-ww', '-man', '-T', 'utf8'] },
  { program: 'mandoc', words: ['-T', 'utf8', '-W', 'warning'] },
];

/** The page as it is read, without what makes letters bold, in one line. */
function set({ program, words }: (typeof setters)[number], file: string): { readonly text: string; said: string } {
  const { stdout, stderr } = spawnSync(program, [...words, file], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', LC_ALL: 'C.UTF-8' },
  });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: bold and italic letters are written with controls.
  const text = stdout.replace(/.\u0008|\u001b\[[\d;]*m/g, '').replace(/\s+/g, ' ');
  // The page has no date, so that one version is always the same page.
  return { text, said: stderr.replace(/^.*missing date.*\n(?:mandoc: see above.*\n)?/gm, '') };
}

describe.each(setters)('set by $program', (setter) => {
  test('the page has every command, argument, option, example and exit code', ({ skip }) => {
    skip(!isInstalled(setter.program), `${setter.program} is not installed`);
    const { text, said } = set(setter, page);
    expect(said).toBe('');
    for (const declaration of declarations) {
      const start = text.indexOf(` ${declaration.name} rutte-tally ${declaration.name} [options]`);
      expect(start).toBeGreaterThan(0);
      const own = text.slice(start);
      for (const [syntax] of declaration.arguments) expect(own).toContain(syntax.replace(/[[\]<>]|\.\.\./g, ''));
      for (const { flags } of optionsOf(declaration)) expect(own).toContain(flags.replace(/[<>]/g, ''));
      for (const format of declaration.formats) expect(own).toContain(format);
      expect(own).toContain(declaration.example[0]);
    }
    for (const [code, meaning] of Object.entries(exitMeanings)) expect(text).toContain(`${code} ${meaning}`);
  });

  test('nothing that roff would take for something else is lost', ({ skip }) => {
    skip(!isInstalled(setter.program), `${setter.program} is not installed`);
    const lines = [
      '.TH is no request',
      "'so neither",
      'a \\fB b \\ c',
      '\\[u0041]',
      '--as-of \'x\' `y` ^ ~ "z" % @ # $',
      'Türkiye',
    ];
    const heading = { name: 'x', section: 1, source: 's "q" \\n', manual: 'm' };
    const file = join(emptyFolder(), 'x.1');
    writeFileSync(
      file,
      renderManual(heading, [
        { kind: 'section', title: 'NAME' },
        ...lines.map((line) => ({ kind: 'paragraph', spans: [line] }) as const),
        { kind: 'example', lines },
      ]),
    );
    const { text, said } = set(setter, file);
    expect(said).toBe('');
    for (const line of lines) expect(text.split(line)).toHaveLength(3);
  });
});

test('the page that is built is that of the sources', () => {
  expect(readFileSync(page, 'utf8')).toBe(manual());
});

test('every variable that the program looks at is in the page', () => {
  const folder = join(repository, 'src');
  const looked = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').match(/(?<=\benv\.)[A-Z][A-Z_]+/g) ?? []);
  expect(looked).toContain('NO_COLOR');
  const text = readFileSync(page, 'utf8');
  expect(looked.filter((variable) => !text.includes(variable))).toEqual([]);
});

test('npm is told of the page', () => {
  const manifest = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as { readonly man: string };
  expect(join(repository, manifest.man)).toBe(page);
});
