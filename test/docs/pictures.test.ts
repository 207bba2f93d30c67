import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from '../support/bin.ts';
import { inPipe } from '../support/host.ts';

/** The commands that print the pictures of the documentation. */
const commands: Readonly<Record<string, readonly string[]>> = {
  'nato-2024-status.svg': ['status', 'nato-2024@2024-03-20'],
  'nato-2024-timeline.svg': ['timeline', 'nato-2024'],
};

const folder = join(repository, 'docs', 'pictures');

test.each(Object.entries(commands))('%s is what the program prints', async (name, args) => {
  const { stdout } = await inPipe([...args, '--format', 'svg'], { cwd: join(repository, 'data') });
  await expect(stdout).toMatchFileSnapshot(join(folder, name));
});

test('there is no other picture, and the documentation shows them all', () => {
  expect(readdirSync(folder).sort()).toEqual(Object.keys(commands));
  const tour = readFileSync(join(repository, 'docs', 'tour.md'), 'utf8');
  for (const name of Object.keys(commands)) expect(tour).toContain(`](pictures/${name})`);
});
