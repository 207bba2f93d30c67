import { ceilings, comparisons, floors } from '../../model/rule.ts';
import { everyStanceBut, isPending, type Stance, stances, traitsOf } from '../../model/stance.ts';
import { writtenCounts } from '../check/rule-references.ts';
import { countingKeys, oneKindOfClaim, reportKeys, saysAnything, soundReport } from '../schema/claim.ts';
import { checkMember, inlineKeys, oneWayToTerms } from '../schema/member.ts';
import type { Checked } from '../schema/metadata.ts';
import { checkEntry, evidence, pendingKeys, saysWhat } from '../schema/position.ts';
import { presetCriterion } from '../schema/presets.ts';
import { checkBound, checkMonotone } from '../schema/rule-checks.ts';
import { expectsAnything } from '../schema/sections.ts';
import { oneWayToSource } from '../schema/statement.ts';
import { absoluteBound, type JsonSchema, wholeBound } from './scalar-patterns.ts';

const given = (...keys: readonly string[]): JsonSchema => ({ required: keys });
const anyGiven = (keys: readonly string[]): JsonSchema => ({ anyOf: keys.map((key) => given(key)) });
const where = (key: string, value: JsonSchema): JsonSchema => ({ properties: { [key]: value }, required: [key] });
const implies = (condition: JsonSchema, consequence: JsonSchema): JsonSchema =>
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  ({ if: condition, then: consequence });

/** The condition that keys are absent. Written like this, editors mark each of the keys and do not offer them. */
const none = (keys: readonly string[], patternErrorMessage: string): JsonSchema => ({
  propertyNames: { pattern: `^(?!(?:${keys.join('|')})$)`, patternErrorMessage },
});
const needs = (key: string, errorMessage: string): JsonSchema => ({ required: [key], errorMessage });
const oneOfKeys = (keys: readonly string[], errorMessage: string): JsonSchema => ({
  anyOf: keys.map((key) => needs(key, errorMessage)),
});

const stanceIs = (stance: Stance): JsonSchema => where('stance', { const: stance });
const saysNothing: JsonSchema = { allOf: [stanceIs('undeclared'), { not: given('date') }] };
const withoutStance = 'a position without a "stance"';
const oneSource = implies(given('source'), none(['sources'], 'both "source" and "sources" are given: write one list'));

const isReport = implies(given('denied'), {
  ...needs('date', 'a denied report without a "date"'),
  allOf: [needs('basis', 'only a report can be denied: add basis: reported')],
  properties: { basis: { const: 'reported', errorMessage: 'only a report can be denied' } },
});

const settled = stances.filter((stance) => !isPending(stance));
const isOpen = implies(
  where('stance', { enum: settled }),
  none(pendingKeys, `a settled stance has no ${pendingKeys.map((key) => `"${key}"`).join(' or ')}`),
);

// Sets of stances may be text, a list or a mapping. The keywords below each apply to one of the three.

const includes = (stance: Stance, errorMessage: string, also: readonly string[] = []): JsonSchema => ({
  pattern: `^(?:${[stance, ...also].join('|')})$`,
  patternErrorMessage: errorMessage,
  contains: { const: stance },
  errorMessage,
  properties: { except: { not: { contains: { const: stance } } } },
});
const excludes = (stance: Stance, errorMessage: string): JsonSchema => {
  const other = { pattern: `^(?!${stance}$)`, patternErrorMessage: errorMessage };
  return { ...other, items: other, properties: { except: { contains: { const: stance }, errorMessage } } };
};
const isCounted = (stance: Stance): JsonSchema => where('count', includes(stance, ''));
const baseIncludes = (stance: Stance): JsonSchema =>
  includes(
    stance,
    `"of" must include "${stance}": add it, or write of: members`,
    traitsOf[stance].isVote ? ['members', 'votes'] : ['members'],
  );

/** The conditions of presets on the rest of the roster: their groups exist, and every member has their weights. */
export const presetConditions: readonly JsonSchema[] = Object.entries(presetCriterion).flatMap(([name, criterion]) => {
  const counts = writtenCounts(criterion);
  const groups = counts.flatMap(({ among }) => (among !== undefined && 'group' in among ? [among.group] : []));
  const weights = [...new Set(counts.flatMap(({ by }) => (by === 'members' ? [] : [by])))];
  const named = where('rule', { const: name });
  const has = (key: string, what: string): JsonSchema => ({
    type: 'object',
    ...needs(key, `the rule needs ${what} "${key}"`),
  });
  return [
    ...groups.map((group) => {
      const filled = { groups: has(group, 'the group') };
      return implies(named, { ...needs('groups', `the rule needs the group "${group}"`), properties: filled });
    }),
    ...weights.map((weight) => {
      const errorMessage = `the rule adds up "${weight}": add weights: { ${weight}: … }`;
      const entry = {
        type: 'object',
        required: ['weights'],
        errorMessage,
        properties: { weights: has(weight, 'the weight') },
      };
      return implies(named, { properties: { members: { additionalProperties: entry } } });
    }),
  ];
});

const isFloor = anyGiven(floors);
const isCeiling = anyGiven(ceilings);
const harder = "otherwise a member's support would make the rule harder to meet";

/** The conditions for each check of a mapping, as far as JSON Schema can express them. A new check needs a row. */
export const conditions: ReadonlyMap<Checked, readonly JsonSchema[]> = new Map<Checked, readonly JsonSchema[]>([
  [oneWayToSource, [oneSource]],
  [
    checkEntry,
    [
      oneSource,
      isOpen,
      isReport,
      needs('stance', withoutStance),
      implies(
        saysNothing,
        none(['stance'], '"undeclared" takes back what was said: add the date, or delete the entry'),
      ),
    ],
  ],
  [
    checkMember,
    [
      oneSource,
      isOpen,
      isReport,
      implies(anyGiven(evidence), needs('stance', withoutStance)),
      implies(
        saysNothing,
        none(evidence, '"undeclared" without a date is the absence of a position: only a note may follow'),
      ),
      implies(given('positions'), none(inlineKeys, 'a member with "positions" cannot also have a position of its own')),
    ],
  ],
  [
    oneWayToTerms,
    [implies(given('terms'), none(['joined', 'left'], '"terms" has the dates: write "joined" and "left" only there'))],
  ],
  [
    saysAnything,
    [
      oneOfKeys(
        [...countingKeys, 'of'],
        'a claim needs a count, a list of holdouts or a report: add "supporting", "holding-out" or "holdouts", or "of" with a stance',
      ),
    ],
  ],
  [
    oneKindOfClaim,
    [
      implies(given('holdouts'), none(['among'], '"among" is for counts: write the count as a claim of its own')),
      implies(given('of'), {
        allOf: [
          none([...countingKeys, 'among'], 'a report about several members neither counts nor lists: write two claims'),
          needs('stance', 'a report about several members without a "stance"'),
        ],
        properties: { stance: { not: { const: 'undeclared' }, errorMessage: '"undeclared" is nothing to report' } },
      }),
      implies({ not: given('of') }, none(reportKeys, 'only a report about several members has this: add "of"')),
    ],
  ],
  [soundReport, []],
  [saysWhat, [oneOfKeys(['text', 'id'], 'a demand needs a "text", or the "id" of one of "demands"')]],
  [
    expectsAnything,
    [
      oneOfKeys(
        ['outcome', 'holdouts', 'support', 'members'],
        'an "expect" entry must expect something: add "outcome", "holdouts", "support" or "members"',
      ),
    ],
  ],
  [
    checkBound,
    [
      oneOfKeys(comparisons, 'a criterion needs a bound: add "at-least", "more-than", "at-most" or "fewer-than"'),
      ...comparisons.slice(0, -1).map((comparison, index) => {
        const message = 'a criterion takes one bound: for two, write two criteria under "all" or "any"';
        return implies(given(comparison), none(comparisons.slice(index + 1), message));
      }),
      implies(
        { anyOf: comparisons.map((comparison) => where(comparison, absoluteBound)) },
        none(['of'], '"of" goes only with a relative bound such as 55%, and this bound is a number'),
      ),
      implies(
        { anyOf: [where('by', { const: 'members' }), { not: given('by') }] },
        { properties: Object.fromEntries(comparisons.map((comparison) => [comparison, wholeBound])) },
      ),
      implies(
        { allOf: [where('with-why', { enum: [true, 'true'] }), isFloor] },
        none(['with-why'], '"with-why" goes only with "at-most" or "fewer-than"'),
      ),
    ],
  ],
  [
    checkMonotone,
    [
      implies(isFloor, { properties: { count: includes('support', `a floor must count "support"; ${harder}`) } }),
      implies(isCeiling, {
        ...needs('count', `a ceiling must not count "support"; ${harder}: say what it counts`),
        properties: { count: excludes('support', `a ceiling must not count "support"; ${harder}`) },
      }),
      implies(given('of'), { properties: { of: baseIncludes('support') } }),
      ...everyStanceBut(['support']).map((stance) =>
        implies({ allOf: [isFloor, isCounted(stance)] }, { properties: { of: baseIncludes(stance) } }),
      ),
    ],
  ],
]);
