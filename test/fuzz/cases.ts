import { readRoster } from '../../src/roster/read/read-roster.ts';
import { answerFinding, otherFile } from './checks/answers.ts';
import { editFinding } from './checks/edits.ts';
import { importFinding } from './checks/imports.ts';
import { readingFinding } from './checks/readers.ts';
import { yamlFinding } from './checks/yaml.ts';
import { type Base, corpus, editBases, sheetBases, textBases, yamlBases } from './corpus.ts';
import type { Finding } from './finding.ts';
import { type Mutant, mutant, restyledMutant, sheetMutant } from './mutant.ts';
import { type Random, randomOf } from './random.ts';
import { requestFor } from './requests.ts';
import { type Workplace, workplace } from './workplace.ts';

/**
 * The kinds of cases: a text that is read and answered about, a small document of YAML, a text in which something is
 * recorded, a file to import, and a text for `bin/`.
 */
export const caseKinds = ['text', 'yaml', 'edit', 'sheet', 'bin'] as const;
/** A kind of case. */
export type CaseKind = (typeof caseKinds)[number];

/** A finding, and what makes it come again. */
export interface CaseFinding extends Finding {
  readonly kind: CaseKind;
  readonly seed: number;
  /** The base and the mutations. */
  readonly made: string;
  /** What is wrong with another text in the same way, if anything. */
  readonly again: (text: string) => Promise<Finding | undefined>;
}

/** Runs cases, each from a seed of its own. */
export interface Fuzzer {
  readonly run: (kind: CaseKind, seed: number) => Promise<CaseFinding | undefined>;
  readonly leave: () => void;
}

type Check = CaseFinding['again'];

/** A kind of case: the text that it makes by chance, and how that text and smaller ones are checked. */
interface Case {
  readonly make: (random: Random) => Mutant;
  readonly checkFor: (text: string, random: Random) => Check;
}

/** A fuzzer with workplaces of its own. */
export function fuzzer(): Fuzzer {
  const all = corpus();
  const [texts, edits, sheets] = [textBases(all), editBases(all), sheetBases()];
  const [inside, built] = [workplace('inside'), workplace('built')];
  for (const place of [inside, built]) place.put(otherText(all), otherFile);
  const cases: Readonly<Record<CaseKind, Case>> = {
    text: { make: (random) => mutant(texts, random), checkFor: (_, random) => textCheck(random, inside) },
    yaml: { make: (random) => mutant(yamlBases, random), checkFor: () => async (text) => yamlFinding(text) },
    edit: {
      make: (random) => rosterMutant(edits, random),
      checkFor: (text, random) => editCheck(text, random, inside),
    },
    sheet: { make: (random) => sheetMutant(sheets, random), checkFor: (_, random) => sheetCheck(random, inside) },
    bin: { make: (random) => mutant(texts, random), checkFor: (_, random) => textCheck(random, built) },
  };
  return {
    run: async (kind, seed) => {
      const random = randomOf(seed);
      const { text, made } = cases[kind].make(random);
      const again = cases[kind].checkFor(text, random);
      const found = await again(text);
      return found && { kind, seed, made, again, ...found };
    },
    leave: () => {
      for (const { leave } of [inside, built]) leave();
    },
  };
}

const otherText = (bases: readonly Base[]): string =>
  bases.find(({ name }) => name === 'test/fixtures/ok/reports.yaml')?.text ?? '';

/** The first restyled text that is a roster. */
function rosterMutant(bases: readonly Base[], random: Random): Mutant {
  for (;;) {
    const made = restyledMutant(bases, random);
    if (readRoster(made.text) !== undefined) return made;
  }
}

function textCheck(random: Random, place: Workplace): Check {
  const seed = random.below(2 ** 32);
  return async (text) => readingFinding(text) ?? answerFinding(text, randomOf(seed), place);
}

function sheetCheck(random: Random, place: Workplace): Check {
  const seed = random.below(2 ** 32);
  return (text) => importFinding(text, randomOf(seed), place);
}

function editCheck(text: string, random: Random, place: Workplace): Check {
  const roster = readRoster(text);
  const request = roster && requestFor(random, roster);
  return async (smaller) => request && editFinding(smaller, request, place);
}
