import type { Among, ConnectiveCriterion, CountCriterion, Rule } from '../model/rule.ts';

/** Members as a rule names them, before a group's name has become the codes of its members. */
export type WrittenAmong = Among | { readonly group: string };

/** A criterion as written: groups are still names. */
export type WrittenCriterion =
  | (Omit<CountCriterion, 'among' | 'group'> & { readonly among?: WrittenAmong })
  | (Omit<ConnectiveCriterion, 'of'> & { readonly of: readonly WrittenCriterion[] });

export interface WrittenRule {
  readonly name: Rule['name'];
  readonly criterion: WrittenCriterion;
}
