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

/** Presets that need a term: `silence` needs its end. */
export const presetsWithTerms = ['silence'] as const satisfies readonly Preset[];
/** Presets that are complete as a name. */
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
 * The criterion of each preset that needs no term.
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

/** The members that a written criterion looks at; a group is still a name. */
export type WrittenAmong = Among | { readonly group: string };

/** A criterion as written, in which groups are still names. */
export type WrittenCriterion =
  | (Omit<CountCriterion, 'among' | 'group'> & { readonly among?: WrittenAmong })
  | (Omit<ConnectiveCriterion, 'of'> & { readonly of: readonly WrittenCriterion[] });

/** A rule as written: the preset's name or `custom`, and its criterion. */
export interface WrittenRule {
  readonly name: Rule['name'];
  readonly criterion: WrittenCriterion;
}
