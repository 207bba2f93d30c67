import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { unfold } from '../../../src/cli/input/folder.ts';
import { emptyFolder } from '../../support/bin.ts';

const unfolded = (words: readonly string[], recursive: boolean, folder: string): string[] =>
  unfold(words, { recursive }, { cwd: () => folder } as Parameters<typeof unfold>[2]).map(({ word }) => word);

function folderWith(...files: readonly string[]): string {
  const folder = emptyFolder();
  for (const file of files) {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), '');
  }
  return folder;
}

test('a folder stands for its YAML and JSON files by name, hidden ones left out', () => {
  const folder = folderWith('d/b.yml', 'd/a.yaml', 'd/c.json', 'd/.x.yaml', 'd/e.txt', 'd/sub/f.yaml', 'g.yaml');
  const files = ['a.yaml', 'b.yml', 'c.json'].map((name) => join('d', name));
  expect(unfolded(['d', 'g.yaml', '-', 'nowhere'], false, folder)).toEqual([...files, 'g.yaml', '-', 'nowhere']);
  expect(unfolded(['d'], true, folder)).toEqual([...files, join('d', 'sub', 'f.yaml')]);
  expect(unfolded(['.'], false, folder)).toEqual(['g.yaml']);
});

test('subfolders that are links, hidden or hold packages are not entered', () => {
  const folder = folderWith('a.yaml', '.git/b.yaml', 'node_modules/c/c.yaml', 'x/y/d.yaml');
  symlinkSync(folder, join(folder, 'x', 'loop'));
  expect(unfolded(['.'], true, folder)).toEqual(['a.yaml', join('x', 'y', 'd.yaml')]);
});

test('a word for what is in no folder says so', () => {
  const folder = folderWith('d/a.yaml');
  const words = unfold(['d', 'd/a.yaml'], { recursive: false }, { cwd: () => folder } as Parameters<typeof unfold>[2]);
  expect(words).toEqual([{ word: join('d', 'a.yaml'), folder: 'd' }, { word: 'd/a.yaml' }]);
});
