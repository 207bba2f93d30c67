import type { Base } from './corpus.ts';
import { borderMutations } from './mutations/borders.ts';
import { characterMutations } from './mutations/characters.ts';
import { layoutMutations } from './mutations/layout.ts';
import { lineMutations } from './mutations/lines.ts';
import type { Mutation } from './mutations/mutation.ts';
import { scalarStyleMutations } from './mutations/scalar-styles.ts';
import { sheetMutations } from './mutations/sheets.ts';
import { valueMutations } from './mutations/values.ts';
import type { Random } from './random.ts';

/** A text, and how it was made. */
export interface Mutant {
  readonly text: string;
  /** The base and the mutations, in their order. */
  readonly made: string;
}

type Kinds = Readonly<Record<string, Mutation>>;

/** Mutations after which most texts mean the same as before. */
const styleKinds: readonly Kinds[] = [scalarStyleMutations, layoutMutations];
const allKinds: readonly Kinds[] = [...styleKinds, lineMutations, valueMutations, borderMutations, characterMutations];

/** A base with some mutations, of every kind or of style alone. */
export const mutant = (bases: readonly Base[], random: Random): Mutant =>
  mutated(bases, random.chance(0.5) ? allKinds : styleKinds, random);

/** A base in other styles of YAML. */
export const restyledMutant = (bases: readonly Base[], random: Random): Mutant => mutated(bases, styleKinds, random);

/** A file to import with some mutations. */
export const sheetMutant = (bases: readonly Base[], random: Random): Mutant => mutated(bases, [sheetMutations], random);

function mutated(bases: readonly Base[], kinds: readonly Kinds[], random: Random): Mutant {
  const { name, text } = random.pick(bases);
  let result: Mutant = { text, made: name };
  for (let count = random.pick([1, 1, 1, 2, 2, 3, 4]); count > 0; count -= 1) {
    const kind = random.pick(kinds);
    const step = random.pick(Object.keys(kind));
    result = { text: (kind[step] as Mutation)(result.text, random), made: `${result.made}, ${step}` };
  }
  return result;
}
