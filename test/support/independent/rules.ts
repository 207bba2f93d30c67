import type { WrittenCount, WrittenRule } from './written.ts';

const majority = { 'more-than': '1/2' };
const twoThirds = { 'at-least': '2/3' };
const population = { by: 'population', 'at-least': '65%' };

const presets: Readonly<Record<string, WrittenRule>> = {
  consensus: { count: ['support', 'no-objection', 'abstain'], 'at-least': 'all' },
  unanimity: { 'at-least': 'all' },
  'no-objections': { count: 'oppose', 'at-most': '0' },
  'simple-majority': majority,
  'two-thirds': twoThirds,
  'majority-of-votes': { ...majority, of: 'votes' },
  'two-thirds-of-votes': { ...twoThirds, of: 'votes' },
  'eu-qualified-majority': {
    any: [{ all: [{ 'at-least': '55%' }, population] }, { count: { except: ['support'] }, 'at-most': '3' }],
  },
  'eu-reinforced-qualified-majority': { all: [{ 'at-least': '72%' }, population] },
  'un-security-council': { all: [{ 'at-least': '9' }, { count: 'oppose', among: 'permanent', 'at-most': '0' }] },
};

/** A rule without names: a criterion that counts, or several. */
export type SpelledRule =
  | { readonly kind: 'all' | 'any'; readonly of: readonly WrittenRule[]; readonly closes: string | undefined }
  | { readonly kind: 'count'; readonly count: WrittenCount; readonly closes: string | undefined };

/** A rule as criteria; those inside it are still as written. */
export function spelledOut(rule: WrittenRule): SpelledRule {
  if (typeof rule === 'string') return spelledOut(presets[rule] ?? {});
  if ('all' in rule) return { kind: 'all', of: rule.all, closes: rule.closes };
  if ('any' in rule) return { kind: 'any', of: rule.any, closes: rule.closes };
  if ('silence' in rule) {
    const end = { 'not-before': rule.silence, closes: rule.silence };
    return spelledOut({ ...(presets['no-objections'] as WrittenCount), ...end });
  }
  if ('consensus' in rule) return spelledOut({ ...(presets.consensus as WrittenCount), among: rule.consensus });
  const { closes } = rule;
  return { kind: 'count', count: rule, closes };
}
