import type { Random } from '../random.ts';
import type { Mutation } from './mutation.ts';

/** A change to the list of lines, from one place on. */
const onLines =
  (change: (lines: string[], at: number, random: Random) => void): Mutation =>
  (text, random) => {
    const lines = text.split('\n');
    change(lines, random.below(lines.length), random);
    return lines.join('\n');
  };

const some = (random: Random): number => 1 + random.below(3);

/** Lines that are moved, deleted, doubled, indented or joined. */
export const lineMutations: Readonly<Record<string, Mutation>> = {
  'delete-lines': onLines((lines, at, random) => void lines.splice(at, some(random))),
  'double-lines': onLines((lines, at, random) => {
    lines.splice(at, 0, ...lines.slice(at, at + some(random)));
  }),
  'move-lines': onLines((lines, at, random) => {
    const moved = lines.splice(at, some(random));
    lines.splice(random.below(lines.length + 1), 0, ...moved);
  }),
  'indent-lines': onLines((lines, at, random) => {
    const by = random.pick([' ', '  ', '\t', '    ']);
    const count = some(random);
    lines.forEach((line, index) => {
      if (index >= at && index < at + count) lines[index] = by + line;
    });
  }),
  'outdent-line': onLines((lines, at, random) => {
    lines[at] = (lines[at] ?? '').slice(random.below(3));
  }),
  'empty-line': onLines((lines, at, random) => void lines.splice(at, 0, random.pick(['', '  ', '\t', ' \t ', '# c']))),
  'join-lines': onLines((lines, at, random) => {
    lines.splice(at, 2, lines.slice(at, at + 2).join(random.pick(['', ' ', ', '])));
  }),
  'cut-off': (text, random) => text.slice(0, random.below(text.length + 1)),
};
