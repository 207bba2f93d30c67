import type { Effect, Preset } from '../../model/rule.ts';
import { type Stance, stances } from '../../model/stance.ts';
import type { Json } from '../format/json.ts';

/** A preset, as `rules` shows it. */
export interface PresetView {
  readonly name: Preset;
  /** As a roster names it, with an example of its parameter if it takes one. */
  readonly written: string | Readonly<Record<string, string>>;
  readonly criterion: Json;
  /** Lines of YAML to paste: the preset by its name, and as a criterion. */
  readonly yaml: { readonly named: readonly string[]; readonly criterion: readonly string[] };
  /** How each stance counts. */
  readonly effects: Readonly<Record<Stance, Effect>>;
  readonly weights: readonly string[];
  readonly groups: readonly string[];
}

/** How a stance counts, in words. A pending stance may count otherwise later. */
export const effectText: Readonly<Record<Effect, string>> = {
  for: 'for it',
  against: 'as a no',
  none: 'not counted',
  'left-out': 'left out',
};

/** Stances grouped by how they count, in the order of the stances. */
export function byEffect({ effects }: PresetView): ReadonlyMap<Effect, readonly Stance[]> {
  const groups = new Map<Effect, Stance[]>();
  for (const stance of stances) groups.set(effects[stance], [...(groups.get(effects[stance]) ?? []), stance]);
  return groups;
}

/** What a roster must have for a rule to be used, in words; empty when it needs nothing. */
export function needsText({ weights, groups }: Pick<PresetView, 'weights' | 'groups'>): string[] {
  return [
    ...weights.map((weight) => `the weight "${weight}" of every member`),
    ...groups.map((group) => `the group "${group}"`),
  ];
}
