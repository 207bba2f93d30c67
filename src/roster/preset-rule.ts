import type { Criterion, Preset } from '../model/rule.ts';
import type { presetsWithTerms } from './presets.ts';
import { resolveGroups, rule } from './rule-schema.ts';

/** An example of the term of each preset that has one. */
const exampleOf: Readonly<Partial<Record<Preset, string>> & Record<(typeof presetsWithTerms)[number], string>> = {
  silence: '2024-07-01T09:00:00Z',
};

/** A preset as a roster names it, and the criterion that it stands for; its groups are empty. */
export function presetRule(preset: Preset): {
  readonly written: string | Readonly<Record<string, string>>;
  readonly criterion: Criterion;
} {
  const term = exampleOf[preset];
  const written = term === undefined ? preset : { [preset]: term };
  return { written, criterion: resolveGroups(rule.parse(written).criterion, {}) };
}
