import type {
  Among,
  Bound,
  Comparison,
  ConnectiveCriterion,
  CountCriterion,
  Preset,
  Quantity,
  Rule,
} from '../../model/rule.ts';
import { everyStanceBut, votes } from '../../model/stance.ts';

/** Presets that say nothing without a term of their own: the end of a silence. */
export const presetsWithTerms = ['silence'] as const satisfies readonly Preset[];
export type PlainPreset = Exclude<Preset, (typeof presetsWithTerms)[number]>;

const bound = (comparison: Comparison, text: string, quantity: Quantity): Bound => ({ comparison, quantity, text });
const absolute = (comparison: Comparison, value: string): Bound =>
  bound(comparison, value, { kind: 'absolute', value });
const percent = (value: string): Bound =>
  bound('at-least', `${value}%`, { kind: 'share', numerator: value, denominator: '100' });
const everybody = bound('at-least', 'all', { kind: 'share', numerator: '1', denominator: '1' });
const half = bound('more-than', '1/2', { kind: 'share', numerator: '1', denominator: '2' });
const twoThirds = bound('at-least', '2/3', { kind: 'share', numerator: '2', denominator: '3' });

type WrittenCount = Extract<WrittenCriterion, { kind: 'count' }>;

const support = (label: string, limit: Bound, rest: Partial<WrittenCount> = {}): WrittenCount => ({
  kind: 'count',
  label,
  count: ['support'],
  bound: limit,
  of: 'members',
  by: 'members',
  withWhy: false,
  ...rest,
});

const population = support('65% of the population', percent('65'), { by: 'population' });

/**
 * What each preset stands for.
 * Sources: NATO, consensus decision-making; TEU article 16(4) and TFEU article 238(2); UN Charter, article 27.
 */
export const presetCriterion = {
  consensus: support('consensus', everybody, { count: ['support', 'no-objection', 'abstain'] }),
  unanimity: support('unanimity', everybody),
  'no-objections': support('no objections', absolute('at-most', '0'), { count: ['oppose'] }),
  'simple-majority': support('simple majority', half),
  'two-thirds': support('two thirds', twoThirds),
  'majority-of-votes': support('majority of the votes', half, { of: votes }),
  'two-thirds-of-votes': support('two thirds of the votes', twoThirds, { of: votes }),
  'eu-qualified-majority': {
    kind: 'any',
    label: 'EU qualified majority',
    of: [
      { kind: 'all', of: [support('55% of members', percent('55')), population] },
      support('a blocking minority needs four', absolute('at-most', '3'), {
        count: everyStanceBut(['support']),
      }),
    ],
  },
  'eu-reinforced-qualified-majority': {
    kind: 'all',
    label: 'EU reinforced qualified majority',
    of: [support('72% of members', percent('72')), population],
  },
  'un-security-council': {
    kind: 'all',
    label: 'UN Security Council',
    of: [
      support('nine votes in favour', absolute('at-least', '9')),
      support('no veto', absolute('at-most', '0'), { count: ['oppose'], among: { group: 'permanent' } }),
    ],
  },
} as const satisfies Record<PlainPreset, WrittenCriterion>;

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
