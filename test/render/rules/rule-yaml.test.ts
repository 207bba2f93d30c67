import { describe, expect, test } from 'vitest';
import type { Json } from '../../../src/render/format/json.ts';
import { criterionValue, yamlLines } from '../../../src/render/rules/rule-yaml.ts';
import { readValues } from '../../../src/roster/yaml/values.ts';
import { rosterIn, rosterText } from '../../support/texts.ts';

const members = '{ NL: { weights: { w: 1, population: 2 } }, BE: { weights: { w: 1, population: 2 } } }';
const rest = 'groups: { permanent: [NL], "a: group": [BE] }\n';
const criterionIn = (rule: string) => rosterIn(rosterText({ rule, members, rest })).rule.criterion;

describe('a criterion written out', () => {
  test.each([
    '{ at-least: 2/3 }',
    '{ count: [support, abstain], more-than: 55%, of: [support, abstain, oppose] }',
    '{ count: oppose, at-most: 0, with-why: true, not-before: 2024-07-01T09:00:00+02:00, label: "no: veto # yet" }',
    '{ count: { except: [support] }, fewer-than: all but 3, by: w, among: { except: [NL] } }',
    '{ at-least: all, of: votes, among: [NL, BE] }',
    '{ at-least: all, of: { except: [recused] }, among: "a: group" }',
    '{ at-least: 1, of: support }'.replace(', of: support', ''),
    '{ at-least: 50%, of: support }',
    '{ all: [consensus] }',
    '{ label: "[x]", any: [{ all: [unanimity, un-security-council], label: y }, eu-qualified-majority] }',
    '{ all: [{ silence: 2024-07 }] }',
    '{ consensus: { except: [NL] } }',
  ])('is the same when read again: %s', (rule) => {
    const criterion = criterionIn(rule);
    const yaml = yamlLines('rule', criterionValue(criterion)).join('\n');
    const text = `title: A new chair\n${yaml}\nmembers: ${members}\n${rest}`;
    expect([yaml, rosterIn(text).rule.criterion]).toEqual([yaml, criterion]);
  });

  test('leaves out what goes without saying', () => {
    expect(criterionValue(criterionIn('{ at-least: 2, by: members, with-why: false }'))).toEqual({
      count: 'support',
      'at-least': '2',
    });
  });
});

describe('YAML', () => {
  const values: readonly Json[] = [
    'plain',
    '55% of members',
    '',
    ' x ',
    '- a',
    'a: b',
    'a:',
    'a #b',
    'a, b',
    '"quoted"',
    "it's",
    '2/3',
    '2024-07-01T09:00:00Z',
    'NO',
    'null',
    '~',
    'é 日本',
    '\n\u0007',
    ['a', 'b: c'],
    { except: ['a', 'b'] },
    { a: { b: ['c', { d: 'e', f: ['g'] }], 'h i': { j: 'k' } } },
  ];

  test.each(values)('reads back as what was written: %j', (value) => {
    expect(readValues(yamlLines('key', value).join('\n'))).toEqual({ value: { key: value } });
  });
});
