import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from '../../src/cli/contract/package.ts';
import { readRoster } from '../../src/roster/read/read-roster.ts';

/** A text to begin with. */
export interface Base {
  readonly name: string;
  readonly text: string;
}

const folders = ['data', 'docs/examples', 'test/fixtures'];

/** The rosters in this repository that are no larger than most: the largest would take most of the time. */
const mostCharacters = 6000;

const isRoster = /^(?!import\/).*\.(?:yaml|json)$/;

/** Every roster of the repository, the wrong ones among the fixtures too, sorted by name. */
export const corpus = (): readonly Base[] => folders.flatMap((folder) => filesIn(folder, isRoster));

/** The files of a folder, and of those in it, whose names fit, sorted by name. */
function filesIn(folder: string, name: RegExp): readonly Base[] {
  return readdirSync(join(packageFolder, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => name.test(file))
    .sort()
    .map((file) => ({
      name: `${folder}/${file}`,
      text: readFileSync(join(packageFolder, folder, file), 'utf8'),
    }))
    .filter(({ text }) => text.length <= mostCharacters);
}

/** Those that are valid. */
const valid = (bases: readonly Base[]): readonly Base[] => bases.filter(({ text }) => readRoster(text) !== undefined);

/** The valid rosters of the repository several times, and the wrong ones once: a mutant of a wrong one is wrong. */
export const textBases = (bases: readonly Base[]): readonly Base[] => [...bases, ...Array(4).fill(valid(bases)).flat()];

/** The rosters in which something can be recorded, and small ones with a member written in each way there is. */
export const editBases = (bases: readonly Base[]): readonly Base[] => [...valid(bases), ...valid(waysToWriteAMember())];

/** Small documents in which every style of YAML stands, whatever they say. */
export const yamlBases: readonly Base[] = [
  'a: b c\nd:\n  - e f\n  - g: h i\n    j: k\nl: { m: n o, p: [q r, s] }\n',
  'a:\n  b: "c d"\n  e: \'f g\'\n  h: |\n    i j\n\n    k\n  l: >-\n    m n\n    o\n',
  '{ "a": [ "b c", { "d": "e" } ], "f": {} }\n',
  '? a\n: b\n? "c d"\n: - e\n  -\n    - f\ng:\n',
  'a: b\n# c\nd:\n- e # f\n- "g"\n-   h: 1\n    i:\nj: !!str k\nl: &m n\n',
].map((text, index) => ({ name: `small document ${index}`, text }));

/** Tables and other files that can be imported. */
export const sheetBases = (): readonly Base[] => filesIn('test/fixtures/import', /\.(?:csv|json)$/);

/** The rosters before a move in the table of `record`, whose lines begin with a blank or a minus. */
function waysToWriteAMember(): readonly Base[] {
  const table = readFileSync(join(packageFolder, 'test/fixtures/record/members.txt'), 'utf8');
  return table
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const [name = '', ...lines] = part.trimEnd().split('\n');
      const before = lines.filter((line) => !line.startsWith('+')).map((line) => line.slice(2));
      return { name, text: `title: t\nrule: consensus\n${before.join('\n')}\n` };
    });
}
