import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { load } from 'js-yaml';

/** The example that the playground opens with. */
const first = 'style-guide';

/**
 * The texts that the playground begins with: examples of the documentation, bundled decisions, and what `init --body`
 * writes for each body.
 *
 * @returns `path` is the file in the repository, `name` what an address calls it
 */
export function examplesIn(root) {
  const textsIn = (path, group, nameOf, titleOf) =>
    readdirSync(join(root, path))
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => {
        const text = readFileSync(join(root, path, file), 'utf8');
        const base = basename(file, '.yaml');
        return { name: nameOf(base), title: titleOf(base, load(text)), group, text, path: `${path}/${file}` };
      });
  const own = (base) => base;
  const titled = (_, { title }) => title;
  const all = [
    ...textsIn('docs/examples', 'Examples', own, titled),
    ...textsIn('data', 'Bundled decisions', own, titled),
    ...textsIn('data/bodies', 'New roster', (base) => `new-${base}`, own),
  ];
  return [...all.filter(({ name }) => name === first), ...all.filter(({ name }) => name !== first)];
}
