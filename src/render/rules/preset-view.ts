import type { Effect, Preset } from '../../model/rule.ts';
import { type Stance, stances } from '../../model/stance.ts';
import type { Json } from '../format/json.ts';

/** A preset, as `rules` tells of it. */
export interface PresetView {
  readonly name: Preset;
  /** As a roster names it: with an example of its term where it has one. */
  readonly written: string | Readonly<Record<string, string>>;
  readonly criterion: Json;
  /** Lines of a roster: with the preset by its name, and with its criterion, to be pasted. */
  readonly yaml: { readonly named: readonly string[]; readonly criterion: readonly string[] };
  /** What each stance does. */
  readonly effects: Readonly<Record<Stance, Effect>>;
  readonly weights: readonly string[];
  readonly groups: readonly string[];
}

/** What stances do, in words; a pending one may still do otherwise. */
export const effectText: Readonly<Record<Effect, string>> = {
  for: 'for it',
  against: 'as a no',
  none: 'not counted',
  'left-out': 'left out',
};

/** Stances that do the same, together, in the order of the stances. */
export function byEffect({ effects }: PresetView): ReadonlyMap<Effect, readonly Stance[]> {
  const groups = new Map<Effect, Stance[]>();
  for (const stance of stances) groups.set(effects[stance], [...(groups.get(effects[stance]) ?? []), stance]);
  return groups;
}

/** What a roster must have for a rule to be used, in words. */
export function needsText({ weights, groups }: Pick<PresetView, 'weights' | 'groups'>): string[] {
  return [
    ...weights.map((weight) => `the weight "${weight}" of every member`),
    ...groups.map((group) => `the group "${group}"`),
  ];
}
